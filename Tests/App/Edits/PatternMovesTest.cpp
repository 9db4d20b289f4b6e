// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternMoves.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
Selection startOf (const SmallProject& small) { return settled (small.project, {}); }
} // namespace

TEST (PatternMoves, goOverTheEdgeToTheOtherEnd)
{
    const SmallProject small;
    const auto up = moved (small.project, startOf (small), CursorMove::up, false);

    EXPECT_EQ (up.cursor.line, 15);
    EXPECT_EQ (moved (small.project, up, CursorMove::down, false).cursor.line, 0);
}

TEST (PatternMoves, stopAtTheEdgeWhileTheyMark)
{
    const SmallProject small;
    EXPECT_EQ (moved (small.project, startOf (small), CursorMove::up, true).cursor.line, 0);
}

TEST (PatternMoves, walkOverEveryDigitAndPassFoldedColumns)
{
    const SmallProject small;
    auto now = startOf (small);
    std::vector<std::pair<CellPart, int>> seen;

    for (int i = 0; i < 10; ++i)
    {
        seen.emplace_back (now.cursor.part, now.cursor.digit);
        now = moved (small.project, now, CursorMove::right, false);
    }

    const std::vector<std::pair<CellPart, int>> expected { { CellPart::note, 0 }, { CellPart::instrument, 0 }, { CellPart::instrument, 1 }, { CellPart::volume, 0 }, { CellPart::volume, 1 }, { CellPart::effect, 0 }, { CellPart::effect, 1 }, { CellPart::effect, 2 }, { CellPart::effect, 3 }, { CellPart::note, 0 } };
    EXPECT_EQ (seen, expected);

    for (int i = 0; i < 10; ++i)
        now = moved (small.project, now, CursorMove::left, false);

    EXPECT_EQ (now.cursor, startOf (small).cursor);
}

TEST (PatternMoves, showColumnsThatAreUnfolded)
{
    const SmallProject small;
    auto now = startOf (small);
    const auto folded = shownStrips (small.project, now).size();
    now.showsPanning = now.showsDelay = true;

    EXPECT_EQ (shownStrips (small.project, now).size(), folded + 4);
}

TEST (PatternMoves, stayAtTheTimeWhenTheyChangeTheTrack)
{
    const SmallProject small;
    auto now = startOf (small);
    now.cursor.line = 8; // beat 2
    now = moved (small.project, now, CursorMove::nextTrack, false);

    EXPECT_EQ (now.cursor.track, small.right);
    EXPECT_EQ (now.cursor.line, 6);
}

TEST (PatternMoves, goABarAtATime)
{
    SmallProject small;
    small.project.meters.edit (Ticks()).beatsPerBar = 3;
    EXPECT_EQ (moved (small.project, startOf (small), CursorMove::pageDown, false).cursor.line, 12);
}

TEST (PatternMoves, markFromWhereTheyBegan)
{
    const SmallProject small;
    auto now = startOf (small);
    now = moved (small.project, now, CursorMove::down, true);
    now = moved (small.project, now, CursorMove::down, true);

    ASSERT_TRUE (now.block);
    EXPECT_EQ (now.block->from.line, 0);
    EXPECT_EQ (now.block->to.line, 2);
    EXPECT_FALSE (moved (small.project, now, CursorMove::down, false).block);
}

TEST (PatternMoves, markTheTrackAndThenAll)
{
    const SmallProject small;
    const auto track = markedWider (small.project, startOf (small));
    const auto all = markedWider (small.project, track);

    EXPECT_EQ (areaToEdit (small.project, track).strips, stripsOf (small.project, small.left));
    EXPECT_EQ (areaToEdit (small.project, all).strips, stripsOf (small.project));
    EXPECT_EQ (areaToEdit (small.project, all).end, beats (4));
}

TEST (PatternMoves, editTheWholeCellWhereNothingIsMarked)
{
    const SmallProject small;
    const auto area = areaToEdit (small.project, startOf (small));

    EXPECT_EQ (area.strips.size(), 5u);
    EXPECT_EQ (linesIn (area, 4), (std::pair { 0, 1 }));
}

TEST (PatternMoves, takeTheEditStepAndStopAtTheEnd)
{
    const SmallProject small;
    EXPECT_EQ (advanced (small.project, startOf (small), 5).cursor.line, 5);
    EXPECT_EQ (advanced (small.project, startOf (small), 99).cursor.line, 15);
}

} // namespace athanor
