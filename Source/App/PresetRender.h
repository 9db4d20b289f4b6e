// SPDX-License-Identifier: GPL-3.0-or-later
// A preset of the synth played to a few notes, into a sound file.
#pragma once

#include "Core/Result.h"
#include "Patch/PatchSpec.h"

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

namespace athanor
{

struct PresetNote
{
    int pitch = 60;        ///< MIDI.
    double start = 0;      ///< Seconds.
    double length = 1;     ///< Seconds.
    double velocity = 100; ///< 0 to 127.
};

/** As in "60@0.0+1.0:100,64@0.5+1:90": pitch@start+length:velocity, in seconds. */
Result<std::vector<PresetNote>> parsePresetNotes (std::string_view);

struct PresetRenderSettings
{
    double bpm = 120, sampleRate = 44'100, seconds = 3;
    double settling = 1; ///< Seconds of silence before, of which nothing is heard: what the patch does before the first note.
};

struct PresetSound
{
    std::vector<std::array<float, 2>> frames;
    float peak = 0;
    double cpuSeconds = 0;     ///< Of the seconds that are heard.
    double compileSeconds = 0; ///< CPU, from the patch as data until it could be played.
};

PresetSound renderPreset (const PatchSpec&, const std::vector<PresetNote>&, const PresetRenderSettings&);

/** How far two sounds of the same length are from each other, sample by sample, by the louder one: 0 is the same. */
double differenceOf (const PresetSound&, const PresetSound&);

/** LUFS, of all that is not nearly silent. */
double loudnessOf (const PresetSound&, double sampleRate);

struct PresetRenderSummary
{
    double seconds = 0, cpuSeconds = 0;
    double loadSeconds = 0; ///< CPU, from the file until it could be played.
    double peak = -100;     ///< dBFS.
    double loudness = -120; ///< LUFS.
};

/** Reads a preset of Vital or a patch of ours and writes 32-bit float WAV. */
Result<PresetRenderSummary> renderPresetFile (const std::filesystem::path& preset, const std::filesystem::path& out, std::string_view notes,
                                              const PresetRenderSettings&);

} // namespace athanor
