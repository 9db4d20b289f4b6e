// SPDX-License-Identifier: GPL-3.0-or-later
// What the slots of a patch do where their source stands still, as a macro does.
#pragma once

#include "Patch/PatchSpec.h"

namespace athanor
{

/** How far a slot (0 to 63) moves its destination, in stored numbers, where its source stands at `value` from 0 to 1: the mapping comes first,
    then the power, then the amount. 0 of an empty slot and of one that is bypassed. */
double shiftOf (const PatchSpec&, int slot, double value);

/** Leaves nothing of it. */
void clearSlot (PatchSpec&, int slot);

/** 0 to 7; nothing: its source is no macro. */
std::optional<std::size_t> macroOf (const PatchSlot&) noexcept;

/** Whether it belongs to a slot, as modulation_3_amount. */
bool isOfASlot (Control) noexcept;

} // namespace athanor
