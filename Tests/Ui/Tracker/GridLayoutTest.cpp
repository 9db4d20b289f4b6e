// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/GridLayout.h"

#include "App/Edits/ClipEdits.h"
#include "App/StartProject.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct GridLayoutTest : testing::Test
{
    Selection selection() const { return settled (project, shown); }

    GridLayout layout() const { return { project, selection() }; }

    TrackId track (std::size_t index) const { return patternTracks (project)[index]; }

    void setRate (std::size_t index, int linesPerBeat) { setLinesPerBeat (project, selection().pattern, track (index), linesPerBeat); }

    Project project = startProject();
    Selection shown;
};
} // namespace

TEST_F (GridLayoutTest, putsTheLanesSideBySide)
{
    const auto made = layout();
    ASSERT_EQ (made.lanes().size(), 4u);

    for (std::size_t i = 1; i < 4; ++i)
        EXPECT_EQ (made.lanes()[i].cell, made.lanes()[i - 1].cell + made.lanes()[i - 1].width);

    EXPECT_EQ (made.width(), made.lanes().back().cell + made.lanes().back().width);
    EXPECT_EQ (made.rows(), 64);
}

TEST_F (GridLayoutTest, keepsTheFieldsOfALaneApart)
{
    shown.showsPanning = shown.showsDelay = true;

    const auto made = layout();

    for (const auto& lane : made.lanes())
        for (std::size_t i = 1; i < lane.fields.size(); ++i)
            EXPECT_EQ (lane.fields[i].cell, lane.fields[i - 1].cell + lane.fields[i - 1].width + 1);
}

TEST_F (GridLayoutTest, putsEveryLineOfEveryRateOnARowOfItsOwnNearItsTime)
{
    for (const auto fast : { 4, 5, 6, 7, 8, 12 })
        for (int slow = 1; slow <= fast; ++slow)
        {
            setRate (0, fast);
            setRate (1, slow);
            const auto made = layout();
            const auto& lane = *made.lane (track (1));

            for (int line = 0; line < linesShown (project, selection().pattern, track (1)); ++line)
            {
                const auto row = made.rowOf (line, slow);
                ASSERT_EQ (made.lineOn (row, lane), line) << fast << " and " << slow;
                ASSERT_LE (std::abs (2 * (row * slow - line * made.rowsPerBeat())), slow) << "more than half a row from its time";
            }
        }
}

TEST_F (GridLayoutTest, leavesRowsBetweenTheLinesOfASlowerTrackEmpty)
{
    setRate (0, 8);
    const auto made = layout();
    const auto& slow = *made.lane (track (1));

    EXPECT_EQ (made.rows(), 128);
    EXPECT_EQ (made.lineOn (6, slow), 3);
    EXPECT_FALSE (made.lineOn (7, slow));
    EXPECT_FALSE (made.lineOn (-1, slow));
    EXPECT_FALSE (made.lineOn (128, slow));
}

TEST_F (GridLayoutTest, findsTheCursorUnderACell)
{
    const auto made = layout();

    for (const auto& lane : made.lanes())
        for (const auto& field : lane.fields)
        {
            const auto cursor = made.cursorAt (field.cell, 9);
            ASSERT_TRUE (cursor);
            EXPECT_EQ (cursor->track, lane.track);
            EXPECT_EQ (cursor->part, field.strip.part);
            EXPECT_EQ (cursor->digit, 0);
            EXPECT_EQ (cursor->line, 9);
            EXPECT_EQ (made.cursorAt (field.cell + field.width - 1, 9)->digit, digitsOf (field.strip.part) - 1);
        }

    EXPECT_FALSE (made.cursorAt (made.width(), 0));
    EXPECT_EQ (made.cursorAt (1, 9'999)->line, 63);
}

TEST_F (GridLayoutTest, takesTheLineAboveWhereThereIsNone)
{
    setRate (0, 8);
    const auto made = layout();
    EXPECT_EQ (made.cursorAt (made.lane (track (1))->cell + 1, 7)->line, 3);
}

TEST_F (GridLayoutTest, marksBarsByTheMetre)
{
    EXPECT_EQ (layout().rowsPerBar(), 16);
    project.meters.edit (Ticks()).beatsPerBar = 3;
    EXPECT_EQ (layout().rowsPerBar(), 12);
}

} // namespace athanor
