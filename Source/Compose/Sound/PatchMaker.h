// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a patch of an intent: the same one for the same request, always.
#pragma once

#include "Compose/Sound/Ear.h"
#include "Compose/Sound/PatchOrigin.h"
#include "Compose/Sound/SoundShelf.h"

#include <set>
#include <string>
#include <vector>

namespace athanor
{

struct PatchRequest
{
    std::string prompt;
    SoundIntent intent;
    std::string planner = "offline";
    std::uint64_t seed = 0;
    std::string begin; ///< The id of a base or of a template to begin with; empty: what fits best.
    std::vector<std::string> tags;
};

/** A new patch. Fails where the shelf is empty or lacks what was named, and where it was cancelled. */
Result<MadePatch> makePatch (const PatchRequest&, const SoundShelf&, const Ear&);

/** Changes a patch, made or found: the wishes that are relative are against how it sounds now. What somebody turned by hand since stays. The
    intent is that of the change, see planSound() with the intent before. */
Result<MadePatch> changePatch (const MadePatch& before, const PatchRequest&, const SoundShelf&, const Ear&);

/** The same patch again from where it began, with all of its differences or some: those whose place in origin.deltas is in `parts`. What somebody
    asked for less is not made up for elsewhere. */
Result<PatchSpec> remakePatch (const MadePatch&, const PatchSpec& beginning, const std::set<std::size_t>& parts, const SoundShelf&);

} // namespace athanor
