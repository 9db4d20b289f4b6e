// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Fft/Fft.h"

#include "Dsp/Lanes.h"

#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <numbers>

namespace athanor::dsp
{

namespace
{
using Index = std::size_t;

Index at (int i) { return static_cast<Index> (i); }

constexpr int eight = Voices::size;

Voices load (const float* from) noexcept
{
    Voices x;
    std::memcpy (&x, from, sizeof x);
    return x;
}

void store (Voices x, float* to) noexcept { std::memcpy (to, &x, sizeof x); }

Voices reversed (Voices x) noexcept { return __builtin_shufflevector (x.value, x.value, 7, 6, 5, 4, 3, 2, 1, 0); }

/** Eight points, real parts and imaginary ones. */
template <typename Number>
struct Point
{
    Number real, imaginary;
};

Point<Voices> loadPair (const std::complex<float>* from) noexcept
{
    const auto* floats = reinterpret_cast<const float*> (from);
    const auto low = load (floats).value, high = load (floats + eight).value;
    return { Voices (__builtin_shufflevector (low, high, 0, 2, 4, 6, 8, 10, 12, 14)), Voices (__builtin_shufflevector (low, high, 1, 3, 5, 7, 9, 11, 13, 15)) };
}

void storePair (Point<Voices> x, std::complex<float>* to) noexcept
{
    auto* floats = reinterpret_cast<float*> (to);
    const auto r = x.real.value, i = x.imaginary.value;
    store (Voices (__builtin_shufflevector (r, i, 0, 8, 1, 9, 2, 10, 3, 11)), floats);
    store (Voices (__builtin_shufflevector (r, i, 4, 12, 5, 13, 6, 14, 7, 15)), floats + eight);
}

template <typename Number>
using FourPoints = std::array<Point<Number>, 4>;

/** A quarter of all apart. */
template <typename Number>
[[gnu::always_inline]] inline FourPoints<Number> fourOf (const float* real, const float* imaginary, int quarter) noexcept
{
    const auto take = [&] (int k) {
        if constexpr (std::is_same_v<Number, float>)
            return Point<float> { real[k * quarter], imaginary[k * quarter] };
        else
            return Point<Voices> { load (real + k * quarter), load (imaginary + k * quarter) };
    };

    return { take (0), take (1), take (2), take (3) };
}

/** Four points to four neighbours. */
template <typename Number>
[[gnu::always_inline]] inline FourPoints<Number> turned (const FourPoints<Number>& x, const std::array<Point<Number>, 3>& turn) noexcept
{
    const auto sumReal = x[0].real + x[2].real, sumImaginary = x[0].imaginary + x[2].imaginary;
    const auto lessReal = x[0].real - x[2].real, lessImaginary = x[0].imaginary - x[2].imaginary;
    const auto oddReal = x[1].real + x[3].real, oddImaginary = x[1].imaginary + x[3].imaginary;
    const auto turnReal = x[1].imaginary - x[3].imaginary, turnImaginary = x[3].real - x[1].real;
    const auto by = [] (const Point<Number>& t, Number r, Number i) { return Point<Number> { t.real * r + t.imaginary * i, t.real * i - t.imaginary * r }; };

    return { Point<Number> { sumReal + oddReal, sumImaginary + oddImaginary }, by (turn[0], lessReal + turnReal, lessImaginary + turnImaginary),
             by (turn[1], sumReal - oddReal, sumImaginary - oddImaginary), by (turn[2], lessReal - turnReal, lessImaginary - turnImaginary) };
}

/** Of eight points each, to be stored as 0123 0123 … */
void storeMixed (Voices a, Voices b, Voices c, Voices d, float* to) noexcept
{
    const auto low01 = __builtin_shufflevector (a.value, b.value, 0, 8, 1, 9, 4, 12, 5, 13), high01 = __builtin_shufflevector (a.value, b.value, 2, 10, 3, 11, 6, 14, 7, 15);
    const auto low23 = __builtin_shufflevector (c.value, d.value, 0, 8, 1, 9, 4, 12, 5, 13), high23 = __builtin_shufflevector (c.value, d.value, 2, 10, 3, 11, 6, 14, 7, 15);
    const auto p0 = __builtin_shufflevector (low01, low23, 0, 1, 8, 9, 4, 5, 12, 13), p1 = __builtin_shufflevector (low01, low23, 2, 3, 10, 11, 6, 7, 14, 15);
    const auto p2 = __builtin_shufflevector (high01, high23, 0, 1, 8, 9, 4, 5, 12, 13), p3 = __builtin_shufflevector (high01, high23, 2, 3, 10, 11, 6, 7, 14, 15);
    store (Voices (__builtin_shufflevector (p0, p1, 0, 1, 2, 3, 8, 9, 10, 11)), to);
    store (Voices (__builtin_shufflevector (p2, p3, 0, 1, 2, 3, 8, 9, 10, 11)), to + eight);
    store (Voices (__builtin_shufflevector (p0, p1, 4, 5, 6, 7, 12, 13, 14, 15)), to + 2 * eight);
    store (Voices (__builtin_shufflevector (p2, p3, 4, 5, 6, 7, 12, 13, 14, 15)), to + 3 * eight);
}

/** The same where four of them belong together: 0000 1111 … */
void storeByFour (Voices a, Voices b, Voices c, Voices d, float* to) noexcept
{
    store (Voices (__builtin_shufflevector (a.value, b.value, 0, 1, 2, 3, 8, 9, 10, 11)), to);
    store (Voices (__builtin_shufflevector (c.value, d.value, 0, 1, 2, 3, 8, 9, 10, 11)), to + eight);
    store (Voices (__builtin_shufflevector (a.value, b.value, 4, 5, 6, 7, 12, 13, 14, 15)), to + 2 * eight);
    store (Voices (__builtin_shufflevector (c.value, d.value, 4, 5, 6, 7, 12, 13, 14, 15)), to + 3 * eight);
}
} // namespace

Fft::Fft (int size) : length (size), half (size / 2)
{
    assert (size >= 16 && std::has_single_bit (static_cast<unsigned> (size)));

    cosines.resize (at (length));
    sines.resize (at (length));

    for (int i = 0; i < length; ++i)
    {
        const auto angle = 2 * std::numbers::pi * i / length;
        cosines[at (i)] = static_cast<float> (std::cos (angle));
        sines[at (i)] = static_cast<float> (std::sin (angle));
    }

    for (auto* points : { &real, &imaginary, &nextReal, &nextImaginary })
        points->resize (at (half));

    // Six numbers for each point of a pass: those that eight neighbours need lie beside each other.
    for (const int stride : { 1, 4 })
        for (int point = 0; half / 4 >= eight && point < half / 4; point += eight)
            for (int k = 1; k <= 3; ++k)
                for (const auto* table : { &cosines, &sines })
                    for (int i = 0; i < eight; ++i)
                        (stride == 1 ? turns : turnsByFour).push_back ((*table)[at (k * ((point + i) / stride) * (length / (half / stride)))]);
}

void Fft::forward (std::span<const float> time, std::span<std::complex<float>> spectrum) noexcept
{
    assert (std::ssize (time) == length && std::ssize (spectrum) == bins());

    const auto* pairs = reinterpret_cast<const std::complex<float>*> (time.data());

    for (int i = 0; i < half; i += eight)
    {
        const auto pair = loadPair (pairs + i);
        store (pair.real, real.data() + i);
        store (pair.imaginary, imaginary.data() + i);
    }

    transform();

    spectrum[0] = { real[0] + imaginary[0], 0.0f };
    spectrum[at (half)] = { real[0] - imaginary[0], 0.0f };

    // The half-size transform holds the even frames' spectrum E and the odd ones' O as E + iO; the whole is E + wO.
    for (int k = splitInEights (spectrum); k <= half / 2; ++k)
    {
        const auto m = half - k;
        const auto evenReal = 0.5f * (real[at (k)] + real[at (m)]);
        const auto evenImaginary = 0.5f * (imaginary[at (k)] - imaginary[at (m)]);
        const auto oddReal = 0.5f * (imaginary[at (k)] + imaginary[at (m)]);
        const auto oddImaginary = 0.5f * (real[at (m)] - real[at (k)]);
        const auto c = cosines[at (k)];
        const auto s = sines[at (k)];
        const auto turnedReal = c * oddReal + s * oddImaginary;
        const auto turnedImaginary = c * oddImaginary - s * oddReal;

        spectrum[at (k)] = { evenReal + turnedReal, evenImaginary + turnedImaginary };
        spectrum[at (m)] = { evenReal - turnedReal, turnedImaginary - evenImaginary };
    }
}

void Fft::inverse (std::span<const std::complex<float>> spectrum, std::span<float> time) noexcept
{
    assert (std::ssize (time) == length && std::ssize (spectrum) == bins());

    // The forward transform of the conjugate is the conjugate of the inverse: one transform serves both ways.
    const auto scale = 1.0f / static_cast<float> (length);
    const auto last = spectrum[at (half)].real();
    real[0] = scale * (spectrum[0].real() + last);
    imaginary[0] = -scale * (spectrum[0].real() - last);

    for (int k = joinInEights (spectrum); k <= half / 2; ++k)
    {
        const auto m = half - k;
        const auto low = spectrum[at (k)];
        const auto high = spectrum[at (m)];
        const auto evenReal = low.real() + high.real();
        const auto evenImaginary = low.imag() - high.imag();
        const auto differenceReal = low.real() - high.real();
        const auto differenceImaginary = low.imag() + high.imag();
        const auto c = cosines[at (k)];
        const auto s = sines[at (k)];
        const auto oddReal = c * differenceReal - s * differenceImaginary;
        const auto oddImaginary = c * differenceImaginary + s * differenceReal;

        real[at (k)] = scale * (evenReal - oddImaginary);
        imaginary[at (k)] = -scale * (evenImaginary + oddReal);
        real[at (m)] = scale * (evenReal + oddImaginary);
        imaginary[at (m)] = -scale * (oddReal - evenImaginary);
    }

    transform();

    auto* pairs = reinterpret_cast<std::complex<float>*> (time.data());

    for (int i = 0; i < half; i += eight)
        storePair ({ load (real.data() + i), -load (imaginary.data() + i) }, pairs + i);
}

/** As many bins as come in eights from both ends. @return  The first that is left. */
int Fft::splitInEights (std::span<std::complex<float>> spectrum) const noexcept
{
    int k = 1;

    for (; k + eight <= half - k - eight + 1; k += eight)
    {
        const auto m = half - k - eight + 1;
        const auto lowReal = load (real.data() + k), lowImaginary = load (imaginary.data() + k);
        const auto highReal = reversed (load (real.data() + m)), highImaginary = reversed (load (imaginary.data() + m));
        const auto evenReal = 0.5f * (lowReal + highReal), evenImaginary = 0.5f * (lowImaginary - highImaginary);
        const auto oddReal = 0.5f * (lowImaginary + highImaginary), oddImaginary = 0.5f * (highReal - lowReal);
        const auto c = load (cosines.data() + k), s = load (sines.data() + k);
        const auto turnedReal = c * oddReal + s * oddImaginary, turnedImaginary = c * oddImaginary - s * oddReal;

        storePair ({ evenReal + turnedReal, evenImaginary + turnedImaginary }, spectrum.data() + k);
        storePair ({ reversed (evenReal - turnedReal), reversed (turnedImaginary - evenImaginary) }, spectrum.data() + m);
    }

    return k;
}

int Fft::joinInEights (std::span<const std::complex<float>> spectrum) noexcept
{
    const auto scale = 1.0f / static_cast<float> (length);
    int k = 1;

    for (; k + eight <= half - k - eight + 1; k += eight)
    {
        const auto m = half - k - eight + 1;
        const auto low = loadPair (spectrum.data() + k), high = loadPair (spectrum.data() + m);
        const auto highReal = reversed (high.real), highImaginary = reversed (high.imaginary);
        const auto evenReal = low.real + highReal, evenImaginary = low.imaginary - highImaginary;
        const auto differenceReal = low.real - highReal, differenceImaginary = low.imaginary + highImaginary;
        const auto c = load (cosines.data() + k), s = load (sines.data() + k);
        const auto oddReal = c * differenceReal - s * differenceImaginary, oddImaginary = c * differenceImaginary + s * differenceReal;

        store (scale * (evenReal - oddImaginary), real.data() + k);
        store (-scale * (evenImaginary + oddReal), imaginary.data() + k);
        store (reversed (scale * (evenReal + oddImaginary)), real.data() + m);
        store (reversed (-scale * (oddReal - evenImaginary)), imaginary.data() + m);
    }

    return k;
}

void Fft::transform() noexcept
{
    auto points = half;
    auto stride = 1;

    for (; points >= 4; points /= 4, stride *= 4)
        passByFour (points, stride);

    if (points == 2)
        passByTwo (stride);
}

void Fft::passByFour (int points, int stride) noexcept
{
    if (stride % eight == 0)
        passInRows (points, stride);
    else if (! turns.empty())
        passSideBySide (stride);
    else
        passOneByOne (points, stride);

    std::swap (real, nextReal);
    std::swap (imaginary, nextImaginary);
}

/** Eight points at a time that take the same turn. */
void Fft::passInRows (int points, int stride) noexcept
{
    const auto step = length / points; // Of the table of turns.

    for (int p = 0; p < points / 4; ++p)
    {
        const auto turn = [&] (int k) { return Point<Voices> { Voices (cosines[at (k * p * step)]), Voices (sines[at (k * p * step)]) }; };
        const std::array all { turn (1), turn (2), turn (3) };

        for (int q = 0; q < stride; q += eight)
        {
            const auto y = turned (fourOf<Voices> (real.data() + stride * p + q, imaginary.data() + stride * p + q, half / 4), all);

            for (int k = 0; k < 4; ++k)
            {
                store (y[at (k)].real, nextReal.data() + stride * (4 * p + k) + q);
                store (y[at (k)].imaginary, nextImaginary.data() + stride * (4 * p + k) + q);
            }
        }
    }
}

/** Eight points at a time, each with a turn of its own or each four with one; what they give is mixed. */
void Fft::passSideBySide (int stride) noexcept
{
    const auto* const table = (stride == 1 ? turns : turnsByFour).data();
    const auto keep = stride == 1 ? storeMixed : storeByFour;

    for (int i = 0; i < half / 4; i += eight)
    {
        const auto turn = [&] (int k) { return Point<Voices> { load (table + 6 * i + 2 * eight * k), load (table + 6 * i + 2 * eight * k + eight) }; };
        const auto y = turned<Voices> (fourOf<Voices> (real.data() + i, imaginary.data() + i, half / 4), { turn (0), turn (1), turn (2) });
        keep (y[0].real, y[1].real, y[2].real, y[3].real, nextReal.data() + 4 * i);
        keep (y[0].imaginary, y[1].imaginary, y[2].imaginary, y[3].imaginary, nextImaginary.data() + 4 * i);
    }
}

/** Where there are not eight. */
void Fft::passOneByOne (int points, int stride) noexcept
{
    const auto step = length / points;

    for (int i = 0; i < half / 4; ++i)
    {
        const auto p = i / stride, q = i % stride;
        const auto turn = [&] (int k) { return Point<float> { cosines[at (k * p * step)], sines[at (k * p * step)] }; };
        const auto y = turned<float> (fourOf<float> (real.data() + i, imaginary.data() + i, half / 4), { turn (1), turn (2), turn (3) });

        for (int k = 0; k < 4; ++k)
        {
            nextReal[at (stride * (4 * p + k) + q)] = y[at (k)].real;
            nextImaginary[at (stride * (4 * p + k) + q)] = y[at (k)].imaginary;
        }
    }
}

void Fft::passByTwo (int stride) noexcept
{
    const auto next = at (stride);

    for (Index q = 0; q < next; ++q)
    {
        const auto r = real[q], i = imaginary[q];
        nextReal[q] = r + real[q + next];
        nextImaginary[q] = i + imaginary[q + next];
        nextReal[q + next] = r - real[q + next];
        nextImaginary[q + next] = i - imaginary[q + next];
    }

    std::swap (real, nextReal);
    std::swap (imaginary, nextImaginary);
}

} // namespace athanor::dsp
