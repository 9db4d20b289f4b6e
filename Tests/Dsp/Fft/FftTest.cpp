// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Fft/Fft.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace athanor::dsp
{

namespace
{
std::vector<float> noise (int length)
{
    std::mt19937 random (1);
    std::uniform_real_distribution<float> sample (-1, 1);
    std::vector<float> frames (static_cast<std::size_t> (length));
    std::ranges::generate (frames, [&] { return sample (random); });
    return frames;
}

/** The definition, term by term. */
std::complex<double> bin (const std::vector<float>& frames, int k)
{
    std::complex<double> total;

    for (std::size_t i = 0; i < frames.size(); ++i)
        total += static_cast<double> (frames[i]) * std::polar (1.0, -2 * std::numbers::pi * k * static_cast<double> (i) / static_cast<double> (frames.size()));

    return total;
}
} // namespace

TEST (FftTest, forwardIsTheSumThatDefinesIt)
{
    for (const int size : { 16, 32, 64, 512, 2048 })
    {
        Fft fft (size);
        const auto frames = noise (size);
        std::vector<std::complex<float>> bins (static_cast<std::size_t> (fft.bins()));
        fft.forward (frames, bins);

        for (int k = 0; k < fft.bins(); ++k)
            EXPECT_LT (std::abs (bin (frames, k) - std::complex<double> (bins[static_cast<std::size_t> (k)])), 2e-5) << size << ", bin " << k;
    }
}

TEST (FftTest, inverseTakesForwardBack)
{
    for (int size = 16; size <= 65536; size *= 2)
    {
        Fft fft (size);
        const auto frames = noise (size);
        std::vector<std::complex<float>> bins (static_cast<std::size_t> (fft.bins()));
        std::vector<float> back (frames.size());
        fft.forward (frames, bins);
        fft.inverse (bins, back);

        for (std::size_t i = 0; i < frames.size(); ++i)
            ASSERT_NEAR (frames[i], back[i], 1e-6) << size;
    }
}

} // namespace athanor::dsp
