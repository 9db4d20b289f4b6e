// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Envelope/Segments.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace athanor::dsp
{

namespace
{
std::vector<float> render (SegmentPlayer& player, const SegmentPlan& plan, int count)
{
    std::vector<float> heard (static_cast<std::size_t> (count));
    player.render (plan, count, heard.data(), 1);
    return heard;
}

const SegmentPlan upHoldDown { { { { 4, 1, 0 }, { 2, 0.5f, 0 }, { 5, 0, 0 } } }, 3, 1, -1 };
} // namespace

TEST (Segments, takeExactlyTheirTime)
{
    SegmentPlayer player;
    player.start();
    const auto rising = render (player, upHoldDown, 8);
    EXPECT_EQ (rising[3], 1);
    EXPECT_LT (rising[2], 1);
    EXPECT_EQ (rising[5], 0.5f);
    EXPECT_EQ (rising[7], 0.5f);
    EXPECT_TRUE (player.isResting (upHoldDown));
    player.release (upHoldDown);
    const auto falling = render (player, upHoldDown, 6);
    EXPECT_EQ (falling[4], 0);
    EXPECT_GT (falling[3], 0);
    EXPECT_TRUE (player.isOver());
}

TEST (Segments, arriveHoweverTheyBend)
{
    for (const float bend : { -1.0f, -0.3f, 0.0f, 0.3f, 1.0f })
    {
        SegmentPlayer player;
        const SegmentPlan plan { { { { 1'000, 1, bend } } }, 1, -1, -1 };
        player.start();
        const auto heard = render (player, plan, 1'001);
        EXPECT_EQ (heard[999], 1) << bend;
        EXPECT_NEAR (heard[998], 1, bend < 0 ? 0.02 : 0.004) << bend;
        EXPECT_EQ (heard[499] > 0.51f, bend > 0) << bend;
    }
}

TEST (Segments, startAgainFromWhereTheyAre)
{
    SegmentPlayer player;
    player.start();
    render (player, upHoldDown, 8);
    player.start();
    EXPECT_GE (render (player, upHoldDown, 1)[0], 0.5f);
}

TEST (Segments, goRoundWhileTheKeyIsHeld)
{
    SegmentPlayer player;
    const SegmentPlan plan { { { { 2, 1, 0 }, { 2, 0, 0 }, { 2, -1, 0 } } }, 3, 1, 0 };
    player.start();
    EXPECT_EQ (render (player, plan, 9), (std::vector<float> { 0.5f, 1, 0.5f, 0, 0.5f, 1, 0.5f, 0, 0.5f }));
    player.release (plan);
    EXPECT_EQ (render (player, plan, 3).back(), -1);
}

TEST (Segments, aLoopThatTakesNoTimeHangsNothing)
{
    SegmentPlayer player;
    const SegmentPlan plan { { { { 0, 1, 0 }, { 0, 0, 0 } } }, 2, -1, 0 };
    player.start();

    for (const float x : render (player, plan, 1'000))
        ASSERT_TRUE (x >= 0 && x <= 1);
}

} // namespace athanor::dsp
