// SPDX-License-Identifier: GPL-3.0-or-later
// What the eight knobs of a patch become outside of Athanor: which parameter of Vital each turns, and how far.
#pragma once

#include "Patch/PatchSpec.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace athanor
{

/** Something that a macro moves within the sound. Numbers are stored ones. */
struct MacroMove
{
    Control control {};
    double from = 0, to = 0; ///< With the macro at 0 and at 1, all else as it stands; within the control's range.
    bool operator== (const MacroMove&) const = default;
};

/** One knob as a rack has it. */
struct RackMacro
{
    std::string name;               ///< Empty: it has none.
    std::vector<MacroMove> moves;   ///< All that it moves in our synth, the most telling first.
    std::optional<Control> target;  ///< The parameter of Vital to be mapped; nothing: there is none that would do.
    double least = 0, greatest = 1; ///< Of the target, as a host has it, with the knob at 0 and at 1; `greatest` may be the lower.
    double position = 0;            ///< Where the knob stands, 0 to 1, so that the target is as in the exported preset.
    double value = 0;               ///< What the macro of the patch is at.
};

/** Macros 1 to 4 turn Vital's own, which move all that they move here. Vital has no more than four: 5 to 8 turn that one of their
    targets which goes the farthest, from what the exported preset holds. A parameter is turned by one knob alone. */
std::array<RackMacro, PatchSpec::macroCount> rackMacrosOf (const PatchSpec&);

/** A sentence for each knob that does less there than here. */
std::vector<std::string> rackRemarksOf (const PatchSpec&);

} // namespace athanor
