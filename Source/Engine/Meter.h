// SPDX-License-Identifier: GPL-3.0-or-later
// What a track's meter knows: written by the audio thread, read by whoever draws it.
#pragma once

#include "Modules/Signal.h"

#include <atomic>

namespace athanor
{

/** Peaks since the last reading, and the power of the last 300 ms. All linear. */
class MeterState
{
public:
    std::atomic<float> peakLeft { 0 }, peakRight { 0 }, powerLeft { 0 }, powerRight { 0 };
    std::atomic<bool> hasClipped { false };

    /** `smoothing` is the part of the power that one quantum renews. */
    void measure (const Signal<dsp::Stereo>& signal, float smoothing) noexcept
    {
        constexpr auto relaxed = std::memory_order_relaxed;
        dsp::Stereo peak (0.0f), power (0.0f);

        if (! signal.silent)
            for (int i = 0; i < quantum; ++i)
            {
                peak = dsp::max (peak, dsp::abs (signal[i]));
                power += signal[i] * signal[i];
            }
        else if (powerLeft.load (relaxed) < 1.0e-12f && powerRight.load (relaxed) < 1.0e-12f)
            return;

        raise (peakLeft, peak[0]);
        raise (peakRight, peak[1]);
        powerLeft.store (powerLeft.load (relaxed) + smoothing * (power[0] / quantum - powerLeft.load (relaxed)), relaxed);
        powerRight.store (powerRight.load (relaxed) + smoothing * (power[1] / quantum - powerRight.load (relaxed)), relaxed);

        if (peak[0] > 1 || peak[1] > 1)
            hasClipped.store (true, relaxed);
    }

private:
    static void raise (std::atomic<float>& highest, float value) noexcept
    {
        // A reader may reset it in between: then one quantum's peak is shown a reading later, which nobody sees.
        if (value > highest.load (std::memory_order_relaxed))
            highest.store (value, std::memory_order_relaxed);
    }
};

} // namespace athanor
