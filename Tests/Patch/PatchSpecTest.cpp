// SPDX-License-Identifier: GPL-3.0-or-later
// What a patch begins with, and when two are the same.
#include "Patch/PatchSpec.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{

const std::vector<float>& waveOf (const WavetableSpec& table)
{
    return *table.groups.at (0).at (0).keyframes.at (0).wave;
}

TEST (PatchSpecTest, BeginsWithOneOscillatorThatPlaysASaw)
{
    const PatchSpec patch;

    EXPECT_TRUE (patch.values.isOn (Control::osc_1_on));
    EXPECT_FALSE (patch.values.isOn (Control::osc_2_on));
    EXPECT_FALSE (patch.values.isOn (Control::osc_3_on));
    EXPECT_FALSE (patch.slots[0].source);

    for (const auto& table : patch.wavetables)
        ASSERT_EQ (waveOf (table).size(), 2048u);
}

TEST (PatchSpecTest, TheSawFallsAndJumpsHalfWay)
{
    const auto table = WavetableSpec::saw();
    const auto& wave = waveOf (table);

    EXPECT_FLOAT_EQ (wave[0], -1.0f / 2047);
    EXPECT_FLOAT_EQ (wave[1023], -1.0f);
    EXPECT_FLOAT_EQ (wave[1024], 1.0f);
    EXPECT_FLOAT_EQ (wave[2047], 1.0f / 2047);
}

TEST (PatchSpecTest, TheNoiseIsOneSecondOfEvenlySpreadSamples)
{
    const auto noise = PatchSample::whiteNoise();
    ASSERT_EQ (noise.left->size(), 44'100u);

    double mean = 0, power = 0;

    for (const auto sample : *noise.left)
    {
        mean += sample / 44'100.0;
        power += sample * static_cast<double> (sample) / 44'100.0;
    }

    EXPECT_NEAR (mean, 0, 300);
    EXPECT_NEAR (power, 29'490.0 * 29'490.0 / 3, 5e6);
}

TEST (PatchSpecTest, PatchesAreEqualByWhatTheirSamplesSoundLike)
{
    PatchSpec one, other;
    ASSERT_EQ (one, other);

    auto copied = std::make_shared<std::vector<float>> (waveOf (other.wavetables[1]));
    other.wavetables[1].groups[0][0].keyframes[0].wave = copied;
    EXPECT_EQ (one, other);

    (*copied)[7] = 0.25f;
    EXPECT_NE (one, other);
}

TEST (PatchSpecTest, ASampleWithoutARightSideIsNotOneWithIt)
{
    PatchSpec one, other;
    other.sample.right = other.sample.left;
    EXPECT_NE (one, other);
}

} // namespace

TEST (PatchSpecTest, APieceOfALineBendsAwayFromWhereItIsSteepAndReachesItsEnd)
{
    EXPECT_EQ (bentShare (0.5, 0), 0.5);
    EXPECT_GT (bentShare (0.5, -4), 0.5);
    EXPECT_LT (bentShare (0.5, 4), 0.5);
    EXPECT_NEAR (bentShare (1, 20), 1, 1e-12);
}

} // namespace athanor
