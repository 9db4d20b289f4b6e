// SPDX-License-Identifier: GPL-3.0-or-later
// What a control belongs to, whether it can be heard, and what a patch is made with.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Patch/PatchSpec.h"

#include <optional>
#include <set>

namespace athanor
{

/** The switch of the oscillator, filter, effect or sampler that a control belongs to, as reverb_on of reverb_size; nothing: it has none. */
std::optional<Control> switchOf (Control);

/** Whether turning the control can be heard: what it belongs to is on, and what it moves is heard in turn. */
bool isLive (const PatchSpec&, Control);

/** Of what a musician says "keep that": never `everything`. */
SoundPart partOf (const PatchSpec&, Control);

/** Oscillators that are on, 0 to 2. */
std::vector<int> oscillatorsOf (const PatchSpec&);

/** Filters that are on, 0 to 2; the last is the one among the effects. */
std::vector<int> filtersOf (const PatchSpec&);

/** What it is made with, as far as the controls say it; of waves, those that have a name. */
std::set<SoundFeature> featuresOf (const PatchSpec&);

/** How much a slot (0 to 63) moves its destination, -1 to 1 of the destination's range; 0 where it is empty or bypassed. */
double depthOf (const PatchSpec&, int slot);

} // namespace athanor
