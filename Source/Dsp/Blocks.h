// SPDX-License-Identifier: GPL-3.0-or-later
// Sums and copies of whole quanta, eight floats at a time, whatever the lanes of the signal.
#pragma once

#include "Dsp/Lanes.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace athanor::dsp
{

/** Eight floats of a longer row. */
inline Voices loadEight (const float* from) noexcept
{
    Voices eight;
    std::memcpy (&eight, from, sizeof eight);
    return eight;
}

inline void storeEight (float* to, Voices eight) noexcept { std::memcpy (to, &eight, sizeof eight); }

/** to += from. Both hold the same number of lanes, a multiple of eight floats in all. */
template <typename S, std::size_t count>
void addFrames (std::array<S, count>& to, const std::array<S, count>& from) noexcept
{
    auto* out = reinterpret_cast<float*> (to.data());
    const auto* in = reinterpret_cast<const float*> (from.data());

    for (std::size_t i = 0; i < count * S::size; i += 8)
        storeEight (out + i, loadEight (out + i) + loadEight (in + i));
}

/** to += from * gain. */
template <typename S, std::size_t count>
void addFrames (std::array<S, count>& to, const std::array<S, count>& from, float gain) noexcept
{
    auto* out = reinterpret_cast<float*> (to.data());
    const auto* in = reinterpret_cast<const float*> (from.data());
    const Voices factor (gain);

    for (std::size_t i = 0; i < count * S::size; i += 8)
        storeEight (out + i, loadEight (out + i) + loadEight (in + i) * factor);
}

/** to += a, then b, c and d: four sources in one pass, so that the sum is written once. */
template <typename S, std::size_t count>
void addFrames (std::array<S, count>& to, const std::array<S, count>& a, const std::array<S, count>& b, const std::array<S, count>& c, const std::array<S, count>& d) noexcept
{
    auto* out = reinterpret_cast<float*> (to.data());
    const auto* in0 = reinterpret_cast<const float*> (a.data());
    const auto* in1 = reinterpret_cast<const float*> (b.data());
    const auto* in2 = reinterpret_cast<const float*> (c.data());
    const auto* in3 = reinterpret_cast<const float*> (d.data());

    for (std::size_t i = 0; i < count * S::size; i += 8)
        storeEight (out + i, loadEight (out + i) + loadEight (in0 + i) + loadEight (in1 + i) + loadEight (in2 + i) + loadEight (in3 + i));
}

} // namespace athanor::dsp
