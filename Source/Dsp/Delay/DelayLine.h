// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
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

    void reset() noexcept
    {
        std::fill (frames.begin(), frames.end(), S (0.0f));
        age = S (everything);
    }

    /** Forgets one lane only: at once, for what it heard before is only no longer looked at. */
    void clearLane (int lane) noexcept { age.set (lane, 0.0f); }

    void push (S x) noexcept
    {
        frames[next] = x;
        next = (next + 1) & mask;
        age += S (1.0f);
    }

    /** The frame pushed so many pushes ago; 0 is the last one. */
    S at (int ago) const noexcept { return known (raw (ago), S (static_cast<float> (ago + 1))); }

    /** The same distance in all lanes. @param ago  In frames, from 1 to the longest. */
    S read (float ago) const noexcept
    {
        const auto whole = static_cast<int> (ago);
        const auto drawn = cubic (S (ago - static_cast<float> (whole)), raw (whole - 1), raw (whole), raw (whole + 1), raw (whole + 2));
        return known (drawn, S (ago + 3.0f));
    }

    /** Each lane at its own distance. @param ago  In frames, from 1 to the longest. */
    S read (S ago) const noexcept
    {
        const auto whole = toIntegers (ago);
        const auto place = static_cast<std::int32_t> (next - 1) - whole;
        const auto drawn = cubic (ago - toLanes<S::size> (whole), gather (place + 1), gather (place), gather (place - 1), gather (place - 2));
        return known (drawn, ago + 3.0f);
    }

private:
    static constexpr float everything = 1e9f; ///< An age to which adding one changes nothing.

    S raw (int ago) const noexcept { return frames[(next - 1 - static_cast<std::size_t> (ago)) & mask]; }

    /** Silence for what reaches back to before the lane was cleared. */
    S known (S x, S reach) const noexcept { return select (reach <= age, x, S (0.0f)); }

    /** Each lane from its own frame. */
    S gather (Integers<S::size> places) const noexcept
    {
        const auto wrapped = places & static_cast<std::int32_t> (mask);

#if defined(__AVX2__)
        if constexpr (S::size == 8)
        {
            const Integers<8> lanes { 0, 1, 2, 3, 4, 5, 6, 7 };
            const auto offsets = std::bit_cast<__m256i> ((wrapped << 3) + lanes);
            return S (_mm256_i32gather_ps (reinterpret_cast<const float*> (frames.data()), offsets, 4));
        }
#endif

        S result;

        for (int lane = 0; lane < S::size; ++lane)
            result.set (lane, frames[static_cast<std::size_t> (wrapped[lane])][lane]);

        return result;
    }

    static S cubic (S t, S a, S b, S c, S d) noexcept
    {
        const auto slope = 0.5f * (c - a);
        const auto bend = a - 2.5f * b + 2.0f * c - 0.5f * d;
        const auto twist = 0.5f * (d - a) + 1.5f * (b - c);
        return fma (fma (fma (twist, t, bend), t, slope), t, b);
    }

    std::vector<S> frames;
    std::size_t mask = 0, next = 0;
    S age { everything }; ///< How many frames each lane has heard since it was cleared.
};

} // namespace athanor::dsp
