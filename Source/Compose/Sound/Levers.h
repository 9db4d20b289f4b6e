// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound designer reaches for to make a sound brighter, warmer, slower: one lever for each axis.
#pragma once

#include "Compose/Sound/PatchHand.h"

namespace athanor
{

/** How far a lever goes at all. */
inline constexpr double farthestPull = 3;

/** Moves the patch along an axis: 0 changes nothing, 1 goes as far as its first means goes, 2 and 3 take the next means to
    help; below 0 the other way. What has been asked to stay stays.
    @param cause  The word that asked for it. */
void pull (PatchHand&, TimbreAxis, double far, const std::string& cause);

} // namespace athanor
