// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that can be repeated, for whole lanes.
#pragma once

#include "Dsp/Fast.h"

namespace athanor::dsp
{

/** Mixes the bits of a number, so that neighbours have nothing in common. Never zero. (Chris Wellons, "Prospecting for hash functions", 2018.) */
constexpr std::uint32_t scatter (std::uint32_t x) noexcept
{
    x = (x ^ (x >> 16)) * 0x7feb352du;
    x = (x ^ (x >> 15)) * 0x846ca68bu;
    x ^= x >> 16;
    return x != 0 ? x : 0x9e3779b9u;
}

/** -1 to 1 from a number, the same each time. */
constexpr float chanceOf (std::uint32_t x) noexcept { return static_cast<float> (scatter (x) >> 8) * 0x1p-23f - 1.0f; }

/** White noise, each lane from its own seed. (George Marsaglia, "Xorshift RNGs", 2003.) */
template <int n>
class Noise
{
public:
    void seed (int lane, std::uint32_t from) noexcept { state[lane] = static_cast<std::int32_t> (scatter (from)); }

    /** The next values, evenly spread from -1 to 1. */
    Lanes<n> next() noexcept
    {
        using Unsigned [[gnu::vector_size (n * 4)]] = std::uint32_t;
        auto x = std::bit_cast<Unsigned> (state);
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        state = std::bit_cast<Integers<n>> (x);
        return toLanes<n> (state) * 0x1p-31f;
    }

private:
    Integers<n> state = Integers<n> {} + 0x2545f491;
};

} // namespace athanor::dsp
