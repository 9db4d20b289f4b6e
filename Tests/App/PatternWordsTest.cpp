// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/PatternWords.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (PatternWords, sayWhatTheCursorStandsOn)
{
    SmallProject small;
    small.put (small.left, 3, 48);
    writeDigit (small.project, small.pattern, small.at (small.left, 3, CellPart::volume), 4);
    auto selection = settled (small.project, {});
    EXPECT_EQ (spokenCursor (small.project, selection), "Left, line 0: empty");

    selection.cursor.line = 3;
    EXPECT_EQ (spokenCursor (small.project, selection), "Left, line 3: C-4, instrument 1, volume 64");

    selection.cursor.part = CellPart::effect;
    EXPECT_EQ (spokenCursor (small.project, selection), "Left, line 3: no effect");
}

TEST (PatternWords, explainTheCommandUnderTheCursor)
{
    SmallProject small;
    editClip (small.project, small.pattern, small.left).effects.put ({ 0, 0 }, { '0', 'A', 0x37 });
    auto selection = settled (small.project, {});
    selection.cursor.part = CellPart::effect;

    EXPECT_TRUE (hintFor (small.project, selection, false).starts_with ("0A37  Arpeggio"));
}

TEST (PatternWords, sayThatKeysOnlySoundWhileTheViewFollowsTheSong)
{
    const SmallProject small;
    auto selection = settled (small.project, {});
    selection.isEditing = selection.follows = true;

    EXPECT_TRUE (hintFor (small.project, selection, false).starts_with ("Keys write"));
    EXPECT_TRUE (hintFor (small.project, selection, true).starts_with ("The song plays: keys sound"));

    selection.follows = false;
    EXPECT_TRUE (hintFor (small.project, selection, true).starts_with ("Keys write"));
}

TEST (PatternWords, haveASentenceForEveryPart)
{
    const SmallProject small;
    auto selection = settled (small.project, {});

    for (const auto part : { CellPart::note, CellPart::instrument, CellPart::volume, CellPart::panning, CellPart::delay, CellPart::effect })
    {
        selection.cursor.part = part;
        EXPECT_TRUE (hintFor (small.project, selection, false).ends_with ('.'));
    }
}

} // namespace athanor
