// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Synth/Wave/Wavetable.h"

#include <array>
#include <random>

namespace athanor::synth
{

/** Sixteen sets of numbers from -1 to 1, one for each harmonic: always the same, and Vital's. */
class RandomAmplitudes
{
public:
    static constexpr int stages = 16;

    static float of (int stage, int harmonic) noexcept
    {
        // Vital lays four numbers to two harmonics and uses every other one; sets overlap where that does not come out even.
        const auto place = static_cast<std::size_t> (stage * Wavetable::bins / 4 * 4 + 2 * harmonic);
        return place < instance().numbers.size() ? instance().numbers[place] : 0.0f;
    }

    /** Draws the numbers, which the first use would do otherwise: not for the audio thread. */
    static void prepare() { instance(); }

private:
    RandomAmplitudes()
    {
        std::mt19937 engine (4);

        for (auto& number : numbers)
            number = static_cast<float> (engine()) * 0x1p-32f * 2 - 1;
    }

    static const RandomAmplitudes& instance() noexcept
    {
        static const RandomAmplitudes drawn;
        return drawn;
    }

    std::array<float, (stages + 1) * (Wavetable::bins + 1) / 4 * 4> numbers;
};

} // namespace athanor::synth
