// SPDX-License-Identifier: GPL-3.0-or-later
// Spectra of overlapping parts of a recording.
#pragma once

#include "Dsp/Fft/Fft.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <span>
#include <vector>

namespace athanor
{

/** Each part under a Hann window. */
class Spectra
{
public:
    /** The sound must stay. @param size  A power of two. */
    Spectra (std::span<const float> s, int size) : sound (s), fft (size), window (static_cast<std::size_t> (size)), part (window.size()), bins (static_cast<std::size_t> (fft.bins()))
    {
        for (std::size_t i = 0; i < window.size(); ++i)
            window[i] = static_cast<float> (0.5 - 0.5 * std::cos (2 * std::numbers::pi * static_cast<double> (i) / static_cast<double> (window.size())));
    }

    /** The spectrum of the part that begins there; silence beyond the end. */
    std::span<const std::complex<float>> at (std::size_t begin)
    {
        for (std::size_t i = 0; i < part.size(); ++i)
            part[i] = begin + i < sound.size() ? sound[begin + i] * window[i] : 0.0f;

        fft.forward (part, bins);
        return bins;
    }

private:
    std::span<const float> sound;
    dsp::Fft fft;
    std::vector<float> window, part;
    std::vector<std::complex<float>> bins;
};

/** Where a curve peaks between its points, from the three around the highest: -0.5 to 0.5 of the way to the next. */
inline double peakBetween (double before, double top, double after)
{
    const auto bend = before - 2 * top + after;
    return std::abs (bend) < 1.0e-12 ? 0.0 : std::clamp (0.5 * (before - after) / bend, -0.5, 0.5);
}

} // namespace athanor
