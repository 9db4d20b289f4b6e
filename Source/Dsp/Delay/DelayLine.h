// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Lanes.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

namespace athanor::dsp
{

/** Remembers the last frames, to be read at any whole or broken distance back, in each lane at its own.

    Between frames it draws a cubic through four of them (Catmull and Rom, "A class of local interpolating splines", 1974),
    which keeps treble that a straight line would dull.
*/
template <typename S>
class DelayLine
{
public:
    /** Allocates. @param longest  The farthest distance that will be read, in frames. */
    void prepare (int longest)
    {
        frames.assign (std::bit_ceil (static_cast<std::size_t> (longest) + 4), S (0.0f));
        mask = frames.size() - 1;
        next = 0;
    }

    void reset() noexcept { std::fill (frames.begin(), frames.end(), S (0.0f)); }

    /** Forgets one lane only. */
    void clearLane (int lane) noexcept
    {
        for (auto& frame : frames)
            frame.set (lane, 0.0f);
    }

    void push (S x) noexcept
    {
        frames[next] = x;
        next = (next + 1) & mask;
    }

    /** The frame pushed so many pushes ago; 0 is the last one. */
    S at (int ago) const noexcept { return frames[(next - 1 - static_cast<std::size_t> (ago)) & mask]; }

    /** The same distance in all lanes. @param ago  In frames, from 1 to the longest. */
    S read (float ago) const noexcept
    {
        const auto whole = static_cast<int> (ago);
        return cubic (S (ago - static_cast<float> (whole)), at (whole - 1), at (whole), at (whole + 1), at (whole + 2));
    }

    /** Each lane at its own distance. @param ago  In frames, from 1 to the longest. */
    S read (S ago) const noexcept
    {
        S fraction, newer, here, older, oldest;

        for (int lane = 0; lane < S::size; ++lane)
        {
            const auto whole = static_cast<int> (ago[lane]);
            const auto place = next - 1 - static_cast<std::size_t> (whole);
            fraction.set (lane, ago[lane] - static_cast<float> (whole));
            newer.set (lane, frames[(place + 1) & mask][lane]);
            here.set (lane, frames[place & mask][lane]);
            older.set (lane, frames[(place - 1) & mask][lane]);
            oldest.set (lane, frames[(place - 2) & mask][lane]);
        }

        return cubic (fraction, newer, here, older, oldest);
    }

private:
    static S cubic (S t, S a, S b, S c, S d) noexcept
    {
        const auto slope = 0.5f * (c - a);
        const auto bend = a - 2.5f * b + 2.0f * c - 0.5f * d;
        const auto twist = 0.5f * (d - a) + 1.5f * (b - c);
        return ((twist * t + bend) * t + slope) * t + b;
    }

    std::vector<S> frames;
    std::size_t mask = 0, next = 0;
};

} // namespace athanor::dsp
