// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WaveLines.h"

#include "App/Edits/WaveCooking.h"

#include <gtest/gtest.h>

#include <cmath>

namespace athanor
{

namespace
{
/** A triangle at 0 and its mirror image at 256. */
WavetableSpec twoLines()
{
    auto table = WavetableSpec::saw();
    EXPECT_TRUE (changeSource (table, 0, "Line Source"));
    EXPECT_TRUE (duplicateKeyframe (table, {}, 256));

    for (auto& point : table.groups[0][0].keyframes[1].line->points)
        point.y = 1 - point.y;

    return table;
}

std::size_t pointsOf (const WavetableSpec& table, std::size_t keyframe) { return table.groups[0][0].keyframes[keyframe].line->points.size(); }

bool isFaultless (const WavetableSpec& table)
{
    PatchSpec patch;
    patch.wavetables[0] = table;
    return faultsOf (patch).empty();
}
} // namespace

TEST (WaveLines, aPointIsAddedToAllKeyframesWithoutBeingHeard)
{
    auto table = twoLines();
    const auto before = cookedWave (table.groups[0][0], 100);
    EXPECT_EQ (*addLinePoint (table, 0, 0.25), 1);
    EXPECT_EQ (pointsOf (table, 0), 4u);
    EXPECT_EQ (pointsOf (table, 1), 4u);
    EXPECT_EQ (table.groups[0][0].numbers.at ("num_points"), 4);
    const auto after = cookedWave (table.groups[0][0], 100);

    for (std::size_t i = 0; i < before.size(); ++i)
        ASSERT_NEAR (after[i], before[i], 2e-3) << i;

    EXPECT_TRUE (isFaultless (table));
    ASSERT_TRUE (removeLinePoint (table, 0, 1));
    EXPECT_EQ (table, twoLines());
}

TEST (WaveLines, aPointIsMovedInOneKeyframeAndStaysBetweenItsNeighbours)
{
    auto table = twoLines();
    ASSERT_TRUE (moveLinePoint (table, { 0, 0, 1 }, 1, 7, -3));
    EXPECT_EQ (table.groups[0][0].keyframes[1].line->points[1].x, 1);
    EXPECT_EQ (table.groups[0][0].keyframes[1].line->points[1].y, 0);
    EXPECT_EQ (table.groups[0][0].keyframes[0].line->points[1].x, 0.5);
    ASSERT_TRUE (moveLinePoint (table, {}, 0, 0.5, 0.5));
    EXPECT_EQ (table.groups[0][0].keyframes[0].line->points[0].x, 0) << "an end stays at its end";
    EXPECT_EQ (table.groups[0][0].keyframes[0].line->points[0].y, 0.5);
    EXPECT_TRUE (isFaultless (table));
}

TEST (WaveLines, aLineIsBentWithinItsLimit)
{
    auto table = twoLines();
    ASSERT_TRUE (bendLine (table, {}, 0, 99));
    EXPECT_EQ (table.groups[0][0].keyframes[0].line->points[0].power, 20);
    EXPECT_TRUE (isFaultless (table));
}

TEST (WaveLines, theHeightIsThatOfTheWave)
{
    auto table = twoLines();
    ASSERT_TRUE (bendLine (table, {}, 0, 3));
    const auto wave = cookedWave (table.groups[0][0], 0);
    const auto& line = *table.groups[0][0].keyframes[0].line;

    for (const std::size_t i : { 100u, 500u, 1'000u, 1'500u, 2'000u })
        EXPECT_NEAR (1 - 2 * heightOf (line, static_cast<double> (i) / 2'047), wave[i], 2e-3) << i;
}

TEST (WaveLines, betweenTwoKeyframesALineIsMixed)
{
    const auto table = twoLines();
    const auto line = lineNear (table.groups[0][0], 64);
    EXPECT_DOUBLE_EQ (line.points[1].y, 0.25);
    EXPECT_DOUBLE_EQ (lineNear (table.groups[0][0], 256).points[1].y, 1);
}

TEST (WaveLines, linesThatAreNotAlikeAreStillMoved)
{
    auto table = twoLines();
    table.groups[0][0].keyframes[1].line->points.erase (table.groups[0][0].keyframes[1].line->points.begin() + 1);
    EXPECT_TRUE (addLinePoint (table, 0, 0.5).failure().message.starts_with ("The lines of these keyframes have different"));
    EXPECT_FALSE (removeLinePoint (table, 0, 1));
    EXPECT_TRUE (moveLinePoint (table, {}, 1, 0.4, 0.4));
}

TEST (WaveLines, whatCannotBeDoneIsRefusedWithASentence)
{
    auto table = twoLines();
    EXPECT_EQ (removeLinePoint (table, 0, 0).failure().message, "The ends of a line stay.");
    EXPECT_FALSE (removeLinePoint (table, 0, 9));
    EXPECT_FALSE (addLinePoint (table, 0, 1.5));
    EXPECT_FALSE (addLinePoint (table, 3, 0.5));
    EXPECT_FALSE (moveLinePoint (table, { 0, 0, 5 }, 1, 0, 0));
    EXPECT_FALSE (moveLinePoint (table, {}, 1, NAN, 0));
    EXPECT_EQ (table, twoLines());

    while (pointsOf (table, 0) < static_cast<std::size_t> (PatchLine::maxPoints))
        ASSERT_TRUE (addLinePoint (table, 0, 0.3));

    EXPECT_EQ (addLinePoint (table, 0, 0.3).failure().message, "A line has at most 100 points.");
    auto saw = WavetableSpec::saw();
    EXPECT_EQ (addLinePoint (saw, 0, 0.5).failure().message, "Lines belong to a Line Source: choose it as the source of the group.");
}

} // namespace athanor
