// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the shell do, as functions: from arguments to a text and a value, or a sentence why not.
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace athanor::tools
{

/** For a person, and for a machine. */
struct Outcome
{
    std::string text;
    Value data;
};

struct RenderArguments
{
    std::string in, out, format, stems;
    double sampleRate = 48'000;
    int bits = 24, blockSize = 512, threads = 0;
    std::optional<double> from, to;
};

Result<Outcome> render (const RenderArguments&, const std::function<void (double)>& progress, std::stop_token);

struct PresetArguments
{
    std::string in, out, notes;
    double bpm = 120, sampleRate = 44'100, seconds = 3;
};

/** Plays notes with a preset of the synth. */
Result<Outcome> renderPreset (const PresetArguments&);

struct PresetSearchArguments
{
    std::string words = {}, category = {}, author = {}, tags = {}; ///< As of the action "preset.search".
    bool onlyFavourites = false;
};

/** The presets there are, one to a line: category, name and author. */
Result<Outcome> presets (const PresetSearchArguments&);

struct PatchArguments
{
    std::string prompt, out;
    std::uint64_t seed = 0;
    std::string begin = {}, tags = {}; ///< A preset or template to begin with; tags with commas between.
    int variations = 0;
    bool isQuick = false;     ///< Without listening to what is made.
    bool withBundle = true;   ///< A zip to take along, too: with racks for Live, a phrase and a sleeve.
    std::string sleeve = {};  ///< Another sleeve than the one it has: "next", or the name of a series.
    std::string profile = {}; ///< Whose hand the sleeve is of.
};

/** Makes a patch of words, and variations of it, each a file of ours, one of Vital and a bundle. */
Result<Outcome> makePatches (const PatchArguments&, const std::function<void (double)>& progress, std::stop_token);

/** Listens to all presets and templates that come with the program and writes the list of how they sound. */
Result<Outcome> hearPresets (const std::filesystem::path& out);

Result<Outcome> convert (const std::filesystem::path& in, const std::filesystem::path& out);
Result<Outcome> info (const std::filesystem::path&);
Result<Outcome> manual();

/** "list", or "show", "cancel" or "retry" of one job of this user. */
Result<Outcome> jobs (const std::string& verb, std::int64_t id);

/** Does this user's jobs until it is stopped, and tells about each that is over. */
Result<Outcome> work (const std::function<void (const std::string& line)>& tell, std::stop_token);

std::string toJson (const Value&);

} // namespace athanor::tools
