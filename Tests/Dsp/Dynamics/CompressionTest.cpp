// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Dynamics/Compression.h"

#include <gtest/gtest.h>

namespace athanor::dsp
{

namespace
{
float reduction (float level, float threshold, float knee, float ratio)
{
    return compression (Stereo (level), Stereo (threshold), Stereo (knee), Stereo (1 - 1 / ratio))[0];
}
} // namespace

TEST (CompressionTest, turnsDownByTheRatioAboveTheThreshold)
{
    EXPECT_FLOAT_EQ (reduction (-30, -20, 0, 4), 0);
    EXPECT_FLOAT_EQ (reduction (-20, -20, 0, 4), 0);
    EXPECT_FLOAT_EQ (reduction (-8, -20, 0, 4), -9);
    EXPECT_FLOAT_EQ (reduction (0, -20, 10, 2), -10);
}

TEST (CompressionTest, theKneeJoinsBothSidesWithoutACorner)
{
    EXPECT_NEAR (reduction (-26, -20, 12, 4), 0, 1e-5);
    EXPECT_NEAR (reduction (-14, -20, 12, 4), -4.5, 1e-4);
    EXPECT_NEAR (reduction (-20, -20, 12, 4), -0.75 * 12 / 8, 1e-5) << "at the threshold it is an eighth of the knee";

    float before = 0;

    for (float level = -30; level < 0; level += 0.1f)
    {
        const auto now = reduction (level, -20, 12, 4);
        EXPECT_LE (now, before + 1e-5f);
        EXPECT_GE (now, before - 0.0751f);
        before = now;
    }
}

TEST (CompressionTest, aFollowerMakesTwoThirdsOfItsWayInTheTimeThatIsSet)
{
    Follower<2> follower;
    const auto slow = leftPerFrame (Stereo (0.1f), 1.0f / 48'000);
    const auto fast = leftPerFrame (Stereo (0.01f), 1.0f / 48'000);

    for (int i = 0; i < 480; ++i)
        follower.tick (Stereo (-10.0f), fast, slow);

    EXPECT_NEAR (follower.now()[0], -6.32, 0.01);

    for (int i = 0; i < 4'800; ++i)
        follower.tick (Stereo (0.0f), fast, slow);

    EXPECT_NEAR (follower.now()[0], -6.32 * 0.368, 0.01);
}

} // namespace athanor::dsp
