// SPDX-License-Identifier: GPL-3.0-or-later
// How far an exponential goes in one frame.
#pragma once

#include "Dsp/Fast.h"

namespace athanor::dsp
{

/** The part of its way that a curve keeps in each frame, so that after `seconds` it has kept 2^-halvings. Time zero keeps nothing. */
template <int n>
inline Lanes<n> keptPerFrame (Lanes<n> seconds, float halvings, float framePeriod) noexcept
{
    return exp2 (framePeriod * -halvings / max (seconds, Lanes<n> (1e-9f)));
}

inline constexpr float attackPeak = 1.25f;           ///< An attack heads for this, and ends at one: nearly straight, as a capacitor charges.
inline constexpr float attackHalvings = 2.32192809f; ///< log2 (1.25 / 0.25).
inline constexpr float decayHalvings = 9.96578428f;  ///< log2 (1000): times are counted down to -60 dB.
inline constexpr float silence = 1e-5f;              ///< -100 dB: an envelope that gets here is over.

} // namespace athanor::dsp
