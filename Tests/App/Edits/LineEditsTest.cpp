// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/LineEdits.h"

#include "App/SynthPictures.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
float heightAt (const PatchLine& line, double x)
{
    constexpr int points = 1'001;
    return lineHeights (line, points)[static_cast<std::size_t> (x * (points - 1))];
}
} // namespace

TEST (LineEdits, everyShapeIsALineThatCanBePlayed)
{
    for (int i = 0; i < static_cast<int> (LineShape::count); ++i)
    {
        PatchSpec patch;
        patch.lfos[0] = lineOf (static_cast<LineShape> (i), 32);
        EXPECT_TRUE (faultsOf (patch).empty()) << nameOf (static_cast<LineShape> (i));
    }
}

TEST (LineEdits, aBentPieceGoesThroughTheMiddleThatWasAskedFor)
{
    for (const auto height : { 0.1, 0.5, 0.9 })
    {
        auto line = PatchLine::straight();
        bendPiece (line, 0, height);
        EXPECT_NEAR (middleOf (line, 0), height, 1.0e-6);
        EXPECT_NEAR (heightAt (line, 0.5), static_cast<float> (height), 0.01f);
    }
}

TEST (LineEdits, aLevelPieceIsNotBent)
{
    auto line = lineOf (LineShape::square);
    bendPiece (line, 0, 0.2);
    EXPECT_EQ (line, lineOf (LineShape::square));
}

TEST (LineEdits, aPaintedStepIsLevelAndLeavesWhatIsBesideIt)
{
    auto line = PatchLine::triangle();
    ASSERT_TRUE (paintStep (line, 2, 8, 0.9));
    EXPECT_NEAR (heightAt (line, 0.26), 0.9f, 0.01f);
    EXPECT_NEAR (heightAt (line, 0.36), 0.9f, 0.01f);
    EXPECT_NEAR (heightAt (line, 0.2), 0.4f, 0.01f);
    EXPECT_NEAR (heightAt (line, 0.7), 0.6f, 0.01f);

    const auto once = line;
    ASSERT_TRUE (paintStep (line, 2, 8, 0.9));
    EXPECT_EQ (line, once) << "painting the same again changes nothing";
    ASSERT_TRUE (paintStep (line, 2, 8, 0.1));
    EXPECT_EQ (line.points.size(), once.points.size());
}

TEST (LineEdits, paintingAllColumnsMakesStairs)
{
    auto line = PatchLine::triangle();

    for (int column = 0; column < 32; ++column)
        ASSERT_TRUE (paintStep (line, column, 32, column % 2));

    EXPECT_LE (line.points.size(), 64u);
    EXPECT_EQ (line.points.front().x, 0);
    EXPECT_EQ (line.points.back().x, 1);
    EXPECT_NEAR (heightAt (line, 0.015), 0.0f, 0.01f);
    EXPECT_NEAR (heightAt (line, 0.045), 1.0f, 0.01f);
}

TEST (LineEdits, aLineThatIsFullTakesNoMore)
{
    auto line = PatchLine::straight();

    for (int i = 0; i < PatchLine::maxPoints - 2; ++i)
        ASSERT_TRUE (addPoint (line, i / 200.0, 0.5));

    EXPECT_FALSE (addPoint (line, 0.9, 0.5));
    EXPECT_FALSE (paintStep (line, 15, 16, 0.3));
    EXPECT_EQ (line.points.size(), static_cast<std::size_t> (PatchLine::maxPoints));
}

TEST (LineEdits, theEndsStay)
{
    auto line = PatchLine::triangle();
    EXPECT_FALSE (removePoint (line, 0));
    EXPECT_FALSE (removePoint (line, 2));
    movePoint (line, 0, 0.4, 0.5);
    EXPECT_EQ (line.points[0].x, 0);
    EXPECT_EQ (line.points[0].y, 0.5);
    EXPECT_TRUE (removePoint (line, 1));
}

TEST (LineEdits, aReversedLineIsItsMirrorImage)
{
    auto line = PatchLine::straight();
    addPoint (line, 0.25, 0.8);
    line.points[0].power = 3;
    line.points[1].power = -5;
    const auto mirrored = reversed (line);

    for (const auto x : { 0.1, 0.2, 0.5, 0.9 })
        EXPECT_NEAR (heightAt (mirrored, x), heightAt (line, 1 - x), 0.01f) << x;

    EXPECT_EQ (turnedOver (turnedOver (line)), line);
}

TEST (LineEdits, aLineComesBackFromItsText)
{
    auto line = lineOf (LineShape::sine);
    line.name.clear();
    line.points[1].power = -2.5;
    line.points[1].x = 1.0 / 3;
    EXPECT_EQ (lineFrom (textOf (line)), line);
}

TEST (LineEdits, whatIsNoLineIsRefused)
{
    for (const auto* text : { "", "hello", "0 0", "0 0; 1", "0 0; 2 0", "0.5 0; 1 0", "0 0; 0.7 1; 0.3 1; 1 0", "0 nan; 1 0", "0 0 99; 1 0", "0 0 0 0; 1 0" })
        EXPECT_FALSE (lineFrom (text)) << text;
}

} // namespace athanor
