// SPDX-License-Identifier: GPL-3.0-or-later
// How far a level is turned down, and how fast: the two halves of a compressor.
#pragma once

#include "Dsp/Fast.h"

namespace athanor::dsp
{

/** How many decibels a level is turned down; never above zero.

    @param level, threshold  In decibels.
    @param knee              Decibels over which the curve bends; 0 is a sharp corner.
    @param slope             1 - 1 / ratio: 0 does nothing, 1 is a limiter.
    Dimitrios Giannoulis, Michael Massberg and Joshua Reiss, "Digital dynamic range compressor design", 2012, equation 4.
*/
template <int n>
inline Lanes<n> compression (Lanes<n> level, Lanes<n> threshold, Lanes<n> knee, Lanes<n> slope) noexcept
{
    const auto over = level - threshold;
    const auto bend = max (over + 0.5f * knee, Lanes<n> (0.0f));
    const auto inKnee = bend * bend * 0.5f / max (knee, Lanes<n> (1e-3f));
    return -slope * select (over * 2.0f > knee, max (over, Lanes<n> (0.0f)), select (over * -2.0f > knee, Lanes<n> (0.0f), inKnee));
}

/** The share of the way that is left after one frame, for a motion that makes 63 % of its way in `seconds`. */
template <int n>
inline Lanes<n> leftPerFrame (Lanes<n> seconds, float framePeriod) noexcept
{
    return exp2 (-1.44269504f * framePeriod / max (seconds, Lanes<n> (1e-6f)));
}

/** Follows a value, with one haste when it falls and another when it rises. */
template <int n>
class Follower
{
public:
    using S = Lanes<n>;

    S tick (S goal, S leftWhenFalling, S leftWhenRising) noexcept
    {
        const auto left = select (goal < value, leftWhenFalling, leftWhenRising);
        value = fma (value - goal, left, goal);
        return value;
    }

    S now() const noexcept { return value; }

    void reset (S start = S (0.0f)) noexcept { value = start; }

    void resetLane (int lane, float start = 0) noexcept { value.set (lane, start); }

private:
    S value { 0.0f };
};

} // namespace athanor::dsp
