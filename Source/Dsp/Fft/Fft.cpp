// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Fft/Fft.h"

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
}

void Fft::forward (std::span<const float> time, std::span<std::complex<float>> spectrum) noexcept
{
    assert (std::ssize (time) == length && std::ssize (spectrum) == bins());

    for (int i = 0; i < half; ++i)
    {
        real[at (i)] = time[at (2 * i)];
        imaginary[at (i)] = time[at (2 * i + 1)];
    }

    transform();

    spectrum[0] = { real[0] + imaginary[0], 0.0f };
    spectrum[at (half)] = { real[0] - imaginary[0], 0.0f };

    // The half-size transform holds the even frames' spectrum E and the odd ones' O as E + iO; the whole is E + wO.
    for (int k = 1; k <= half / 2; ++k)
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

    for (int k = 1; k <= half / 2; ++k)
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

    for (int i = 0; i < half; ++i)
    {
        time[at (2 * i)] = real[at (i)];
        time[at (2 * i + 1)] = -imaginary[at (i)];
    }
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
    const auto quarter = points / 4;
    const auto step = length / points; // of the table of turns

    for (int p = 0; p < quarter; ++p)
    {
        const float c1 = cosines[at (p * step)], s1 = sines[at (p * step)];
        const float c2 = cosines[at (2 * p * step)], s2 = sines[at (2 * p * step)];
        const float c3 = cosines[at (3 * p * step)], s3 = sines[at (3 * p * step)];
        const float* xr = real.data() + at (stride * p);
        const float* xi = imaginary.data() + at (stride * p);
        float* yr = nextReal.data() + at (stride * 4 * p);
        float* yi = nextImaginary.data() + at (stride * 4 * p);
        const auto apart = at (stride * quarter);
        const auto next = at (stride);

        for (Index q = 0; q < next; ++q)
        {
            const auto sumReal = xr[q] + xr[q + 2 * apart], sumImaginary = xi[q] + xi[q + 2 * apart];
            const auto lessReal = xr[q] - xr[q + 2 * apart], lessImaginary = xi[q] - xi[q + 2 * apart];
            const auto oddReal = xr[q + apart] + xr[q + 3 * apart], oddImaginary = xi[q + apart] + xi[q + 3 * apart];
            const auto turnReal = xi[q + apart] - xi[q + 3 * apart], turnImaginary = xr[q + 3 * apart] - xr[q + apart];

            const auto r1 = lessReal + turnReal, i1 = lessImaginary + turnImaginary;
            const auto r2 = sumReal - oddReal, i2 = sumImaginary - oddImaginary;
            const auto r3 = lessReal - turnReal, i3 = lessImaginary - turnImaginary;

            yr[q] = sumReal + oddReal;
            yi[q] = sumImaginary + oddImaginary;
            yr[q + next] = c1 * r1 + s1 * i1;
            yi[q + next] = c1 * i1 - s1 * r1;
            yr[q + 2 * next] = c2 * r2 + s2 * i2;
            yi[q + 2 * next] = c2 * i2 - s2 * r2;
            yr[q + 3 * next] = c3 * r3 + s3 * i3;
            yi[q + 3 * next] = c3 * i3 - s3 * r3;
        }
    }

    std::swap (real, nextReal);
    std::swap (imaginary, nextImaginary);
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
