// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the eight knobs off a patch, so that it can be turned plainly, and puts them on again where they are heard.
#pragma once

#include "Compose/Sound/MacroTemplate.h"

#include <array>
#include <set>
#include <string>
#include <vector>

namespace athanor
{

/** What the eight knobs of a patch do. A role without an id: that knob does nothing. */
using MacroDressing = std::array<MacroRole, PatchSpec::macroCount>;

/** Which of the things that a knob might do it does: 0 what it did before, 1 what the template says, and so on. */
using KnobChoices = std::array<int, PatchSpec::macroCount>;

/** Takes the macros' slots out of a patch that sounds the same without them: what they add where they stand is in the controls then.
    @returns what they did, knob by knob. */
MacroDressing undress (PatchSpec&);

/** What it is made with, where its knobs stand: featuresOf() of the patch without its knobs. */
std::set<SoundFeature> featuresHeard (const PatchSpec&);

/** Connects the eight knobs, in the order of macroRoles, to what can be heard: each to the targets of its own role in `own` that are
    live; where none is, to those of the template; where none is, to what always helps, as the high shelf for brightness. No two knobs move
    the same control, and the patch sounds as before: each knob stands where its targets are now.
    @param excluded  What must not come back, as reverb.
    @param first     The first of its choices that each knob may become, where those before were tried and not heard.
    @returns which of its choices each knob became; where none was left, their number. */
KnobChoices dress (PatchSpec&, const MacroDressing& own, const MacroTemplate&, const std::vector<SoundFeature>& excluded, const KnobChoices& first = {});

} // namespace athanor
