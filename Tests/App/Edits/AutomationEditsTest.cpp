// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/AutomationEdits.h"

#include "App/SmallProject.h"
#include "Model/ParameterAddress.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct AutomationEditsTest : testing::Test
{
    AutomationEditsTest() : place { small.pattern, small.left, format (volumeOf (small.left)) } {}

    Project& project() { return small.project; }

    std::vector<std::pair<std::int64_t, double>> points() const
    {
        std::vector<std::pair<std::int64_t, double>> found;

        if (const auto* lane = laneAt (small.project, place))
            for (const auto& [at, point] : lane->points)
                found.emplace_back (at.value / (ticksPerBeat / 4), point->value);

        return found;
    }

    static Ticks line (int number) { return Ticks (ticksPerBeat / 4 * number); }

    SmallProject small;
    LanePlace place;
};

using Points = std::vector<std::pair<std::int64_t, double>>;
} // namespace

TEST_F (AutomationEditsTest, aPointStandsInsideItsClip)
{
    setPoint (project(), place, line (4), 0.5);
    setPoint (project(), place, line (40), 2);
    EXPECT_EQ (points(), (Points { { 4, 0.5 }, { 15, 1 } })) << "the clip has 16 lines";
}

TEST_F (AutomationEditsTest, betweenTwoPointsThereIsALine)
{
    setPoint (project(), place, line (0), 0);
    setPoint (project(), place, line (8), 1);
    EXPECT_DOUBLE_EQ (*valueOfLane (*laneAt (project(), place), line (2)), 0.25);
    setHolds (project(), place, { line (0) }, true);
    EXPECT_DOUBLE_EQ (*valueOfLane (*laneAt (project(), place), line (2)), 0);
}

TEST_F (AutomationEditsTest, aLaneWithoutPointsGoes)
{
    setPoint (project(), place, line (4), 0.5);
    removePoints (project(), place, { line (4) });
    EXPECT_EQ (laneAt (project(), place), nullptr);
}

TEST_F (AutomationEditsTest, pointsMoveTogetherUntilOneIsAtTheEdge)
{
    setPoint (project(), place, line (2), 0.5);
    setPoint (project(), place, line (6), 0.9);
    const auto moved = movePoints (project(), place, { line (2), line (6) }, line (0) - line (5), 0.2);
    EXPECT_EQ (moved, (std::set { line (0), line (4) }));
    EXPECT_EQ (points(), (Points { { 0, 0.7 }, { 4, 1 } }));
}

TEST_F (AutomationEditsTest, aMovedPointTakesThePlaceOfAnother)
{
    setPoint (project(), place, line (2), 0.25);
    setPoint (project(), place, line (6), 0.75);
    movePoints (project(), place, { line (2) }, line (4), 0);
    EXPECT_EQ (points(), (Points { { 6, 0.25 } }));
}

TEST_F (AutomationEditsTest, aStrokeReplacesWhatWasUnderIt)
{
    setPoint (project(), place, line (1), 1);
    setPoint (project(), place, line (9), 1);
    drawStroke (project(), place, line (4), 1, line (0), 0, line (1));
    EXPECT_EQ (points(), (Points { { 0, 0 }, { 1, 0.25 }, { 2, 0.5 }, { 3, 0.75 }, { 4, 1 }, { 9, 1 } }));
}

TEST_F (AutomationEditsTest, shapesFillTheirSpanAndNoMore)
{
    setPoint (project(), place, line (12), 0.3);
    drawShape (project(), place, line (0), line (8), LaneShape::rampDown);
    EXPECT_EQ (points(), (Points { { 0, 1 }, { 8, 0 }, { 12, 0.3 } }));
}

TEST_F (AutomationEditsTest, chanceIsTheSameForTheSamePlace)
{
    drawShape (project(), place, line (0), line (8), LaneShape::random);
    const auto first = points();
    drawShape (project(), place, line (0), line (8), LaneShape::random);
    EXPECT_EQ (points(), first);
    EXPECT_GT (first.size(), 10u);
}

TEST_F (AutomationEditsTest, pointsArePastedIntoAnotherLane)
{
    setPoint (project(), place, line (2), 0.1);
    setPoint (project(), place, line (3), 0.2);
    const auto piece = copyPoints (project(), place, { line (2), line (3) });
    place.address = format (panningOf (small.left));
    EXPECT_EQ (pastePoints (project(), place, line (14), piece), (std::set { line (14), line (15) }));
    EXPECT_EQ (points(), (Points { { 14, 0.1 }, { 15, 0.2 } }));
}

TEST_F (AutomationEditsTest, aTrackThatPlaysNothingGetsAClip)
{
    place.track = small.master;
    setPoint (project(), place, line (3), 0.5);
    EXPECT_EQ (points(), (Points { { 3, 0.5 } }));
}

TEST_F (AutomationEditsTest, theLaneOfAnotherTrackIsNotShown)
{
    Selection selection;
    selection.automation = place.address;
    selection.cursor.track = small.left;
    EXPECT_EQ (shownLane (selection).address, place.address);
    selection.cursor.track = small.right;
    EXPECT_TRUE (shownLane (selection).address.empty());
}

} // namespace athanor
