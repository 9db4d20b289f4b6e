// SPDX-License-Identifier: GPL-3.0-or-later
// Four poles in a row with feedback around them: the filter of the classic synthesizers.
#pragma once

#include "Dsp/Fast.h"

#include <array>

namespace athanor::dsp
{

/** A gentle saturation that needs no division: straight for quiet sound, flat at one from 1.5 on. */
template <int n>
inline Lanes<n> softClip (Lanes<n> x) noexcept
{
    x = clamp (x, Lanes<n> (-1.5f), Lanes<n> (1.5f));
    return fma (x * x * (-4.0f / 27), x, x);
}

/** Trapezoidal four-pole ladder; what enters the first pole, feedback and all, is saturated.

    The feedback has no delay: its linear part is solved for, so that the filter is in tune, and only the sum is bent.
    Whatever the cutoff does, the poles only ever average a signal that lies between -1 and 1: it cannot run away.

    Vadim Zavalishin, "The Art of VA Filter Design", chapter 5, 2018.
*/
template <int n>
class Ladder
{
public:
    using S = Lanes<n>;

    struct Shape
    {
        S gain;     ///< Of one pole: how far it goes towards its input in a frame.
        S keep;     ///< 1 - gain.
        S input;    ///< What a quiet input becomes.
        S feedback; ///< Likewise the state of the poles.
    };

    /** @param ratio      Cutoff over sample rate, clamped to 0.49.
        @param resonance  Feedback around the poles: from 4 on it oscillates by itself.
        @param drive      Factor before the saturation.
    */
    static Shape design (S ratio, S resonance, S drive) noexcept
    {
        const auto g = tangent (0.5f * clamp (ratio, S (1e-5f), S (0.49f)));
        const auto gain = g / (1.0f + g);
        const auto squared = gain * gain;
        const auto solved = 1.0f / fma (resonance, squared * squared, S (1.0f));

        // Resonance takes from what is below the cutoff; half of that is given back.
        return { gain, 1.0f - gain, drive * fma (resonance, S (0.5f), S (1.0f)) * solved, resonance * solved };
    }

    /** What went into the first pole, and what the four put out. */
    using Outputs = std::array<S, 5>;

    Outputs tick (S x, const Shape& shape) noexcept
    {
        const auto poles = rest (shape);
        Outputs y;
        y[0] = softClip (fma (x, shape.input, -(shape.feedback * poles[3])));
        auto gain = shape.gain;

        for (std::size_t pole = 0; pole < 4; ++pole, gain *= shape.gain)
        {
            y[pole + 1] = fma (y[0], gain, poles[pole]);
            state[pole] = fma (y[pole + 1], S (2.0f), -state[pole]);
        }

        return y;
    }

    /** The last pole's output, for as long as the shape stays. The same mathematics, arranged so that one frame need not wait for the other.

        What the feedback of the next frame will be is split into what the entry of this one adds to it, which is late, and
        what was known before. The long way, from the state through the poles, is so taken one frame ahead.
    */
    template <typename Input, typename Output>
    void run (const Shape& shape, int frames, Input&& input, Output&& output) noexcept
    {
        const S g1 = shape.gain, g2 = g1 * g1, g3 = g2 * g1, g4 = g2 * g2;
        const S a = shape.keep;
        const S w1 = a * g3, w2 = a * g2, w3 = a * g1, w4 = a; // The feedback of a state.

        // The feedback after next: the state of each pole without the entry is 2 rest - state.
        const S c1 = w1 * (2.0f * a - 1.0f) + w2 * (2.0f * a * g1) + w3 * (2.0f * a * g2) + w4 * (2.0f * a * g3);
        const S c2 = w2 * (2.0f * a - 1.0f) + w3 * (2.0f * a * g1) + w4 * (2.0f * a * g2);
        const S c3 = w3 * (2.0f * a - 1.0f) + w4 * (2.0f * a * g1);
        const S c4 = w4 * (2.0f * a - 1.0f);
        const S late = -shape.feedback * 2.0f * (w1 * g1 + w2 * g2 + w3 * g3 + w4 * g4);
        const S h1 = 2.0f * g1, h2 = 2.0f * g2, h3 = 2.0f * g3, h4 = 2.0f * g4;

        S s1 = state[0], s2 = state[1], s3 = state[2], s4 = state[3];
        const auto first = fma (s1, w1, s2 * w2) + fma (s3, w3, s4 * w4);
        S early = fma (input (0), shape.input, -(shape.feedback * first));
        S entry { 0.0f };

        for (int frame = 0; frame < frames; ++frame)
        {
            entry = softClip (frame == 0 ? early : fma (entry, late, early));

            if (frame + 1 < frames)
                early = fma (input (frame + 1), shape.input, -(shape.feedback * (fma (s1, c1, s2 * c2) + fma (s3, c3, s4 * c4))));

            const S p1 = a * s1, p2 = fma (a, s2, g1 * p1), p3 = fma (a, s3, g1 * p2), p4 = fma (a, s4, g1 * p3);
            output (frame, fma (entry, g4, p4));
            s1 = fma (entry, h1, fma (p1, S (2.0f), -s1));
            s2 = fma (entry, h2, fma (p2, S (2.0f), -s2));
            s3 = fma (entry, h3, fma (p3, S (2.0f), -s3));
            s4 = fma (entry, h4, fma (p4, S (2.0f), -s4));
        }

        state = { s1, s2, s3, s4 };
    }

    void reset() noexcept { state.fill (S (0.0f)); }

    void resetLane (int lane) noexcept
    {
        for (auto& pole : state)
            pole.set (lane, 0);
    }

    /** True when what still rings is below -120 dB. */
    bool isQuiet() const noexcept
    {
        const auto loudest = max (max (abs (state[0]), abs (state[1])), max (abs (state[2]), abs (state[3])));
        return isNone (loudest > 1e-6f);
    }

private:
    /** What each pole would put out with nothing coming in. */
    std::array<S, 4> rest (const Shape& shape) const noexcept
    {
        std::array<S, 4> poles;
        poles[0] = shape.keep * state[0];

        for (std::size_t pole = 1; pole < 4; ++pole)
            poles[pole] = fma (shape.keep, state[pole], shape.gain * poles[pole - 1]);

        return poles;
    }

    std::array<S, 4> state { S (0.0f), S (0.0f), S (0.0f), S (0.0f) };
};

} // namespace athanor::dsp
