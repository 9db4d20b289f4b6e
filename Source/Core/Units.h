// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that mean something: frames, ticks, hertz, and the two constants that all of time hangs on.
#pragma once

#include <compare>
#include <cstdint>

namespace athanor
{

/** A number that only meets its own kind: frames never add to ticks, and no bare number becomes either. */
template <typename Tag, typename Number>
struct Quantity
{
    Number value {};

    constexpr Quantity() = default;

    constexpr explicit Quantity (Number n) : value (n) {}

    friend constexpr auto operator<=> (Quantity, Quantity) = default;

    friend constexpr Quantity operator+ (Quantity a, Quantity b) { return Quantity (a.value + b.value); }

    friend constexpr Quantity operator- (Quantity a, Quantity b) { return Quantity (a.value - b.value); }

    friend constexpr Quantity operator* (Quantity a, Number n) { return Quantity (a.value * n); }

    constexpr Quantity& operator+= (Quantity other) { return *this = *this + other; }

    constexpr Quantity& operator-= (Quantity other) { return *this = *this - other; }
};

using Frames = Quantity<struct FramesTag, std::int64_t>; ///< Sample frames at the rate of the device.
using Ticks = Quantity<struct TicksTag, std::int64_t>;   ///< Musical time: see ticksPerBeat.
using Hertz = Quantity<struct HertzTag, double>;

/** The engine computes this many frames at a time, whatever the host asks for. */
inline constexpr int quantum = 64;

/** 256 x lcm (1 … 16, 32): exact for 1/256 of a line at 1-16, 24 and 32 lines per beat, and for 24 classic tracker ticks. */
inline constexpr std::int64_t ticksPerBeat = 369'008'640;

constexpr Ticks beats (std::int64_t count) { return Ticks (count * ticksPerBeat); }

} // namespace athanor
