// SPDX-License-Identifier: GPL-3.0-or-later
// Patches of the synth as files, of every kind that is known.
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"
#include "Patch/PatchSpec.h"

#include <filesystem>
#include <string>
#include <vector>

namespace athanor
{

struct LoadedPatch
{
    PatchSpec patch;
    std::vector<std::string> remarks; ///< What was repaired, left out or not understood: one sentence each.
    std::string kind;                 ///< As "Vital preset" or "Athanor bundle".
};

/** By what is in it, a bundle with one included; what ends in ".vital" or ".adg" is one in any case. */
bool isPatchFile (const std::filesystem::path&);

/** A patch without a name gets that of its file. Changes nothing on disk. */
Result<LoadedPatch> loadPatch (const std::filesystem::path&);

/** By the ending: ".vital" a preset of Vital 1.0.6, ".json" a patch of ours, ".adg" a rack of Live with Vital in it.
    @returns what was lost on the way, one sentence each. */
Result<std::vector<std::string>> savePatchAs (const PatchSpec&, const std::filesystem::path&);

/** What a patch is made of, for a person … */
std::string describePatch (const LoadedPatch&);

/** … and for a machine. */
Value patchFacts (const LoadedPatch&);

} // namespace athanor
