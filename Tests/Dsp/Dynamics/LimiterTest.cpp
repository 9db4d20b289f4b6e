// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Dynamics/Limiter.h"

#include "Dsp/Dynamics/Compression.h"
#include "Dsp/Fast.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace athanor::dsp
{

namespace
{
using Sound = std::vector<Stereo>;

const auto ceiling = decibelsToGain (-1.0f);
const auto left = leftPerFrame (Stereo (0.1f), 1.0f / 48'000)[0];

Sound limited (const Sound& sound)
{
    Limiter limiter;
    Sound result;

    for (auto frame : sound)
        result.push_back (limiter.tick (frame, ceiling, left));

    return result;
}

/** Loud noise with the treble that music has, and bursts of tones near a quarter of the rate. */
Sound loudMusic (unsigned seed)
{
    std::mt19937 random (seed);
    std::normal_distribution<float> sample (0, 1);
    Sound sound;
    Stereo low { 0.0f };

    for (int i = 0; i < 96'000; ++i)
    {
        low += 0.35f * (makeStereo (sample (random), sample (random)) - low);
        const auto burst = i % 9'000 < 400 ? 2.0f : 0.0f;
        sound.push_back (low * (i % 24'000 < 3'000 ? 3.0f : 0.6f) + burst * sine (Stereo (0.2371f * static_cast<float> (i % 9'000))));
    }

    return sound;
}

/** The highest value of the curve through the samples, by sixteen-fold interpolation with a long windowed sinc. */
float truePeakOf (const Sound& sound)
{
    constexpr int reach = 24;
    double highest = 0;

    for (int part = 0; part < 16; ++part)
    {
        std::array<double, 2 * reach> filter {};

        for (int tap = 0; tap < 2 * reach; ++tap)
        {
            const auto t = tap - reach + 1 - part / 16.0;
            const auto window = 0.5 + 0.5 * std::cos (std::numbers::pi * t / (reach + 1));
            filter[static_cast<std::size_t> (tap)] = window * (t == 0 ? 1 : std::sin (std::numbers::pi * t) / (std::numbers::pi * t));
        }

        for (std::size_t i = 0; i + 2 * reach < sound.size(); ++i)
        {
            double total = 0;

            for (std::size_t tap = 0; tap < filter.size(); ++tap)
                total += filter[tap] * static_cast<double> (sound[i + tap][0]);

            highest = std::max (highest, std::abs (total));
        }
    }

    return static_cast<float> (highest);
}
} // namespace

TEST (LimiterTest, neverLetsASampleBeyondTheCeiling)
{
    for (unsigned seed = 1; seed <= 3; ++seed)
        for (const auto frame : limited (loudMusic (seed)))
            ASSERT_LE (linked (abs (frame))[0], ceiling);
}

TEST (LimiterTest, staysWithinAFifthOfADecibelBetweenTheSamples)
{
    const auto before = truePeakOf (loudMusic (1));
    const auto after = truePeakOf (limited (loudMusic (1)));
    EXPECT_GT (gainToDecibels (before), 6.0f);
    EXPECT_LE (gainToDecibels (after), -1.0f + 0.2f);
    EXPECT_GE (gainToDecibels (after), -1.0f - 0.3f) << "and gives away no more than it must";
}

TEST (LimiterTest, givesBackQuietSoundUntouchedAndOnlyLater)
{
    Sound sound;

    for (int i = 0; i < 5'000; ++i)
        sound.push_back (makeStereo (0.8f, -0.3f) * sine (Stereo (static_cast<float> (i) / 97)));

    const auto result = limited (sound);

    for (std::size_t i = Limiter::latency; i < sound.size(); ++i)
        ASSERT_EQ (result[i][0], sound[i - Limiter::latency][0]);
}

TEST (LimiterTest, comesBackToExactlyOneAfterAPeak)
{
    Limiter limiter;
    limiter.tick (Stereo (4.0f), ceiling, left);
    float lowest = 1;

    for (int i = 0; i < 96'000; ++i)
    {
        limiter.tick (Stereo (0.0f), ceiling, left);
        lowest = std::min (lowest, limiter.gain());
    }

    EXPECT_NEAR (gainToDecibels (lowest), gainToDecibels (ceiling / 4), 0.11);
    EXPECT_EQ (limiter.gain(), 1.0f);
}

} // namespace athanor::dsp
