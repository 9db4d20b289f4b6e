// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Oscillator/BandLimited.h"

#include "Support/Tone.h"

#include <gtest/gtest.h>

#include <functional>

namespace athanor::dsp
{

namespace
{
using S = Lanes<8>;

/** A second of a wave at a part of the sample rate. */
std::vector<float> play (float turns, const std::function<S (const Phase<8>&, S)>& wave)
{
    std::vector<float> sound;
    Phase<8> phase;
    Brighten<8> brighten;

    for (int i = 0; i < 1 << 15; ++i)
    {
        sound.push_back (brighten (wave (phase, S (1 / turns)))[0]);
        phase.advance (S (turns));
    }

    return sound;
}

S sawWave (const Phase<8>& phase, S period) { return saw (phase.distance(), period); }

S triangleWave (const Phase<8>& phase, S period) { return triangle (phase.distance(), period); }

/** The loudest thing below `highest` that is no harmonic. */
double loudestAlias (std::span<const float> sound, double turns, double highest)
{
    double worst = -200;

    // Alias k of harmonic n lies at |n f - k|: look where the first fifty would fold to.
    for (int harmonic = static_cast<int> (0.5 / turns) + 1; harmonic < static_cast<int> (0.5 / turns) + 50; ++harmonic)
    {
        const double folded = std::abs (harmonic * turns - std::round (harmonic * turns));
        const double nearest = std::abs (folded / turns - std::round (folded / turns)) * turns;

        if (folded < highest && folded > 0.001 && nearest > 0.0006)
            worst = std::max (worst, decibelsAt (sound, folded));
    }

    return worst;
}
} // namespace

TEST (BandLimited, phaseNeverDrifts)
{
    Phase<8> phase;

    for (int i = 0; i < 1'000'000; ++i)
        phase.advance (S (0.015625f));

    EXPECT_EQ (phase.distance()[3], 0.0f);
}

TEST (BandLimited, aSawHasTheHarmonicsOfASaw)
{
    const auto sound = play (0.00731f, sawWave);

    // Flat within half a decibel up to a quarter of the sample rate.
    for (int harmonic = 1; harmonic * 0.00731 < 0.25; ++harmonic)
        EXPECT_NEAR (decibelsAt (sound, harmonic * 0.00731), 20 * std::log10 (2 / (std::numbers::pi * harmonic)), 0.6) << "harmonic " << harmonic;
}

TEST (BandLimited, aTriangleHasOddHarmonicsOnly)
{
    const auto sound = play (0.0113f, triangleWave);

    for (int harmonic = 1; harmonic * 0.0113 < 0.2; harmonic += 2)
        EXPECT_NEAR (decibelsAt (sound, harmonic * 0.0113), 20 * std::log10 (8 / (std::numbers::pi * std::numbers::pi * harmonic * harmonic)), 0.6) << harmonic;

    EXPECT_LT (decibelsAt (sound, 2 * 0.0113), -90);
}

TEST (BandLimited, whatFoldsBackCannotBeHeard)
{
    // Notes of 500 Hz to 5 kHz; below 12 kHz, where the ear is keen.
    for (const float turns : { 0.0107f, 0.0213f, 0.0457f, 0.1049f })
    {
        EXPECT_LT (loudestAlias (play (turns, sawWave), static_cast<double> (turns), 0.25), -60) << "saw at " << turns;
        EXPECT_LT (loudestAlias (play (turns, triangleWave), static_cast<double> (turns), 0.25), -80) << "triangle at " << turns;
    }
}

TEST (BandLimited, aSawIsBetweenOneAndMinusOneWithoutDirectCurrent)
{
    double sum = 0;
    const auto sound = play (0.01f, [] (auto& phase, S period) { return saw (phase.distance(), period); });

    for (const float x : sound)
    {
        sum += static_cast<double> (x);
        EXPECT_LT (std::abs (x), 1.25f);
    }

    EXPECT_NEAR (sum / static_cast<double> (sound.size()), 0, 1e-3);
}

} // namespace athanor::dsp
