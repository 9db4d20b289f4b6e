// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Filter/StateVariable.h"

#include "Support/Tone.h"

#include <gtest/gtest.h>

#include <random>

namespace athanor::dsp
{

namespace
{
using S = Lanes<8>;

/** Gain in dB of the low output at a frequency. */
double lowGain (float cutoff, float damping, float turns)
{
    StateVariable<8> filter;
    const auto shape = StateVariable<8>::design (S (cutoff), S (damping));
    std::vector<float> sound;

    for (int i = 0; i < 24'000; ++i)
    {
        const auto y = filter.tick (sine (S (turns * static_cast<float> (i % 10'000))), shape);

        if (i >= 12'000)
            sound.push_back (y.low[1]);
    }

    return decibelsAt (sound, turns);
}
} // namespace

TEST (StateVariable, isThreeDecibelsDownAtItsCutoff)
{
    for (const float cutoff : { 0.001f, 0.02f, 0.2f, 0.45f })
        EXPECT_NEAR (lowGain (cutoff, 1.41421356f, cutoff), -3.01, 0.05) << cutoff;
}

TEST (StateVariable, fallsByTwelveDecibelsForEachOctave)
{
    EXPECT_NEAR (lowGain (0.002f, 1.41421356f, 0.016f) - lowGain (0.002f, 1.41421356f, 0.032f), 12.04, 0.15);
}

TEST (StateVariable, ringsAsLoudlyAsItsDampingSays)
{
    EXPECT_NEAR (lowGain (0.02f, 0.05f, 0.02f), 26.02, 0.1);
}

TEST (StateVariable, staysStableHoweverItsCutoffJumps)
{
    StateVariable<8> filter;
    std::mt19937 random (3);
    float worst = 0;

    for (int i = 0; i < 200'000; ++i)
    {
        const auto chance = [&] { return static_cast<float> (random() & 0xffff) / 65'536.0f; };
        const auto y = filter.tick (S (2 * chance() - 1), StateVariable<8>::design (S (0.49f * chance()), S (0.03f + chance())));
        worst = std::max (worst, std::abs (y.low[0]));
    }

    EXPECT_LT (worst, 100.0f);
}

} // namespace athanor::dsp
