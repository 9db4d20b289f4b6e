// SPDX-License-Identifier: GPL-3.0-or-later
// Note lengths that a delay or a sweep may follow instead of the clock on the wall.
#pragma once

#include "Modules/Module.h"

#include <array>
#include <cstddef>

namespace athanor
{

/** Names for a knob; 0 is free. Dotted lengths are marked with a point, triplets with a T. */
inline constexpr std::array<std::string_view, 19> noteLengths { "free", "1/32", "1/16 T", "1/16", "1/8 T", "1/16 .", "1/8", "1/4 T", "1/8 .", "1/4",
                                                                "1/2 T", "1/4 .", "1/2", "1 T", "1/2 .", "1 bar", "2 bars", "4 bars", "8 bars" };

/** Beats of each of them; 0 is free. A bar is four beats. */
inline constexpr std::array<double, 19> noteBeats { 0, 1 / 8.0, 1 / 6.0, 1 / 4.0, 1 / 3.0, 3 / 8.0, 1 / 2.0, 2 / 3.0, 3 / 4.0, 1,
                                                    4 / 3.0, 3 / 2.0, 2, 8 / 3.0, 3, 4, 8, 16, 32 };

/** The beats of a choice, or 0 while it is free. */
inline double beatsOf (int chosen) noexcept { return noteBeats[static_cast<std::size_t> (chosen)]; }

} // namespace athanor
