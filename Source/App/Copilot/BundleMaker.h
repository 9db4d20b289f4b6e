// SPDX-License-Identifier: GPL-3.0-or-later
// From a patch that was made to a bundle to take along: played, encoded, with a sleeve, in one zip, and kept in the library.
#pragma once

#include "Compose/Cover/Cover.h"
#include "Compose/Sound/PatchOrigin.h"
#include "Core/Result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

struct BundleOrder
{
    MadePatch made;
    std::string profile;           ///< Whose hand the sleeve is of; empty: nobody's in particular.
    std::vector<std::string> tags; ///< What was asked for beside the prompt.
};

/** Where works are kept: a library, and a folder of files by content. */
struct BundlePlace
{
    std::filesystem::path library, artifacts;

    /** This user's. */
    static BundlePlace ofUser();
};

struct MadeBundle
{
    std::string bytes;
    std::string key;                  ///< Of the request.
    std::string artifact;             ///< The content hash of the bytes.
    std::string fileName;             ///< As "Warm Pad.zip".
    int version = 0;                  ///< Of the sleeve.
    bool isFromLibrary = false;       ///< It was there already.
    std::vector<std::string> remarks; ///< What is lost on the way to Vital.
};

using BundleProgress = std::function<void (double)>;

/** SHA-256 over profile, prompts, tags, template, base, seed, variation, planner and the generator's version. */
std::string bundleKey (const BundleOrder&);

/** A patch as it goes into its bundle, with where it came from. */
std::string writtenPatch (const MadePatch&);

/** The setting that says whose hand the sleeves of this user are of: a name of at most longestProfile bytes. */
inline constexpr auto profileSetting = "copilot.profile";
inline constexpr std::size_t longestProfile = 200;

/** A name as it was typed, as it counts. */
std::string profileNamed (std::string_view typed);

/** What all sleeves of a profile have in common, as a number. */
std::uint64_t styleOf (const std::string& profile);

/** As it was heard when it was made; where nobody listened, as it sounds now. */
Timbre heardTimbre (const MadePatch&);

/** The first sleeve of a patch, or another one: cheap enough for a card, about a millisecond.
    @param timbre  As heardTimbre() has it, or the card shows another sleeve than the bundle. */
CoverRequest coverRequestFor (const BundleOrder&, const Timbre& timbre, int version = 0, int works = 0);

/** The bundle, from the library where the same request has made the same patch before. Any thread; takes about a second.
    @param progress  0 to 1; may be empty. */
Result<MadeBundle> makeBundle (const BundleOrder&, const BundlePlace&, const BundleProgress& progress = {}, std::stop_token = {});

/** The same sound with the next sleeve: all other files stay as they are, byte for byte.
    @param series  One that is open; nothing: the next one. */
Result<MadeBundle> anotherSleeve (const BundleOrder&, const BundlePlace&, std::optional<CoverSeries> series = {}, const BundleProgress& progress = {}, std::stop_token = {});

/** A bundle of any origin as what it was made from; where nobody knows, the origin is empty.
    @param bytes  Trusted for nothing. */
Result<MadePatch> madePatchIn (std::string_view bundle);

} // namespace athanor
