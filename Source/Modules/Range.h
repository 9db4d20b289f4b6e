// SPDX-License-Identifier: GPL-3.0-or-later
// Where a knob may go, where it starts, and how its way from left to right is shaped.
#pragma once

#include <span>
#include <string_view>

namespace athanor
{

enum class Curve { linear,
                   logarithmic, ///< Equal ratios for equal turns; low must be above zero.
                   squared      ///< Fine near the low end, for times that may be zero.
};

/** Where a knob may go, where it starts, and how to show it. */
struct Range
{
    float low = 0, high = 1, initial = 0;
    std::string_view unit = "";
    Curve curve = Curve::linear;
    std::span<const std::string_view> choices = {}; ///< Names for 0, 1, 2, …; empty for a continuous knob.
    bool isWhole = false;                           ///< Only whole numbers.

    /** Where `value` stands on the way from low (0) to high (1). */
    float toPosition (float value) const noexcept;

    /** The value at a position from 0 to 1; whole where the range is. */
    float fromPosition (float position) const noexcept;

    float clamp (float value) const noexcept;
};

constexpr Range hertz (float low, float high, float initial) { return { low, high, initial, "Hz", Curve::logarithmic }; }

constexpr Range seconds (float low, float high, float initial) { return { low, high, initial, "s", low > 0 ? Curve::logarithmic : Curve::squared }; }

constexpr Range decibels (float low, float high, float initial) { return { low, high, initial, "dB" }; }

constexpr Range semitones (float low, float high, float initial) { return { low, high, initial, "st" }; }

constexpr Range amount (float initial) { return { 0, 1, initial }; }

constexpr Range bipolar (float initial) { return { -1, 1, initial }; }

constexpr Range whole (int low, int high, int initial)
{
    return { static_cast<float> (low), static_cast<float> (high), static_cast<float> (initial), "", Curve::linear, {}, true };
}

constexpr Range choice (std::span<const std::string_view> names, int initial = 0)
{
    return { 0, static_cast<float> (names.size()) - 1, static_cast<float> (initial), "", Curve::linear, names, true };
}

} // namespace athanor
