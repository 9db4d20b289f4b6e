// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternCells.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (PatternCells, keepTheVolumeOfALineWhenItsNoteChanges)
{
    SmallProject small;
    writeDigit (small.project, small.pattern, small.at (small.left, 3, CellPart::volume, 0, 0), 4);
    small.put (small.left, 3, 60);

    EXPECT_EQ (small.cell (small.left, 3).volume, 0x40);
    EXPECT_EQ (small.cell (small.left, 3).key, 60);
    EXPECT_EQ (small.cell (small.left, 3).instrument, small.piano);
}

TEST (PatternCells, nameNoInstrumentWhereANoteEnds)
{
    SmallProject small;
    small.put (small.left, 3, key::off);

    EXPECT_EQ (small.cell (small.left, 3).key, key::off);
    EXPECT_FALSE (small.cell (small.left, 3).instrument);
}

TEST (PatternCells, writeTwoDigitsFromLeftToRight)
{
    SmallProject small;
    auto& project = small.project;

    for (const auto part : { CellPart::volume, CellPart::panning, CellPart::delay })
    {
        writeDigit (project, small.pattern, small.at (small.left, 0, part, 0, 0), 3);
        writeDigit (project, small.pattern, small.at (small.left, 0, part, 0, 1), 0xa);
    }

    EXPECT_EQ (small.cell (small.left, 0).volume, 0x3a);
    EXPECT_EQ (small.cell (small.left, 0).panning, 0x3a);
    EXPECT_EQ (small.cell (small.left, 0).delay, 0x3a);
}

TEST (PatternCells, endVolumeAndPanningAtFull)
{
    SmallProject small;
    writeDigit (small.project, small.pattern, small.at (small.left, 0, CellPart::volume, 0, 0), 0xf);
    writeDigit (small.project, small.pattern, small.at (small.left, 0, CellPart::delay, 0, 0), 0xf);
    writeDigit (small.project, small.pattern, small.at (small.left, 0, CellPart::delay, 0, 1), 0xf);

    EXPECT_EQ (small.cell (small.left, 0).volume, 0x80);
    EXPECT_EQ (small.cell (small.left, 0).delay, 0xfe) << "ff would mean that there is none";
}

TEST (PatternCells, writeAnEffectCharacterByCharacter)
{
    SmallProject small;
    const auto at = [&] (int digit) { return small.at (small.left, 2, CellPart::effect, 0, digit); };
    writeEffectLetter (small.project, small.pattern, at (0), 'M');
    writeEffectLetter (small.project, small.pattern, at (1), '1');
    writeDigit (small.project, small.pattern, at (2), 7);
    writeDigit (small.project, small.pattern, at (3), 0xf);

    EXPECT_EQ (effectAt (small.project, small.pattern, at (0)), (Effect { 'M', '1', 0x7f }));
}

TEST (PatternCells, findInstrumentsByTheirNumber)
{
    SmallProject small;

    EXPECT_TRUE (writeInstrument (small.project, small.pattern, small.at (small.left, 0), 0x12));
    EXPECT_EQ (small.cell (small.left, 0).instrument, small.bass);

    const auto missing = writeInstrument (small.project, small.pattern, small.at (small.left, 0), 3);
    ASSERT_FALSE (missing);
    EXPECT_TRUE (missing.failure().message.ends_with ('.'));
    EXPECT_EQ (small.cell (small.left, 0).instrument, small.bass);
}

TEST (PatternCells, leaveNoEmptyCellBehind)
{
    SmallProject small;
    small.put (small.left, 3, 60);
    clearAt (small.project, small.pattern, small.at (small.left, 3));
    writeDigit (small.project, small.pattern, small.at (small.left, 4, CellPart::panning), 2);
    clearAt (small.project, small.pattern, small.at (small.left, 4, CellPart::panning));

    EXPECT_TRUE (small.clip (small.left).notes.empty());
}

TEST (PatternCells, clearOnlyThePartUnderTheCursor)
{
    SmallProject small;
    small.put (small.left, 3, 60);
    clearAt (small.project, small.pattern, small.at (small.left, 3, CellPart::instrument));

    EXPECT_EQ (small.cell (small.left, 3).key, 60);
    EXPECT_FALSE (small.cell (small.left, 3).instrument);
}

TEST (PatternCells, writeIntoTheLineThatARepeatedLineRepeats)
{
    SmallProject small;
    small.project.clips.edit (*small.project.patterns.find (small.pattern)->clips.find (small.left)).lines = 4;
    small.put (small.left, 9, 60);

    EXPECT_EQ (small.cell (small.left, 1).key, 60);
    EXPECT_EQ (small.cell (small.left, 13).key, 60);
}

TEST (PatternCells, makeAClipForATrackThatHasNone)
{
    SmallProject small;
    small.project.patterns.edit (small.pattern).clips.erase (small.right);
    small.put (small.right, 5, 60);

    EXPECT_EQ (small.cell (small.right, 5).key, 60);
    EXPECT_EQ (small.clip (small.right).lines, linesShown (small.project, small.pattern, small.right));
}

TEST (PatternCells, moveEverythingBelowAnInsertedLine)
{
    SmallProject small;
    small.put (small.left, 2, 60);
    small.put (small.left, 3, 61);
    small.put (small.left, 15, 62);
    insertLine (small.project, small.pattern, small.at (small.left, 3));

    EXPECT_EQ (small.cell (small.left, 2).key, 60);
    EXPECT_TRUE (small.cell (small.left, 3).isEmpty());
    EXPECT_EQ (small.cell (small.left, 4).key, 61);
    EXPECT_EQ (small.clip (small.left).notes.size(), 2u) << "what stood on the last line fell off the end";
}

TEST (PatternCells, takeALineOutOfOneColumnOnly)
{
    SmallProject small;
    small.put (small.left, 3, 60);
    small.put (small.left, 4, 61);
    Cell other;
    other.key = 70;
    writeNote (small.project, small.pattern, small.at (small.left, 4, CellPart::note, 1), other);
    removeFromColumn (small.project, small.pattern, small.at (small.left, 3));

    EXPECT_EQ (small.cell (small.left, 3).key, 61);
    EXPECT_EQ (small.cell (small.left, 4, 1).key, 70);
}

} // namespace athanor
