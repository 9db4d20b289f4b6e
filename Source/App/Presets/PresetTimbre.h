// SPDX-License-Identifier: GPL-3.0-or-later
// How a patch of the synth sounds, measured.
#pragma once

#include "Media/Timbre.h"
#include "Patch/PatchSpec.h"

namespace athanor
{

/** Changes with what timbreOf() finds, and with the note that is played. */
inline constexpr int presetTimbreVersion = timbreVersion * 100 + 2;

/** Of one note for all, the C below middle C held for a second and a half: presets are as bright as they are on the same key; `tuning` is how far they are from
    that note. Takes a tenth of a second. Any thread. */
Timbre timbreOfPatch (const PatchSpec&);

} // namespace athanor
