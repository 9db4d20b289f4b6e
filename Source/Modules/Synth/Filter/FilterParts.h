// SPDX-License-Identifier: GPL-3.0-or-later
// What the filters and effects of the synth are built from: one-poles, a state-variable core, saturations, and numbers that walk.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Synth/SynthLanes.h"

namespace athanor::synth
{

/** Whether all lanes agree. */
template <int n>
inline bool isSame (dsp::Lanes<n> a, dsp::Lanes<n> b) noexcept
{
    const auto differences = dsp::toBits (a) ^ dsp::toBits (b);

#if defined(__AVX__)
    if constexpr (n == 8)
        return _mm256_testz_si256 (std::bit_cast<__m256i> (differences), std::bit_cast<__m256i> (differences)) != 0;
#endif

    std::int32_t any = 0;

    for (int lane = 0; lane < n; ++lane)
        any |= differences[lane];

    return any == 0;
}

template <int n>
inline bool isFinite (dsp::Lanes<n> x) noexcept
{
    for (int lane = 0; lane < n; ++lane)
        if (! (x[lane] - x[lane] == 0.0f))
            return false;

    return true;
}

/** Vital's hyperbolic tangent: a ratio of polynomials that is 0.4 % steeper than the true one where sound is quiet, which its resonances
    are tuned to. Never beyond 1.01.
*/
template <int n>
inline dsp::Lanes<n> warmClip (dsp::Lanes<n> x) noexcept
{
    using S = dsp::Lanes<n>;
    constexpr float middle = 2.45550750702956f, quiet = 2.44506634652299f;
    x = dsp::clamp (x, S (-1e6f), S (1e6f));
    const auto size = dsp::abs (x), square = x * x;
    const auto above = dsp::fma (square, dsp::fma (size, 0.821226666969744f, 0.893229853513558f), dsp::fma (size, middle, middle));
    const auto below = dsp::fma (square + quiet, dsp::fma (square, 0.814642734961073f, size), quiet);
    return x * above / below;
}

/** A saturation that is straight up to 0.66 and then rounds off towards one. */
template <int n>
inline dsp::Lanes<n> roundedClip (dsp::Lanes<n> x) noexcept
{
    using S = dsp::Lanes<n>;
    const auto straight = dsp::clamp (x, S (-0.66f), S (0.66f));
    const auto beyond = x - straight;

    if (isSame (beyond, S (0.0f)))
        return x;

    return dsp::fma (warmClip (beyond * (1.0f / 0.34f)), S (0.34f), straight);
}

/** A saturation of one division, which goes on rising by a sixth. */
template <int n>
inline dsp::Lanes<n> softRise (dsp::Lanes<n> x) noexcept
{
    const auto square = x * x;
    return x * dsp::fma (square, 0.2f, 3.0f) / dsp::fma (square, 1.2f, 3.0f);
}

/** A saturation of one division, which goes on rising by a tenth. */
template <int n>
inline dsp::Lanes<n> gentleRise (dsp::Lanes<n> x) noexcept
{
    const auto square = x * x;
    return x * dsp::fma (square, 0.1f, 3.0f) / (square + 3.0f);
}

/** A low pass of 6 dB, trapezoidal. `g` is what onePoleGain() gives. */
template <typename S>
class OnePole
{
public:
    S low (S in, S g) noexcept
    {
        const auto rise = g * (in - state);
        const auto out = state + rise;
        state = out + rise;
        return out;
    }

    /** What the allpass around it lets through, for a gain g: its input less twice its answer. One step behind the input, so that
        many in a row are soon through. */
    S allpass (S in, S g) noexcept
    {
        const auto twice = g + g, kept = 1.0f - twice;
        const auto out = dsp::fma (kept, in, (twice - 2.0f) * state);
        state = dsp::fma (kept, state, twice * in);
        return out;
    }

    /** What it will answer before it hears the next input. */
    S ahead() const noexcept { return state; }

    void reset() noexcept { state = S (0.0f); }

    template <int n>
    void reset (dsp::Mask<n> lanes) noexcept
    {
        state = dsp::select (lanes, S (0.0f), state);
    }

private:
    S state { 0.0f };
};

/** The same with a saturation around its memory. */
template <typename S, S (*saturate) (S)>
class SaturatedOnePole
{
public:
    S low (S in, S g) noexcept
    {
        const auto rise = g * (in - saturated);
        state += rise;
        const auto out = saturate (state);
        state += rise;
        saturated = saturate (state);
        return out;
    }

    S ahead() const noexcept { return saturated; }

    template <int n>
    void reset (dsp::Mask<n> lanes) noexcept
    {
        state = dsp::select (lanes, S (0.0f), state);
        saturated = dsp::select (lanes, S (0.0f), saturated);
    }

private:
    S state { 0.0f }, saturated { 0.0f };
};

/** How much of its input, of its band and of its low pass a state-variable filter lets through. */
template <typename S>
struct SvfMix
{
    S in, band, low;
};

/** A state-variable filter of 12 dB, trapezoidal. */
template <typename S>
class Svf
{
public:
    /** What follows from cutoff and damping. */
    struct Shape
    {
        S a0, a1, a2;

        /** `g`: what svfGain() gives; `damping`: one over resonance. */
        static Shape of (S g, S damping) noexcept
        {
            Shape shape;
            shape.a0 = 1.0f / dsp::fma (g, g + damping, S (1.0f));
            shape.a1 = g * shape.a0;
            shape.a2 = g * shape.a1;
            return shape;
        }
    };

    S tick (S in, const Shape& shape, const SvfMix<S>& mix) noexcept
    {
        const auto v3 = in - second;
        const auto v1 = dsp::fma (shape.a1, v3, shape.a0 * first);
        const auto v2 = dsp::fma (shape.a2, v3, dsp::fma (shape.a1, first, second));
        first = v1 + v1 - first;
        second = v2 + v2 - second;
        return dsp::fma (mix.low, v2, dsp::fma (mix.band, v1, mix.in * in));
    }

    void reset() noexcept { first = second = S (0.0f); }

    template <int n>
    void reset (dsp::Mask<n> lanes) noexcept
    {
        take (lanes, {});
    }

    /** Goes on as another one would, in some lanes. */
    template <int n>
    void take (dsp::Mask<n> lanes, const Svf& other) noexcept
    {
        first = dsp::select (lanes, other.first, first);
        second = dsp::select (lanes, other.second, second);
    }

private:
    S first { 0.0f }, second { 0.0f };
};

/** A number that walks to its new value over one turn, in a straight line. */
template <typename S>
class Walk
{
public:
    void aim (S target, int frames) noexcept
    {
        from = to;
        to = target;
        step = (to - from) * (1.0f / static_cast<float> (frames));
    }

    /** Lanes in which a voice has just begun are there at once. */
    template <int n>
    void aim (S target, int frames, dsp::Mask<n> atOnce) noexcept
    {
        to = dsp::select (atOnce, target, to);
        aim (target, frames);
    }

    void set (S value) noexcept
    {
        from = to = value;
        step = S (0.0f);
    }

    bool isSteady() const noexcept { return isSame (from, to); }

    /** At a frame of the turn, from 0. The last one is there. */
    S at (int frame) const noexcept { return dsp::fma (step, S (static_cast<float> (frame + 1)), from); }

    /** The same, where lanes are at different frames. */
    S at (S frames) const noexcept { return dsp::fma (step, frames + 1.0f, from); }

    S end() const noexcept { return to; }

private:
    S from { 0.0f }, to { 0.0f }, step { 0.0f };
};

constexpr float lowestHertz = 8.1757989156f; ///< MIDI note 0.

/** Vital reads its tangents from tables of 2,048 steps that it spreads over 2,047: its filters are tuned 0.85 cent sharp. */
constexpr float tableSharpness = 2048.0f / 2047.0f;

/** The gain of a one-pole for a frequency as a share of the sample rate. It is bent so that it never gets to its limit. */
template <int n>
inline dsp::Lanes<n> onePoleGain (dsp::Lanes<n> share) noexcept
{
    constexpr float pi = 3.14159265f;
    return dsp::tangent (0.5f * share / dsp::fma (share, pi, dsp::Lanes<n> (1.0f)));
}

/** The gain of a state-variable filter for a frequency as a share of the sample rate. */
template <int n>
inline dsp::Lanes<n> svfGain (dsp::Lanes<n> share) noexcept
{
    return dsp::tangent (0.5f * dsp::min (share, dsp::Lanes<n> (0.499f)));
}

/** MIDI notes to a share of the sample rate. */
template <int n>
inline dsp::Lanes<n> pitchToShare (dsp::Lanes<n> pitch, double sampleRate) noexcept
{
    return dsp::exp2 (pitch * (1.0f / 12.0f)) * (lowestHertz / static_cast<float> (sampleRate));
}

} // namespace athanor::synth
