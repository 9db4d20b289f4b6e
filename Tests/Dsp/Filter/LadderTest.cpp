// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Filter/Ladder.h"

#include "Support/Tone.h"

#include <gtest/gtest.h>

#include <random>

namespace athanor::dsp
{

namespace
{
using S = Lanes<8>;
using Filter = Ladder<8>;

/** What comes out of one pole, by frames one after the other, for a quiet sine. */
std::vector<float> sweep (float cutoff, float resonance, float turns, float loudness = 1e-3f)
{
    Filter filter;
    const auto shape = Filter::design (S (cutoff), S (resonance), S (1.0f));
    std::vector<float> sound;

    for (int i = 0; i < 24'000; ++i)
    {
        const auto y = filter.tick (loudness * sine (S (turns * static_cast<float> (i % 10'000))), shape);

        if (i >= 12'000)
            sound.push_back (y[4][2] / (softClipScale * loudness));
    }

    return sound;
}
} // namespace

TEST (Ladder, isTwelveDecibelsDownAtItsCutoffWithoutResonance)
{
    // Four poles, three decibels each.
    for (const float cutoff : { 0.002f, 0.02f, 0.2f, 0.4f })
        EXPECT_NEAR (decibelsAt (sweep (cutoff, 0, cutoff), cutoff), -12.04, 0.1) << cutoff;
}

TEST (Ladder, fallsByTwentyFourDecibelsForEachOctave)
{
    EXPECT_NEAR (decibelsAt (sweep (0.001f, 0, 0.016f), 0.016f) - decibelsAt (sweep (0.001f, 0, 0.032f), 0.032f), 24.08, 0.4);
}

TEST (Ladder, singsAtItsCutoffAndStopsGrowing)
{
    for (const float cutoff : { 0.004f, 0.02f, 0.1f })
    {
        Filter filter;
        const auto shape = Filter::design (S (cutoff), S (4.2f), S (1.0f));
        std::vector<float> sound;

        for (int i = 0; i < 60'000; ++i)
        {
            const auto y = filter.tick (S (i == 0 ? 0.5f : 0.0f), shape)[4][0];

            if (i >= 28'000)
                sound.push_back (y);
        }

        EXPECT_GT (loudnessOf (sound), 0.01) << cutoff;
        EXPECT_LT (loudnessOf (sound), 1.0) << cutoff;
        EXPECT_LT (std::abs (centsBetween (exactFrequency (sound, cutoff), static_cast<double> (cutoff))), 10) << cutoff;
    }
}

TEST (Ladder, theWayTakenAheadIsTheSameWay)
{
    for (const float resonance : { 0.0f, 2.0f, 4.2f })
    {
        Filter oneByOne, ahead;
        const auto shape = Filter::design (S (0.03f), S (resonance), S (3.0f));
        std::mt19937 random (9);
        std::vector<S> sound;
        float worst = 0;

        for (int i = 0; i < 6'400; ++i)
            sound.push_back (S (static_cast<float> (random() & 0xffff) / 32'768.0f - 1.0f));

        for (int start = 0; start < 6'400; start += 64)
            ahead.run (
                shape, 64, [&] (int i) { return sound[static_cast<std::size_t> (start + i)]; },
                [&] (int i, S y) { worst = std::max (worst, std::abs (y[3] - oneByOne.tick (sound[static_cast<std::size_t> (start + i)], shape)[4][3])); });

        EXPECT_LT (worst, 1e-4f) << "resonance " << resonance;
    }
}

TEST (Ladder, staysBoundedWhateverHappens)
{
    Filter filter;
    std::mt19937 random (3);
    float worst = 0;

    for (int i = 0; i < 200'000; ++i)
    {
        const auto chance = [&] { return static_cast<float> (random() & 0xffff) / 65'536.0f; };
        const auto shape = Filter::design (S (0.5f * chance()), S (4.25f * chance()), S (60 * chance()));
        const auto y = filter.tick (S (1e6f * (chance() - 0.5f)), shape);
        worst = std::max (worst, std::abs (y[4][0]));
    }

    EXPECT_LE (worst, 4.0f);
}

} // namespace athanor::dsp
