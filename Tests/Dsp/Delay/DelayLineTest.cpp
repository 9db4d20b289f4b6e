// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Delay/DelayLine.h"

#include "Dsp/Fast.h"

#include <gtest/gtest.h>

namespace athanor::dsp
{

TEST (DelayLineTest, givesBackWhatWasPushedSoManyFramesAgo)
{
    DelayLine<Stereo> line;
    line.prepare (1000);

    for (int i = 0; i < 3000; ++i)
        line.push (Stereo (Stereo::Floats { static_cast<float> (i), static_cast<float> (-i) }));

    for (const int ago : { 0, 1, 63, 999, 1000 })
    {
        EXPECT_EQ (line.at (ago)[0], static_cast<float> (2999 - ago));
        EXPECT_EQ (line.at (ago)[1], static_cast<float> (ago - 2999));
    }

    EXPECT_EQ (line.read (500.0f)[0], 2499.0f);
    EXPECT_EQ (line.read (Stereo (Stereo::Floats { 1.0f, 1000.0f }))[1], -1999.0f);
}

TEST (DelayLineTest, drawsASineBetweenItsFrames)
{
    DelayLine<Voices> line;
    line.prepare (100);

    for (int i = 0; i < 200; ++i)
        line.push (sine (Voices (static_cast<float> (i) / 32)));

    Voices ago;

    for (int lane = 0; lane < 8; ++lane)
        ago.set (lane, 10.0f + 0.37f * static_cast<float> (lane));

    const auto drawn = line.read (ago);
    const auto wanted = sine ((199.0f - ago) * (1.0f / 32));

    for (int lane = 0; lane < 8; ++lane)
        EXPECT_NEAR (drawn[lane], wanted[lane], 1e-3);
}

TEST (DelayLineTest, clearsOneLaneAndLeavesTheOther)
{
    DelayLine<Stereo> line;
    line.prepare (16);
    line.push (1.0f);
    line.clearLane (0);

    EXPECT_EQ (line.at (0)[0], 0.0f);
    EXPECT_EQ (line.at (0)[1], 1.0f);

    for (int i = 0; i < 10; ++i)
    {
        // What lies before the clearing is never heard again, and all that comes after it is.
        EXPECT_EQ (line.at (i)[0], 0.0f);
        EXPECT_EQ (line.read (static_cast<float> (i + 1))[0], 0.0f);
        EXPECT_EQ (line.read (Stereo (static_cast<float> (i + 1)))[0], 0.0f);
        line.push (Stereo (Stereo::Floats { 0.0f, 2.0f }));
    }

    for (int i = 0; i < 10; ++i)
        line.push (2.0f);

    EXPECT_EQ (line.at (9)[0], 2.0f);
    EXPECT_EQ (line.read (Stereo (7.0f))[0], 2.0f);
}

} // namespace athanor::dsp
