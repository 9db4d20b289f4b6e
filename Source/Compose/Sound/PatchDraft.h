// SPDX-License-Identifier: GPL-3.0-or-later
// A patch on its way: where it begins, how far each lever is pulled, and what came of it.
#pragma once

#include "Compose/Sound/Aims.h"
#include "Compose/Sound/MacroDress.h"
#include "Compose/Sound/PatchDelta.h"

#include <cstdint>
#include <string>
#include <vector>

namespace athanor
{

struct PatchDraft
{
    std::string base, baseName;
    SoundCategory category {};
    PatchSpec plain; ///< Where it begins, without macros.
    MacroDressing own;
    std::vector<Aim> aims;
    Timbre begun;         ///< How it sounds where it begins.
    bool isSpiced = true; ///< Has the small differences of its seed.

    PatchSpec made; ///< Still without macros.
    std::vector<PatchDelta> deltas;
    std::vector<SoundPart> obstacles;
    Timbre heard;        ///< As the base was, until somebody listens.
    double distance = 0; ///< From its aims.
};

/** Makes the patch of a draft anew, from where it begins: what was said outright, the levers as far as they are pulled, and what must not be. */
void build (PatchDraft&, const SoundIntent& wanted, std::uint64_t seed);

/** What of an intent the one before had not: that has been done, and must not be done twice. What must not be there must never be. */
SoundIntent onlyNew (SoundIntent, const SoundIntent& before);

} // namespace athanor
