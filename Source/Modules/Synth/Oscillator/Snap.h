// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Synth/Oscillator/WaveReading.h"

#include <array>
#include <cmath>

namespace athanor::synth
{

/** Bends transpositions to the nearest notes of a scale, as the `transpose_quantize` controls say it: one bit for each
    semitone of an octave, and one more for whether it is the sounding note that is bent, rather than the transposition alone. */
class Snap
{
public:
    explicit Snap (int quantize) noexcept : scale (quantize & 0xfff), isGlobal ((quantize & 0x1000) != 0)
    {
        if (scale == 0)
            return;

        for (int semitone = 0; semitone <= 12; ++semitone)
            nearest[static_cast<std::size_t> (semitone)] = nearestTo (semitone);
    }

    Floats8 operator() (Floats8 key, Floats8 transpose) const noexcept
    {
        if (scale == 0)
            return key + transpose;

        const auto snapped = isGlobal ? key + transpose : transpose;
        const auto inOctave = dsp::fraction (snapped * (1.0f / 12)) * 12.0f;
        auto result = snapped - inOctave;

        for (int i = 0; i < 8; ++i)
        {
            const auto place = static_cast<int> (inOctave[i] + 0.5f);
            result.set (i, result[i] + nearest[static_cast<std::size_t> (place >= 0 && place <= 12 ? place : 0)]);
        }

        return isGlobal ? result : key + result;
    }

private:
    bool has (int semitone) const noexcept { return ((scale >> (((semitone % 12) + 12) % 12)) & 1) != 0; }

    /** The lower one of two that are equally near. */
    float nearestTo (int semitone) const noexcept
    {
        for (int distance = 0; distance < 12; ++distance)
        {
            if (has (semitone - distance))
                return static_cast<float> (semitone - distance);

            if (has (semitone + distance))
                return static_cast<float> (semitone + distance);
        }

        return static_cast<float> (semitone);
    }

    int scale;
    bool isGlobal;
    std::array<float, 13> nearest {};
};

} // namespace athanor::synth
