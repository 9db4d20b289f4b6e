// SPDX-License-Identifier: GPL-3.0-or-later
// Powers, waves and bends for whole lanes, without libm: the same bytes on every machine, and fast enough for inner loops.
#pragma once

#include "Dsp/Lanes.h"

#include <bit>
#include <type_traits>

#if defined(__SSE__)
#include <immintrin.h>
#endif

namespace athanor::dsp
{

/** Whole numbers beside a Lanes. */
template <int n>
using Integers = typename Lanes<n>::Integers;

/** The bits of the floats, and back. */
template <int n>
inline Integers<n> toBits (Lanes<n> x) noexcept
{
    return std::bit_cast<Integers<n>> (x.value);
}

template <int n>
inline Lanes<n> fromBits (Integers<n> bits) noexcept
{
    return std::bit_cast<typename Lanes<n>::Floats> (bits);
}

/** Towards zero, for values between -2^31 and 2^31. */
template <int n>
inline Integers<n> toIntegers (Lanes<n> x) noexcept
{
    return __builtin_convertvector(x.value, Integers<n>);
}

template <int n>
inline Lanes<n> toLanes (Integers<n> x) noexcept
{
    return __builtin_convertvector(x, typename Lanes<n>::Floats);
}

/** Whole numbers that wrap round at 2^32, as the phase of an oscillator does. */
template <int n>
inline Integers<n> addWrapping (Integers<n> a, Integers<n> b) noexcept
{
    using Unsigned [[gnu::vector_size (n * 4)]] = std::uint32_t;
    return std::bit_cast<Integers<n>> (std::bit_cast<Unsigned> (a) + std::bit_cast<Unsigned> (b));
}

/** To the nearest whole number, for values between -4e6 and 4e6. */
template <int n>
constexpr Lanes<n> round (Lanes<n> x) noexcept
{
    constexpr float shift = 12'582'912.0f; // 1.5 * 2^23: adding it leaves no room for a fraction.
    return (x + shift) - shift;
}

/** To the next whole number below, for values between -4e6 and 4e6. */
template <int n>
constexpr Lanes<n> floor (Lanes<n> x) noexcept
{
    const auto nearest = round (x);
    return nearest - select (nearest > x, Lanes<n> (1.0f), Lanes<n> (0.0f));
}

/** What is above the next whole number below: 0 to 1. */
template <int n>
constexpr Lanes<n> fraction (Lanes<n> x) noexcept
{
    return x - floor (x);
}

/** `a` with the sign of `sign`. */
template <int n>
inline Lanes<n> copySign (Lanes<n> a, Lanes<n> sign) noexcept
{
    return fromBits<n> ((toBits (a) & 0x7fffffff) | (toBits (sign) & static_cast<std::int32_t> (0x80000000u)));
}

/** a * b + c with one rounding: faster than the two, and the same on every machine. */
template <int n>
inline Lanes<n> fma (Lanes<n> a, std::type_identity_t<Lanes<n>> b, std::type_identity_t<Lanes<n>> c) noexcept
{
#if defined(__FMA__)
    if constexpr (n == 8)
    {
        return Lanes<n> (_mm256_fmadd_ps (a.value, b.value, c.value));
    }
    else if constexpr (n == 2)
    {
        const auto widen = [] (Lanes<n> x) { return __builtin_shufflevector (x.value, x.value, 0, 1, 0, 1); };
        const auto wide = _mm_fmadd_ps (widen (a), widen (b), widen (c));
        return Lanes<n> (__builtin_shufflevector (wide, wide, 0, 1));
    }
#endif

    for (int lane = 0; lane < n; ++lane)
        a.set (lane, __builtin_fmaf (a[lane], b[lane], c[lane]));

    return a;
}

/** c0 + c1 x + c2 x^2 + … */
template <int n, typename... Floats>
inline Lanes<n> polynomial (Lanes<n> x, float c0, Floats... higher) noexcept
{
    if constexpr (sizeof...(higher) == 0)
        return Lanes<n> (c0);
    else
        return fma (x, polynomial (x, higher...), Lanes<n> (c0));
}

template <int n>
inline Lanes<n> mix (Lanes<n> from, std::type_identity_t<Lanes<n>> to, std::type_identity_t<Lanes<n>> position) noexcept
{
    return fma (to - from, position, from);
}

/** 2 to the power of x, to 2e-7 of itself; x is clamped to -126 … 127. */
template <int n>
inline Lanes<n> exp2 (Lanes<n> x) noexcept
{
    x = clamp (x, Lanes<n> (-126.0f), Lanes<n> (127.0f));
    const auto whole = round (x);
    const auto power = polynomial (x - whole, 1.0f, 0.693146978f, 0.240222421f, 0.0555073374f, 0.00967151279f, 0.00132647273f);
    return power * fromBits<n> ((toIntegers (whole) + 127) << 23);
}

/** The power of 2 that x is, to 2e-7 absolutely or of itself; anything below 1.2e-38 counts as that. */
template <int n>
inline Lanes<n> log2 (Lanes<n> x) noexcept
{
    const auto bits = toBits (max (x, Lanes<n> (1.17549435e-38f)));
    const auto exponent = (bits - 0x3f3504f3) >> 23; // So that the mantissa lies around one: from sqrt (1/2) to sqrt (2).
    const auto mantissa = fromBits<n> (bits - (exponent << 23));
    const auto t = (mantissa - 1.0f) / (mantissa + 1.0f);
    return fma (t, polynomial (t * t, 2.88539008f, 0.961798848f, 0.576714379f, 0.431735982f), toLanes<n> (exponent));
}

/** e to the power of x, to 3e-7 of itself between -2 and 2, to 5e-6 at the ends of its range (-87 … 88). */
template <int n>
inline Lanes<n> exp (Lanes<n> x) noexcept
{
    return exp2 (x * 1.44269504f);
}

/** x to the power of y, for x above zero. */
template <int n>
inline Lanes<n> power (Lanes<n> x, std::type_identity_t<Lanes<n>> y) noexcept
{
    return exp2 (log2 (x) * y);
}

/** The sine of an angle in turns (1 is a whole circle), to 3e-7, for angles up to a million turns. */
template <int n>
inline Lanes<n> sine (Lanes<n> turns) noexcept
{
    // The factor t (1/4 - t^2) has the sine's zeros, so that what is left is flat and even.
    const auto t = turns - round (turns);
    const auto flat = polynomial (t * t, 25.1327411f, -64.8358226f, 67.0767587f, -38.4984188f, 14.0655041f, -3.19337187f);
    return t * fma (-t, t, 0.25f) * flat;
}

/** The cosine of an angle in turns, to 4e-7, for angles up to a million turns. */
template <int n>
inline Lanes<n> cosine (Lanes<n> turns) noexcept
{
    return sine (turns - round (turns) + 0.25f);
}

/** The sine of an angle from 0 to 1/4 turn, to 2e-7 of itself. */
template <int n>
inline Lanes<n> sineOfQuarter (Lanes<n> turns) noexcept
{
    return turns * polynomial (turns * turns, 6.28318527f, -41.3416775f, 81.6022314f, -76.5749958f, 39.7109429f);
}

/** The tangent of an angle in turns, to 5e-7 of itself, for angles from 0 to below 1/4.

    A filter of cutoff f is designed with `tangent (0.5f * f / sampleRate)`; the last ratio that is useful is 0.49.
*/
template <int n>
inline Lanes<n> tangent (Lanes<n> turns) noexcept
{
    return sineOfQuarter (turns) / sineOfQuarter (0.25f - turns);
}

/** The angle of a slope from 0 up, in turns of 0 to 1/4, to 4e-7. */
template <int n>
inline Lanes<n> angleOf (Lanes<n> slope) noexcept
{
    const auto isSteep = slope > Lanes<n> (1.0f);
    const auto x = select (isSteep, 1.0f / max (slope, Lanes<n> (1.0f)), slope);
    const auto flat = x * polynomial (x * x, 0.159151317f, -0.0529385669f, 0.0308029055f, -0.0185298446f, 0.00837907994f, -0.00186515582f);
    return select (isSteep, 0.25f - flat, flat);
}

/** The hyperbolic tangent, to 4e-7 of itself: the classic soft saturation, straight for quiet sound and never beyond one. */
template <int n>
inline Lanes<n> tanh (Lanes<n> x) noexcept
{
    x = clamp (x, Lanes<n> (-8.0f), Lanes<n> (8.0f));
    const auto above = x * polynomial (x * x, 1.0f, 0.134445051f, 0.00357160651f, 2.18948032e-05f, 1.52306178e-08f);
    const auto below = polynomial (x * x, 1.0f, 0.467778324f, 0.0261644752f, 0.000341130596f, 8.52252752e-07f);
    return clamp (above / below, Lanes<n> (-1.0f), Lanes<n> (1.0f));
}

/** The square root, rounded correctly; of anything below zero, zero. */
template <int n>
inline Lanes<n> sqrt (Lanes<n> x) noexcept
{
    x = max (x, Lanes<n> (0.0f));

#if defined(__AVX__)
    if constexpr (n == 8)
        return Lanes<n> (_mm256_sqrt_ps (x.value));
#endif

    for (int lane = 0; lane < n; ++lane)
        x.set (lane, __builtin_sqrtf (x[lane]));

    return x;
}

/** 0 dB is 1, -6.02 dB is a half; anything below -758 dB counts as that. */
template <int n>
inline Lanes<n> decibelsToGain (Lanes<n> decibels) noexcept
{
    return exp2 (decibels * 0.166096405f);
}

/** The reverse; of silence, -758 dB. */
template <int n>
inline Lanes<n> gainToDecibels (Lanes<n> gain) noexcept
{
    return log2 (gain) * 6.02059991f;
}

/** MIDI semitones to Hz: 69 is 440. To 0.001 cent between 0 and 136. */
template <int n>
inline Lanes<n> pitchToHertz (Lanes<n> pitch) noexcept
{
    return 440.0f * exp2 ((pitch - 69.0f) * (1.0f / 12.0f));
}

template <int n>
inline Lanes<n> hertzToPitch (Lanes<n> hertz) noexcept
{
    return 69.0f + 12.0f * log2 (hertz * (1.0f / 440.0f));
}

// One float at a time, by the same arithmetic.
// clang-format off
inline float exp2 (float x) noexcept           { return exp2 (Lanes<2> (x))[0]; }
inline float log2 (float x) noexcept           { return log2 (Lanes<2> (x))[0]; }
inline float exp (float x) noexcept            { return exp (Lanes<2> (x))[0]; }
inline float power (float x, float y) noexcept { return power (Lanes<2> (x), Lanes<2> (y))[0]; }
inline float sine (float turns) noexcept       { return sine (Lanes<2> (turns))[0]; }
inline float cosine (float turns) noexcept     { return cosine (Lanes<2> (turns))[0]; }
inline float tangent (float turns) noexcept    { return tangent (Lanes<2> (turns))[0]; }
inline float tanh (float x) noexcept           { return tanh (Lanes<2> (x))[0]; }
inline float decibelsToGain (float x) noexcept { return decibelsToGain (Lanes<2> (x))[0]; }
inline float gainToDecibels (float x) noexcept { return gainToDecibels (Lanes<2> (x))[0]; }
inline float pitchToHertz (float x) noexcept   { return pitchToHertz (Lanes<2> (x))[0]; }
inline float hertzToPitch (float x) noexcept   { return hertzToPitch (Lanes<2> (x))[0]; }

// clang-format on

} // namespace athanor::dsp
