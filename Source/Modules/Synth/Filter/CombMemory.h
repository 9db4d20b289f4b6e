// SPDX-License-Identifier: GPL-3.0-or-later
// What eight lanes were fed, to be read at eight different distances.
#pragma once

#include "Core/LazyMemory.h"
#include "Dsp/Fast.h"
#include "Modules/Synth/SynthLanes.h"

#include <algorithm>
#include <cstring>

namespace athanor::synth
{

/** The four weights of a cubic through four neighbours (Catmull and Rom). At 1 it is the third of them, at 0 the second. */
template <typename S>
inline std::array<S, 4> cubicWeights (S t) noexcept
{
    const auto half = t * 0.5f, square = t * half, cube = square * t;
    return { square * 2.0f - cube - half, dsp::fma (cube, 3.0f, dsp::fma (square, -5.0f, S (1.0f))), dsp::fma (square, 4.0f, half) - cube * 3.0f, cube - square };
}

/** Eight rings of their own. They are zero before a lane's beginning, without anybody clearing them.

    Memory that was never played is not taken from the system.
*/
class CombMemory
{
public:
    /** @param minimum  Frames to keep. */
    explicit CombMemory (int minimum) : size (static_cast<int> (std::bit_ceil (static_cast<unsigned> (minimum)))),
                                        stride (static_cast<std::size_t> (size) + padding),
                                        owner (stride * Lanes::size), memory (owner.data()) {}

    int maxPeriod() const noexcept { return memory == nullptr ? 2 : size - 3; }

    /** Nothing was before now. */
    void begin (dsp::Mask<8> lanes) noexcept
    {
        for (int lane = 0; lane < Lanes::size; ++lane)
            if (lanes[lane])
            {
                age.set (lane, 0.0f);

                // What a reader finds beside the first frames.
                for (int back = 0; back < guard; ++back)
                    put (lane, (last - back) & (size - 1), 0.0f);
            }
    }

    /** Nothing was before now in any lane; at once, and for all that may ever be read. */
    void clear() noexcept
    {
        if (memory != nullptr && hasSounded)
            std::fill_n (memory, stride * Lanes::size, 0.0f);

        hasSounded = false;
        age = Lanes (16e6f);
    }

    /** In each lane one frame of its sideways neighbour, that was pushed so many frames before the last one. */
    Lanes crossed (dsp::Integers<8> back) const noexcept
    {
        Lanes read;

        for (int lane = 0; lane < Lanes::size; ++lane)
            read.set (lane, memory[static_cast<std::size_t> (lane ^ 1) * stride + static_cast<std::size_t> ((last - back[lane]) & (size - 1))]);

        return read;
    }

    void push (Lanes x) noexcept
    {
        last = (last + 1) & (size - 1);
        hasSounded = true;
        age = dsp::min (age + 1.0f, Lanes (16e6f));

        for (int lane = 0; lane < Lanes::size; ++lane)
            put (lane, last, x[lane]);
    }

    /** @param past  Frames, from 2 to maxPeriod(). */
    Lanes read (Lanes past) const noexcept
    {
        // Vital rounds to the nearest frame where it might cut, and so leans out of the two middle neighbours.
        const auto nearest = dsp::floor (past);
        const auto weights = cubicWeights (nearest - past + 1.0f);
        const auto n = neighbours (dsp::toIntegers<8> (nearest) + 2);
        const auto value = dsp::fma (weights[3], n[3], dsp::fma (weights[2], n[2], dsp::fma (weights[1], n[1], weights[0] * n[0])));
        return dsp::select (nearest > age + 2.0f, Lanes (0.0f), value);
    }

    /** Four frames of each lane, the first of which was pushed so many frames before the last one. */
    std::array<Lanes, 4> neighbours (dsp::Integers<8> back) const noexcept
    {
        using Four [[gnu::vector_size (16)]] = float;
        Four rows[Lanes::size];

        for (int lane = 0; lane < Lanes::size; ++lane)
            std::memcpy (&rows[lane], memory + static_cast<std::size_t> (lane) * stride + static_cast<std::size_t> ((last - back[lane]) & (size - 1)), sizeof (Four));

        // Rows of four neighbours to columns of eight lanes.
        const auto join = [&] (int lane) { return __builtin_shufflevector (rows[lane], rows[lane + 4], 0, 1, 2, 3, 4, 5, 6, 7); };
        const auto r0 = join (0), r1 = join (1), r2 = join (2), r3 = join (3);
        const auto low01 = __builtin_shufflevector (r0, r1, 0, 8, 1, 9, 4, 12, 5, 13), high01 = __builtin_shufflevector (r0, r1, 2, 10, 3, 11, 6, 14, 7, 15);
        const auto low23 = __builtin_shufflevector (r2, r3, 0, 8, 1, 9, 4, 12, 5, 13), high23 = __builtin_shufflevector (r2, r3, 2, 10, 3, 11, 6, 14, 7, 15);
        return { Lanes (__builtin_shufflevector (low01, low23, 0, 1, 8, 9, 4, 5, 12, 13)), Lanes (__builtin_shufflevector (low01, low23, 2, 3, 10, 11, 6, 7, 14, 15)),
                 Lanes (__builtin_shufflevector (high01, high23, 0, 1, 8, 9, 4, 5, 12, 13)), Lanes (__builtin_shufflevector (high01, high23, 2, 3, 10, 11, 6, 7, 14, 15)) };
    }

private:
    static constexpr int guard = 4, padding = 272; ///< So that the rings do not fight for the same lines of the caches.

    void put (int lane, int place, float x) noexcept
    {
        auto* ring = memory + static_cast<std::size_t> (lane) * stride;
        ring[place] = x;

        if (place < guard)
            ring[size + place] = x;
    }

    int size;
    std::size_t stride;
    LazyMemory owner;
    float* memory;
    int last = 0;
    bool hasSounded = false;
    Lanes age { 16e6f };
};

} // namespace athanor::synth
