// SPDX-License-Identifier: GPL-3.0-or-later
// Four poles in a row with feedback around them: the filter of the classic synthesizers.
#pragma once

#include "Dsp/Fast.h"

#include <array>

namespace athanor::dsp
{

/** A gentle saturation that needs no division: x - x^3, straight for quiet sound and flat at its ends. */
template <int n>
inline Lanes<n> softClip (Lanes<n> x) noexcept
{
    constexpr float end = 0.577350269f; // Where the slope is zero.
    x = clamp (x, Lanes<n> (-end), Lanes<n> (end));
    return fma (-(x * x), x, x);
}

inline constexpr float softClipScale = 0.384900179f; ///< What softClip makes of its end: this times a signal of one just fits.

/** Trapezoidal four-pole ladder; what enters the first pole, feedback and all, is saturated.

    The feedback has no delay: its linear part is solved for, so that the filter is in tune, and only the sum is bent.
    Whatever the cutoff does, the poles only ever average a signal that is bounded: it cannot run away.

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
        const auto turns = 0.5f * clamp (ratio, S (1e-5f), S (0.49f));
        const auto rise = sineOfQuarter (turns);
        const auto gain = rise / (rise + sineOfQuarter (0.25f - turns)); // tan / (1 + tan)
        const auto squared = gain * gain;
        const auto solved = 1.0f / fma (resonance, squared * squared, S (1.0f));

        // Resonance takes from what is below the cutoff; half of that is given back.
        return { gain, 1.0f - gain, drive * softClipScale * fma (resonance, S (0.5f), S (1.0f)) * solved, resonance * solved };
    }

    /** What went into the first pole, and what the four put out, all in units of softClipScale. */
    using Outputs = std::array<S, 5>;

    [[gnu::always_inline]] Outputs tick (S x, const Shape& shape) noexcept // A call would empty all registers.
    {
        const S a = shape.keep, g1 = shape.gain, g2 = g1 * g1, g3 = g2 * g1, g4 = g2 * g2;
        const auto entry = softClip (fma (x, shape.input, product (feedbackOf (shape), state)));
        const S p1 = a * state[0], p2 = fma (a, state[1], g1 * p1), p3 = fma (a, state[2], g1 * p2), p4 = fma (a, state[3], g1 * p3);
        const Outputs y { entry, fma (entry, g1, p1), fma (entry, g2, p2), fma (entry, g3, p3), fma (entry, g4, p4) };

        // The state does not wait for the outputs, which is a little shorter.
        state = { fma (entry, g1 + g1, fma (p1, S (2.0f), -state[0])), fma (entry, g2 + g2, fma (p2, S (2.0f), -state[1])),
                  fma (entry, g3 + g3, fma (p3, S (2.0f), -state[2])), fma (entry, g4 + g4, fma (p4, S (2.0f), -state[3])) };
        return y;
    }

    /** The last pole's output, in units of softClipScale, for as long as the shape stays: two frames or more. The same mathematics, arranged so that one
        frame need not wait for the other.

        The feedback of a frame is split into what the last two entries add to it, which is late, and what follows from the
        state before them. So the long way, from the state through the poles, is taken two frames ahead.
    */
    template <typename Input, typename Output>
    void run (const Shape& shape, int frames, Input&& input, Output&& output) noexcept
    {
        const S a = shape.keep, g1 = shape.gain, g2 = g1 * g1, g3 = g2 * g1, g4 = g2 * g2;
        const std::array<S, 4> enters { 2.0f * g1, 2.0f * g2, 2.0f * g3, 2.0f * g4 };
        const auto feedback = feedbackOf (shape);
        const auto soon = aFrameLater (shape, feedback);
        const auto later = aFrameLater (shape, soon);
        const auto late = product (feedback, enters), later2 = product (soon, enters);

        auto now = state; // So that it stays in registers whatever the output is written over.

        const auto step = [&] (int frame, S entry) {
            const S p1 = a * now[0], p2 = fma (a, now[1], g1 * p1), p3 = fma (a, now[2], g1 * p2), p4 = fma (a, now[3], g1 * p3);
            output (frame, fma (entry, g4, p4));
            now = { fma (entry, enters[0], fma (p1, S (2.0f), -now[0])), fma (entry, enters[1], fma (p2, S (2.0f), -now[1])),
                    fma (entry, enters[2], fma (p3, S (2.0f), -now[2])), fma (entry, enters[3], fma (p4, S (2.0f), -now[3])) };
        };

        S before = softClip (fma (input (0), shape.input, product (feedback, now)));
        S known = fma (input (1), shape.input, product (soon, now));

        for (int frame = 0; frame < frames - 2; ++frame)
        {
            const auto entry = softClip (fma (before, late, known));
            known = fma (before, later2, fma (input (frame + 2), shape.input, product (later, now)));
            step (frame, before);
            before = entry;
        }

        step (frames - 2, before);
        step (frames - 1, softClip (fma (before, late, known)));
        state = now;
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
    static S product (const std::array<S, 4>& x, const std::array<S, 4>& y) noexcept
    {
        return fma (x[0], y[0], x[1] * y[1]) + fma (x[2], y[2], x[3] * y[3]);
    }

    /** What each state adds to the entry of this frame. */
    static std::array<S, 4> feedbackOf (const Shape& shape) noexcept
    {
        const S last = -shape.feedback * shape.keep, third = last * shape.gain, second = third * shape.gain;
        return { second * shape.gain, second, third, last };
    }

    /** What each state adds, by way of the states it turns into when nothing enters, to what those add. */
    static std::array<S, 4> aFrameLater (const Shape& shape, const std::array<S, 4>& added) noexcept
    {
        const S stays = 2.0f * shape.keep - 1.0f;
        S passed { 0.0f };
        std::array<S, 4> sums;

        for (std::size_t pole = 4; pole-- > 0;)
        {
            sums[pole] = fma (added[pole], stays, passed);
            passed = shape.gain * fma (added[pole], 2.0f * shape.keep, passed);
        }

        return sums;
    }

    std::array<S, 4> state { S (0.0f), S (0.0f), S (0.0f), S (0.0f) };
};

} // namespace athanor::dsp
