// SPDX-License-Identifier: GPL-3.0-or-later
// A few floats that are computed side by side: eight voices of an instrument, or the two channels of a track.
#pragma once

#include <cstdint>
#include <cstring>
#include <type_traits>

#if defined(__AVX__)
#include <immintrin.h>
#endif

namespace athanor::dsp
{

/** The registers of the compiler; spelled out because GCC 12 ignores a size that depends on a template. */
template <int count>
struct Register;

// clang-format off
template <> struct Register<2> { using Floats [[gnu::vector_size (8)]] = float;  using Integers [[gnu::vector_size (8)]] = std::int32_t; };
template <> struct Register<8> { using Floats [[gnu::vector_size (32)]] = float; using Integers [[gnu::vector_size (32)]] = std::int32_t; };

// clang-format on

/** `count` floats in one register. Arithmetic is lane by lane; a plain float stands for all lanes alike.

    Kernels are written once over a sample type `S`, which is Voices or Stereo.
*/
template <int count>
struct Lanes
{
    using Floats = typename Register<count>::Floats;
    using Integers = typename Register<count>::Integers;

    static constexpr int size = count;

    Floats value;

    Lanes() = default;

    constexpr Lanes (Floats v) : value (v) {}

    constexpr Lanes (float all) : value (Floats {} + all) {}

    constexpr float operator[] (int lane) const noexcept { return value[lane]; }

    constexpr void set (int lane, float v) noexcept { value[lane] = v; }

    friend constexpr Lanes operator+ (Lanes a, Lanes b) noexcept { return a.value + b.value; }

    friend constexpr Lanes operator- (Lanes a, Lanes b) noexcept { return a.value - b.value; }

    friend constexpr Lanes operator* (Lanes a, Lanes b) noexcept { return a.value * b.value; }

    friend constexpr Lanes operator/ (Lanes a, Lanes b) noexcept { return a.value / b.value; }

    constexpr Lanes operator-() const noexcept { return -value; }

    constexpr Lanes& operator+= (Lanes b) noexcept { return *this = *this + b; }

    constexpr Lanes& operator-= (Lanes b) noexcept { return *this = *this - b; }

    constexpr Lanes& operator*= (Lanes b) noexcept { return *this = *this * b; }
};

using Voices = Lanes<8>; ///< One lane for each voice.
using Stereo = Lanes<2>; ///< Left, right.

/** Which lanes fulfil a condition: all bits set in those that do. */
template <int count>
struct Mask
{
    typename Lanes<count>::Integers value {};

    constexpr bool operator[] (int lane) const noexcept { return value[lane] != 0; }

    friend constexpr Mask operator& (Mask a, Mask b) noexcept { return { a.value & b.value }; }

    friend constexpr Mask operator| (Mask a, Mask b) noexcept { return { a.value | b.value }; }

    constexpr Mask operator!() const noexcept { return { ~value }; }
};

// clang-format off
template <int n> constexpr Mask<n> operator<  (Lanes<n> a, Lanes<n> b) noexcept { return { a.value <  b.value }; }
template <int n> constexpr Mask<n> operator<= (Lanes<n> a, Lanes<n> b) noexcept { return { a.value <= b.value }; }
template <int n> constexpr Mask<n> operator>  (Lanes<n> a, Lanes<n> b) noexcept { return { a.value >  b.value }; }
template <int n> constexpr Mask<n> operator>= (Lanes<n> a, Lanes<n> b) noexcept { return { a.value >= b.value }; }
template <int n> constexpr Mask<n> operator<  (Lanes<n> a, float b) noexcept { return a <  Lanes<n> (b); }
template <int n> constexpr Mask<n> operator<= (Lanes<n> a, float b) noexcept { return a <= Lanes<n> (b); }
template <int n> constexpr Mask<n> operator>  (Lanes<n> a, float b) noexcept { return a >  Lanes<n> (b); }
template <int n> constexpr Mask<n> operator>= (Lanes<n> a, float b) noexcept { return a >= Lanes<n> (b); }

// clang-format on

/** `yes` in the lanes where the mask is set, `no` in the others. */
template <int n>
constexpr Lanes<n> select (Mask<n> mask, Lanes<n> yes, Lanes<n> no) noexcept
{
    return mask.value ? yes.value : no.value;
}

// GCC 12 sees that these are one instruction, but not where one side is a constant.
template <int n>
constexpr Lanes<n> min (Lanes<n> a, Lanes<n> b) noexcept
{
#if defined(__AVX__)
    if constexpr (n == 8)
        if (! std::is_constant_evaluated())
            return Lanes<n> (_mm256_min_ps (a.value, b.value));
#endif

    return a.value < b.value ? a.value : b.value;
}

template <int n>
constexpr Lanes<n> max (Lanes<n> a, Lanes<n> b) noexcept
{
#if defined(__AVX__)
    if constexpr (n == 8)
        if (! std::is_constant_evaluated())
            return Lanes<n> (_mm256_max_ps (a.value, b.value));
#endif

    return a.value > b.value ? a.value : b.value;
}

template <int n>
constexpr Lanes<n> clamp (Lanes<n> x, Lanes<n> low, Lanes<n> high) noexcept
{
    return min (max (x, low), high);
}

template <int n>
inline Lanes<n> abs (Lanes<n> x) noexcept
{
    typename Lanes<n>::Integers bits;
    std::memcpy (&bits, &x.value, sizeof bits);
    bits &= 0x7fffffff;
    std::memcpy (&x.value, &bits, sizeof bits);
    return x;
}

/** True when no lane is set. */
template <int n>
constexpr bool isNone (Mask<n> mask) noexcept
{
    std::int32_t any = 0;

    for (int lane = 0; lane < n; ++lane)
        any |= mask.value[lane];

    return any == 0;
}

template <int n>
constexpr float sum (Lanes<n> x) noexcept
{
    float total = 0;

    for (int lane = 0; lane < n; ++lane)
        total += x.value[lane];

    return total;
}

} // namespace athanor::dsp
