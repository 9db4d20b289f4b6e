// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <span>
#include <vector>

namespace athanor::dsp
{

/** The fast Fourier transform of real sound, for anything from 16 frames up to a few million, powers of two.

    It is our own because a library that picks its plan by the processor it finds, or by what others in the process have
    measured before, does not give the same bytes twice; and because it needs no lock. Stockham's self-sorting form:
    Cochran et al., "What is the fast Fourier transform?", 1967; real input through a transform of half the size:
    Sorensen et al., "Real-valued fast Fourier transform algorithms", 1987.
*/
class Fft
{
public:
    /** Allocates. @param size  A power of two, at least 16. */
    explicit Fft (int size);

    int size() const noexcept { return length; }

    int bins() const noexcept { return length / 2 + 1; }

    /** From `size()` frames to `bins()` bins, unscaled: a sine of amplitude 1 on a bin has size / 2 there. */
    void forward (std::span<const float> time, std::span<std::complex<float>> spectrum) noexcept;

    /** From `bins()` bins to `size()` frames, scaled so that it takes `forward` back. */
    void inverse (std::span<const std::complex<float>> spectrum, std::span<float> time) noexcept;

private:
    void transform() noexcept;
    void passByFour (int points, int stride) noexcept;
    void passInRows (int points, int stride) noexcept;
    void passSideBySide (int stride) noexcept;
    void passOneByOne (int points, int stride) noexcept;
    void passByTwo (int stride) noexcept;
    int splitInEights (std::span<std::complex<float>>) const noexcept;
    int joinInEights (std::span<const std::complex<float>>) noexcept;

    int length, half;
    std::vector<float> cosines, sines;     // of one turn in `length` steps
    std::vector<float> turns, turnsByFour; // of the first two passes, as eight points need them side by side
    std::vector<float> real, imaginary;    // the points, of the half-size transform
    std::vector<float> nextReal, nextImaginary;
};

} // namespace athanor::dsp
