// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Shape/HalfBand.h"

namespace athanor::dsp
{

/** Two copies of a sound of which one runs a quarter of a turn behind the other, for all tones from about 20 Hz to Nyquist less 20 Hz.

    A half-band filter whose spectrum is turned by a quarter: its two branches then differ by 90 degrees. Phillip Regalia, Sanjit
    Mitra and P. Vaidyanathan, "The digital all-pass filter: a versatile signal processing building block", 1988.
*/
template <typename S>
class Quadrature
{
public:
    struct Pair
    {
        S first, second; ///< For a cosine in, a cosine and a sine.
    };

    void prepare (double sampleRate)
    {
        coefficients = designHalfBand<count> (2 * 20 / sampleRate);
        reset();
    }

    void reset() noexcept
    {
        for (auto* memory : { &inputs, &outputs })
            for (auto& pair : *memory)
                pair = { S (0.0f), S (0.0f) };

        before = S (0.0f);
    }

    void resetLane (int lane) noexcept
    {
        for (auto* memory : { &inputs, &outputs })
            for (auto& pair : *memory)
            {
                pair[0].set (lane, 0.0f);
                pair[1].set (lane, 0.0f);
            }

        before.set (lane, 0.0f);
    }

    Pair tick (S x) noexcept
    {
        // The second branch hears the frame before: that is the odd delay of the half-band.
        const Pair result { run (x, 0), run (before, 1) };
        before = x;
        step = 1 - step;
        return result;
    }

private:
    static constexpr int count = 12;

    /** Allpasses of two frames, turned: (z^-2 - c) / (1 - c z^-2). */
    S run (S x, std::size_t from) noexcept
    {
        const auto now = static_cast<std::size_t> (step);

        for (auto i = from; i < count; i += 2)
        {
            const auto y = fma (outputs[i][now] - x, S (coefficients[i]), inputs[i][now]);
            inputs[i][now] = x;
            outputs[i][now] = y;
            x = y;
        }

        return x;
    }

    using Two = std::array<S, 2>; ///< The last two frames; `step` says which is the older.

    std::array<float, count> coefficients {};
    std::array<Two, count> inputs {}, outputs {};
    S before { 0.0f };
    int step = 0;
};

} // namespace athanor::dsp
