// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WaveCycles.h"

#include "App/Edits/WaveDrawing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace athanor
{

namespace
{
constexpr double rate = 48'000;

/** Sines up to half the rate with falling amplitudes: a saw without aliases. `slide` in semitones over the whole length. */
std::vector<float> saw (double hertz, double seconds, double slide = 0)
{
    std::vector<float> samples;
    auto turns = 0.0;

    for (int i = 0; i < static_cast<int> (seconds * rate); ++i)
    {
        const auto now = hertz * std::exp2 (slide / 12 * i / (seconds * rate));
        auto sum = 0.0;

        for (int h = 1; h * now < rate / 2 && h <= 60; ++h)
            sum += std::sin (2 * 3.14159265358979 * h * turns) / h;

        samples.push_back (static_cast<float> (0.4 * sum));
        turns += now / rate;
    }

    return samples;
}
} // namespace

TEST (WaveCycles, thePeriodOfASawIsFoundToAThousandthOfIt)
{
    for (const auto hertz : { 27.5, 55.0, 110.3, 261.63, 440.0, 1'234.5 })
    {
        const auto period = periodOf (saw (hertz, 0.4), rate);
        ASSERT_TRUE (period) << hertz;
        EXPECT_NEAR (*period * hertz / rate, 1, 0.001) << hertz;
    }
}

TEST (WaveCycles, noiseAndSilenceHaveNoPeriod)
{
    std::mt19937 random (1);
    std::vector<float> noise;

    for (int i = 0; i < 20'000; ++i)
        noise.push_back (static_cast<float> (random()) * 0x1p-31f - 1);

    EXPECT_FALSE (periodOf (noise, rate));
    EXPECT_FALSE (periodOf (std::vector<float> (20'000, 0.0f), rate));
    EXPECT_FALSE (periodOf (std::vector<float> (7, 1.0f), rate));
}

TEST (WaveCycles, everyWaveOfASawIsOnePeriodWithItsSpectrum)
{
    const auto samples = saw (220, 0.5);
    const auto waves = cyclesOf (samples, *periodOf (samples, rate), 16);
    ASSERT_EQ (waves.size(), 16u);

    for (const auto& wave : waves)
    {
        const auto harmonics = harmonicsOf (wave);

        for (int h = 1; h <= 40; ++h)
        {
            const auto& found = harmonics[static_cast<std::size_t> (h - 1)];
            EXPECT_NEAR (found.amplitude * static_cast<float> (h), 0.4, 0.02) << "harmonic " << h;
            EXPECT_NEAR (found.turns, 0, 0.02) << "harmonic " << h;
        }
    }
}

TEST (WaveCycles, aNoteThatSlidesIsFollowed)
{
    const auto samples = saw (110, 1, 2);
    const auto waves = cyclesOf (samples, rate / 115, 12);
    ASSERT_EQ (waves.size(), 12u);

    for (const auto& wave : waves)
    {
        const auto harmonics = harmonicsOf (wave);
        EXPECT_NEAR (harmonics[0].amplitude, 0.4, 0.02);
        EXPECT_NEAR (harmonics[0].turns, 0, 0.03);
        EXPECT_NEAR (harmonics[4].amplitude, 0.08, 0.02);
    }
}

TEST (WaveCycles, aWaveEndsWhereItBegan)
{
    // A note that fades: without help there is a step at the end of each period.
    auto samples = saw (100, 0.3);

    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] *= std::exp (-static_cast<float> (i) / 1'500);

    for (const auto& wave : cyclesOf (samples, 480, 8))
    {
        auto loudest = 0.0f;

        for (const auto sample : wave)
            loudest = std::max (loudest, std::abs (sample));

        EXPECT_LT (std::abs (wave.front() - wave.back()), 0.2f * loudest);
    }
}

TEST (WaveCycles, aPeriodOfAnyLengthBecomesAWaveOf2048Samples)
{
    std::vector<float> period;

    for (int i = 0; i < 600; ++i)
        period.push_back (static_cast<float> (std::sin (2 * 3.14159265358979 * 7 * i / 600)));

    const auto wave = waveOfPeriod (period);
    ASSERT_EQ (wave.size(), 2'048u);
    EXPECT_NEAR (harmonicsOf (wave)[6].amplitude, 1, 0.002);
    EXPECT_NEAR (harmonicsOf (wave)[6].turns, 0, 0.002);
    const std::vector<float> exact (2'048, 0.25f);
    EXPECT_EQ (waveOfPeriod (exact), exact);
}

} // namespace athanor
