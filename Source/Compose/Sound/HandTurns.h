// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician turned since a patch was made, taken among its differences.
#pragma once

#include "Compose/Sound/PatchOrigin.h"

namespace athanor
{

/** Makes `now` the patch of `made`, and what was turned in between differences of it with the reason "Turned by hand.". What has no address, as a
    drawn wave, goes into the beginning: from there the differences lead to `now`.
    @param made       With the patch as it was played.
    @param beginning  What the differences of `made` begin with. */
void takeTurns (MadePatch& made, PatchSpec& beginning, const PatchSpec& now);

} // namespace athanor
