// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternBlocks.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
void setVolume (SmallProject& small, int line, int volume)
{
    writeDigit (small.project, small.pattern, small.at (small.left, line, CellPart::volume, 0, 0), volume / 16);
    writeDigit (small.project, small.pattern, small.at (small.left, line, CellPart::volume, 0, 1), volume % 16);
}
} // namespace

TEST (PatternBlocks, comeBackAsTheyWereCopied)
{
    SmallProject small;
    small.put (small.left, 2, 60);
    small.put (small.left, 5, 64);
    const auto piece = copy (small.project, small.pattern, small.block (small.left, 2, small.left, 5));
    paste (small.project, small.pattern, small.at (small.left, 8), piece, PasteMode::replace);

    EXPECT_EQ (small.cell (small.left, 8), small.cell (small.left, 2));
    EXPECT_EQ (small.cell (small.left, 11), small.cell (small.left, 5));
    EXPECT_EQ (small.clip (small.left).notes.size(), 4u);
}

TEST (PatternBlocks, keepTheirTimeInATrackWithOtherLines)
{
    SmallProject small;
    small.put (small.left, 0, 60);
    small.put (small.left, 8, 64);
    const auto piece = copy (small.project, small.pattern, small.block (small.left, 0, small.left, 15));
    paste (small.project, small.pattern, small.at (small.right, 0), piece, PasteMode::replace);

    EXPECT_EQ (small.cell (small.right, 0).key, 60);
    EXPECT_EQ (small.cell (small.right, 6).key, 64) << "beat 2 is line 6 at three lines to a beat";
}

TEST (PatternBlocks, emptyTheirPlaceBeforeTheyArePasted)
{
    SmallProject small;
    small.put (small.left, 0, 60);
    small.put (small.left, 9, 64);
    const auto piece = copy (small.project, small.pattern, small.block (small.left, 0, small.left, 3));
    paste (small.project, small.pattern, small.at (small.left, 8), piece, PasteMode::replace);

    EXPECT_EQ (small.cell (small.left, 8).key, 60);
    EXPECT_TRUE (small.cell (small.left, 9).isEmpty());
}

TEST (PatternBlocks, fillOnlyGapsWhenTheyAreMixedIn)
{
    SmallProject small;
    small.put (small.left, 0, 60);
    small.put (small.left, 1, 61);
    small.put (small.left, 9, 64);
    const auto piece = copy (small.project, small.pattern, small.block (small.left, 0, small.left, 3));
    paste (small.project, small.pattern, small.at (small.left, 8), piece, PasteMode::mix);

    EXPECT_EQ (small.cell (small.left, 8).key, 60);
    EXPECT_EQ (small.cell (small.left, 9).key, 64);
}

TEST (PatternBlocks, giveATrackTheColumnsTheyNeed)
{
    SmallProject small;
    small.put (small.left, 0, 60);
    const auto piece = copy (small.project, small.pattern, small.block (small.left, 0, small.left, 0));
    paste (small.project, small.pattern, small.at (small.right, 0, CellPart::note, 2), piece, PasteMode::replace);

    EXPECT_EQ (small.project.tracks.find (small.right)->noteColumns, 3);
    EXPECT_EQ (small.cell (small.right, 0, 2).key, 60);
}

TEST (PatternBlocks, endWithThePattern)
{
    SmallProject small;
    small.put (small.left, 0, 60);
    small.put (small.left, 3, 63);
    const auto piece = copy (small.project, small.pattern, small.block (small.left, 0, small.left, 3));
    paste (small.project, small.pattern, small.at (small.left, 14), piece, PasteMode::replace);

    EXPECT_EQ (small.cell (small.left, 14).key, 60);
    EXPECT_EQ (small.cell (small.left, 1).key, key::none) << "line 17 would be line 1 of the clip";
}

TEST (PatternBlocks, areEmptiedPartByPart)
{
    SmallProject small;
    small.put (small.left, 4, 60);
    setVolume (small, 4, 0x30);
    clear (small.project, small.pattern, areaOf (small.project, small.pattern, { small.at (small.left, 4, CellPart::volume), small.at (small.left, 4, CellPart::delay) }));

    EXPECT_EQ (small.cell (small.left, 4).key, 60);
    EXPECT_EQ (small.cell (small.left, 4).volume, Cell::empty);
}

TEST (PatternBlocks, areTransposedWholeOrNotAtAll)
{
    SmallProject small;
    small.put (small.left, 0, 60);
    small.put (small.left, 1, key::off);
    small.put (small.left, 2, 110);
    const auto area = small.block (small.left, 0, small.left, 3);

    EXPECT_TRUE (transpose (small.project, small.pattern, area, -12));
    EXPECT_EQ (small.cell (small.left, 0).key, 48);
    EXPECT_EQ (small.cell (small.left, 1).key, key::off);
    EXPECT_FALSE (transpose (small.project, small.pattern, area, 24));
    EXPECT_EQ (small.cell (small.left, 0).key, 48);
    EXPECT_EQ (small.cell (small.left, 2).key, 98);
}

TEST (PatternBlocks, areFilledWithALineBetweenTheirNumbers)
{
    SmallProject small;
    setVolume (small, 0, 0);
    setVolume (small, 8, 0x40);
    interpolate (small.project, small.pattern, small.block (small.left, 0, small.left, 8));

    for (int line = 0; line <= 8; ++line)
        EXPECT_EQ (small.cell (small.left, line).volume, line * 8) << line;
}

TEST (PatternBlocks, interpolateOnlyEffectsOfOneKind)
{
    SmallProject small;
    auto& effects = editClip (small.project, small.pattern, small.left).effects;
    effects.put ({ 0, 0 }, { '0', 'P', 0x80 });
    effects.put ({ 4, 0 }, { '0', 'P', 0x40 });
    interpolate (small.project, small.pattern, small.block (small.left, 0, small.left, 4));
    EXPECT_EQ (*small.clip (small.left).effects.find ({ 1, 0 }), (Effect { '0', 'P', 0x70 }));

    editClip (small.project, small.pattern, small.left).effects.put ({ 8, 0 }, { '0', 'U', 0x40 });
    interpolate (small.project, small.pattern, small.block (small.left, 4, small.left, 8));
    EXPECT_FALSE (small.clip (small.left).effects.contains ({ 6, 0 }));
}

TEST (PatternBlocks, spreadAndDrawTogether)
{
    SmallProject small;
    small.put (small.left, 4, 60);
    small.put (small.left, 5, 61);
    small.put (small.left, 7, 63);
    const auto area = small.block (small.left, 4, small.left, 7);
    expand (small.project, small.pattern, area);

    EXPECT_EQ (small.cell (small.left, 4).key, 60);
    EXPECT_TRUE (small.cell (small.left, 5).isEmpty());
    EXPECT_EQ (small.cell (small.left, 6).key, 61);
    EXPECT_TRUE (small.cell (small.left, 7).isEmpty()) << "63 would stand on line 10, outside the block";

    shrink (small.project, small.pattern, area);
    EXPECT_EQ (small.cell (small.left, 4).key, 60);
    EXPECT_EQ (small.cell (small.left, 5).key, 61);
    EXPECT_EQ (small.clip (small.left).notes.size(), 2u);
}

TEST (PatternBlocks, playWithAnotherInstrument)
{
    SmallProject small;
    small.put (small.left, 4, 60);
    setInstrument (small.project, small.pattern, small.block (small.left, 0, small.left, 15), small.bass);

    EXPECT_EQ (small.cell (small.left, 4).instrument, small.bass);
    EXPECT_EQ (small.clip (small.left).notes.size(), 1u);
}

} // namespace athanor
