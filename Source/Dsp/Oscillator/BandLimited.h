// SPDX-License-Identifier: GPL-3.0-or-later
// The classic waveforms with their corners rounded just enough that nothing folds back from above half the sample rate.
#pragma once

#include "Dsp/Fast.h"

namespace athanor::dsp
{

/** Where an oscillator stands: a turn is 2^32, so that wrapping round costs nothing and never drifts. */
template <int n>
struct Phase
{
    Integers<n> value {};

    /** Goes on by a part of a turn, -0.5 to 0.5. */
    void advance (Lanes<n> turns) noexcept { value = addWrapping<n> (value, toSteps (turns)); }

    void advance (Integers<n> steps) noexcept { value = addWrapping<n> (value, steps); }

    /** How far it is from the start of the wave, in turns: -0.5 to 0.5. */
    Lanes<n> distance() const noexcept { return toLanes<n> (value) * 0x1p-32f; }

    /** The same, for a wave that starts `turns` (-0.5 to 0.5) later. */
    Lanes<n> distance (Lanes<n> turns) const noexcept { return toLanes<n> (addWrapping<n> (value, toSteps (-turns))) * 0x1p-32f; }

    /** Sets one lane, in turns of 0 to 1. */
    void set (int lane, float turns) noexcept { value[lane] = static_cast<std::int32_t> (static_cast<std::uint32_t> (static_cast<std::int64_t> (static_cast<double> (turns) * 0x1p32))); }

    static Integers<n> toSteps (Lanes<n> turns) noexcept { return toIntegers (turns * 0x1p32f); }
};

/** What a step of one, rounded by a cubic B-spline, still lacks on its far side: a half at the step, nothing two frames away.

    Jussi Pekonen, Juhan Nam, Julius Smith, Vesa Välimäki, "Perceptually informed synthesis of bandlimited classical
    waveforms using integrated polynomial interpolation", Journal of the Acoustical Society of America, 2012.

    @param frames  Distance from the step, not negative.
*/
template <int n>
inline Lanes<n> stepRest (Lanes<n> frames) noexcept
{
    const auto far = max (2.0f - frames, Lanes<n> (0.0f));
    const auto near = max (1.0f - frames, Lanes<n> (0.0f));
    const auto far2 = far * far;
    const auto near2 = near * near;
    return fma (far2 * (1.0f / 24), far2, near2 * near2 * (-1.0f / 6));
}

/** The same for a corner: how far a rounded corner lies from a sharp one that turns by one, in frames. */
template <int n>
inline Lanes<n> cornerRest (Lanes<n> frames) noexcept
{
    const auto far = max (2.0f - frames, Lanes<n> (0.0f));
    const auto near = max (1.0f - frames, Lanes<n> (0.0f));
    const auto far2 = far * far;
    const auto near2 = near * near;
    return fma (far2 * far2, far * (1.0f / 120), near2 * near2 * near * (-1.0f / 30));
}

/** A rising saw from -1 to 1 that falls where the distance is zero.

    @param distance       From the fall, in turns, -0.5 to 0.5.
    @param framesPerTurn  The period, at least 4.
*/
template <int n>
inline Lanes<n> saw (Lanes<n> distance, Lanes<n> framesPerTurn) noexcept
{
    const auto rest = stepRest (abs (distance) * framesPerTurn);
    return fma (distance, Lanes<n> (2.0f), -copySign (fma (rest, Lanes<n> (-2.0f), Lanes<n> (1.0f)), distance));
}

/** A triangle, 1 where the distance is zero and -1 half a turn away. */
template <int n>
inline Lanes<n> triangle (Lanes<n> distance, Lanes<n> framesPerTurn) noexcept
{
    const auto away = abs (distance);
    const auto rest = cornerRest ((0.5f - away) * framesPerTurn) - cornerRest (away * framesPerTurn);
    return fma (away, Lanes<n> (-4.0f), fma (rest, 8.0f / framesPerTurn, Lanes<n> (1.0f)));
}

/** Gives back the treble that rounding by a B-spline takes away: flat within 0.5 dB up to a quarter of the rate. One frame late. */
template <int n>
struct Brighten
{
    Lanes<n> last { 0.0f }, beforeLast { 0.0f };

    Lanes<n> operator() (Lanes<n> x) noexcept
    {
        constexpr float amount = 0.25f;
        const auto y = fma (last, Lanes<n> (1 + 2 * amount), (x + beforeLast) * -amount);
        beforeLast = last;
        last = x;
        return y;
    }
};

} // namespace athanor::dsp
