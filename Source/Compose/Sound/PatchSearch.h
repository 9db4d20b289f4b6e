// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls the levers of drafts until they are where they should be, listening after each pull.
#pragma once

#include "Compose/Sound/Ear.h"
#include "Compose/Sound/PatchDraft.h"
#include "Compose/Sound/SoundShelf.h"

#include <vector>

namespace athanor
{

/** The draft that comes nearest to its aims, each having gone towards them. Where the first one gets there, nobody asks the second; where nobody
    listens, it is the first as it is. Tells its progress between 0.3 and 0.8, of each draft anew.
    @param drafts  At least one. */
PatchDraft nearestOf (std::vector<PatchDraft> drafts, const SoundIntent& wanted, std::uint64_t seed, const SoundShelf&, const Ear&);

} // namespace athanor
