// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternPlaces.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (PatternPlaces, showTracksByOrderWithTheMasterLast)
{
    const SmallProject small;

    EXPECT_EQ (tracksInOrder (small.project), (std::vector { small.left, small.right, small.master }));
    EXPECT_EQ (patternTracks (small.project), (std::vector { small.left, small.right }));
}

TEST (PatternPlaces, giveEachTrackItsOwnLines)
{
    const SmallProject small;

    EXPECT_EQ (linesShown (small.project, small.pattern, small.left), 16);
    EXPECT_EQ (linesShown (small.project, small.pattern, small.right), 12);
}

TEST (PatternPlaces, findEachLineAgainByItsTime)
{
    for (const auto rate : { 1, 3, 4, 7, 17, 24, 96 })
        for (int line = 0; line < 1024; ++line)
            ASSERT_EQ (lineAtTime (timeOfLine (line, rate), rate), line) << rate;

    EXPECT_EQ (lineAtTime (timeOfLine (5, 4) - Ticks (1), 4), 4);
}

TEST (PatternPlaces, takeTheLinesThatBeginInABlockOfAnotherRate)
{
    const SmallProject small;
    const auto area = small.block (small.left, 4, small.right, 5); // From beat 1 to line 6 of 3 to a beat: beat 2.

    EXPECT_EQ (area.start, beats (1));
    EXPECT_EQ (area.end, beats (2));
    EXPECT_EQ (linesIn (area, 4), (std::pair { 4, 8 }));
    EXPECT_EQ (linesIn (area, 3), (std::pair { 3, 6 }));
    EXPECT_EQ (linesIn ({ {}, timeOfLine (1, 4), timeOfLine (2, 4) }, 3), (std::pair { 1, 2 })) << "0.25 to 0.5 of a beat holds the triplet at 0.33";
}

TEST (PatternPlaces, doNotCareWhichCornerABlockBeganAt)
{
    const SmallProject small;
    const auto one = areaOf (small.project, small.pattern, { small.at (small.left, 2, CellPart::volume), small.at (small.right, 6) });
    const auto other = areaOf (small.project, small.pattern, { small.at (small.right, 6), small.at (small.left, 2, CellPart::volume) });

    EXPECT_EQ (one.strips, other.strips);
    EXPECT_EQ (one.start, other.start);
    EXPECT_EQ (one.end, other.end);
    EXPECT_EQ (one.strips.front(), (Strip { small.left, CellPart::volume, 0 }));
    EXPECT_EQ (one.strips.back(), (Strip { small.right, CellPart::note, 0 }));
}

TEST (PatternPlaces, settleASelectionThatPointsAtNothing)
{
    const SmallProject small;
    Selection lost;
    lost.slot = newId<SlotId>();
    lost.instrument = newId<InstrumentId>();
    lost.cursor = { newId<TrackId>(), 7, CellPart::effect, 9, 5'000 };
    lost.block = PatternBlock { lost.cursor, lost.cursor };
    const auto found = settled (small.project, lost);

    EXPECT_EQ (found.slot, small.slot);
    EXPECT_EQ (found.pattern, small.pattern);
    EXPECT_EQ (found.instrument, small.piano);
    EXPECT_EQ (found.cursor, (PatternCursor { small.left, 0, CellPart::note, 0, 15 }));
    EXPECT_FALSE (found.block);
}

TEST (PatternPlaces, settleInAnEmptyProjectWithoutFalling)
{
    const auto found = settled (Project(), Selection());

    EXPECT_FALSE (found.slot);
    EXPECT_EQ (found.cursor.line, 0);
}

TEST (PatternPlaces, addUpTheSlotsBeforeASlot)
{
    SmallProject small;
    const auto second = newId<SlotId>();
    Slot slot;
    slot.pattern = small.pattern;
    slot.order = 1;
    small.project.sequence.put (second, slot);

    EXPECT_EQ (startOfSlot (small.project, small.slot), Ticks());
    EXPECT_EQ (startOfSlot (small.project, second), beats (4));
    EXPECT_EQ (startOfSlot (small.project, {}), beats (8));
}

} // namespace athanor
