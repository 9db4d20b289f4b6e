// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"

namespace athanor::dsp
{

/** Leaves what stays within ±1 untouched and bends what goes beyond, never farther than ±2: keeps feedback in bounds unheard. */
template <int n>
inline Lanes<n> softLimit (Lanes<n> x) noexcept
{
    const auto inside = clamp (x, Lanes<n> (-1.0f), Lanes<n> (1.0f));
    const auto beyond = x - inside;
    return isNone (abs (beyond) > 0.0f) ? inside : inside + tanh (beyond);
}

} // namespace athanor::dsp
