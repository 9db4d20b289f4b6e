// SPDX-License-Identifier: GPL-3.0-or-later
// Our macros 5 to 8, which Vital has not.
#pragma once

#include "Patch/PatchSpec.h"

#include <string>
#include <vector>

namespace athanor
{

/** What macros 5 to 8 do at their present values is added to the stored numbers of what they move, and their slots are emptied.
    @returns a sentence for each macro of which something was lost. */
std::vector<std::string> bakeMacros (PatchSpec&);

/** How far a slot moves its destination, in stored numbers of it, while its source is at `value`, 0 to 1; 0 where it is empty or
    bypassed.
    @param slot  From 0. */
double shiftOf (const PatchSpec&, int slot, double value);

/** The macro that is the slot's source, 0 to 7. */
std::optional<std::size_t> macroOf (const PatchSlot&) noexcept;

} // namespace athanor
