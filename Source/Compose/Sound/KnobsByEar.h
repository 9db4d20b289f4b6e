// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the knobs on a patch so that each of them is heard.
#pragma once

#include "Compose/Sound/Ear.h"
#include "Compose/Sound/MacroDress.h"

namespace athanor
{

/** Puts the knobs on as dress() does; what cannot be heard from where it stands becomes something else. Where nobody compares, all are the usual ones. */
KnobChoices dressByEar (PatchSpec&, const MacroDressing& own, const MacroTemplate&, const std::vector<SoundFeature>& exclusions, const Ear&);

} // namespace athanor
