// SPDX-License-Identifier: GPL-3.0-or-later
// What a recording is made of: how much of a frequency, and at which frequency exactly.
#pragma once

#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

namespace athanor
{

/** The part of a sound at a frequency, as amplitude and phase of a sine; seen through Blackman and Harris's window of four
    terms, so that what lies more than four bins away leaks in by less than -92 dB.

    @param turns  The frequency over the sample rate.
*/
inline std::complex<double> partAt (std::span<const float> sound, double turns)
{
    std::complex<double> sum = 0;
    double weights = 0;

    for (std::size_t i = 0; i < sound.size(); ++i)
    {
        const double x = 2 * std::numbers::pi * (static_cast<double> (i) + 0.5) / static_cast<double> (sound.size());
        const double window = 0.35875 - 0.48829 * std::cos (x) + 0.14128 * std::cos (2 * x) - 0.01168 * std::cos (3 * x);
        sum += window * static_cast<double> (sound[i]) * std::polar (1.0, -2 * std::numbers::pi * turns * static_cast<double> (i));
        weights += window;
    }

    return 2.0 * sum / weights;
}

/** How loud a frequency is, in dB; a full-scale sine has 0. */
inline double decibelsAt (std::span<const float> sound, double turns)
{
    return 20 * std::log10 (std::abs (partAt (sound, turns)) + 1e-15);
}

/** The frequency near `turns` that is really there, from how its phase moves between the two halves of the sound. */
inline double exactFrequency (std::span<const float> sound, double turns)
{
    const auto half = sound.size() / 2;
    const auto phase = std::arg (partAt (sound.subspan (half, half), turns) / partAt (sound.first (half), turns));
    const double expected = turns * static_cast<double> (half);
    const double whole = std::round (expected - phase / (2 * std::numbers::pi));
    return (whole + phase / (2 * std::numbers::pi)) / static_cast<double> (half);
}

inline double centsBetween (double frequency, double other) { return 1200 * std::log2 (frequency / other); }

/** Root of the mean square. */
inline double loudnessOf (std::span<const float> sound)
{
    double sum = 0;

    for (const float x : sound)
        sum += static_cast<double> (x) * static_cast<double> (x);

    return std::sqrt (sum / static_cast<double> (sound.size()));
}

/** The largest jump between two frames, of the sound twice differentiated: what the ear hears as a click. */
inline double roughestCorner (std::span<const float> sound)
{
    double worst = 0;

    for (std::size_t i = 2; i < sound.size(); ++i)
        worst = std::max (worst, std::abs (static_cast<double> (sound[i]) - 2 * static_cast<double> (sound[i - 1]) + static_cast<double> (sound[i - 2])));

    return worst;
}

} // namespace athanor
