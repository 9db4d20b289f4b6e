// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/SequenceEdits.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (SequenceEdits, putANewPatternOfTheSameShapeBehindASlot)
{
    SmallProject small;
    small.put (small.right, 3, 60);
    const auto added = addPattern (small.project, small.slot, small.pattern);
    const auto pattern = small.project.sequence.find (added)->pattern;

    EXPECT_EQ (slotsInOrder (small.project), (std::vector { small.slot, added }));
    EXPECT_EQ (small.project.patterns.find (pattern)->length, beats (4));
    EXPECT_EQ (clipAt (small.project, pattern, small.right)->linesPerBeat, 3);
    EXPECT_TRUE (clipAt (small.project, pattern, small.right)->notes.empty());
    EXPECT_NE (small.project.patterns.find (pattern)->name, small.project.patterns.find (small.pattern)->name);
}

TEST (SequenceEdits, shareAPatternOrCopyIt)
{
    SmallProject small;
    const auto again = repeatSlot (small.project, small.slot);
    const auto copied = duplicateSlot (small.project, small.slot);
    small.put (small.left, 0, 60);

    EXPECT_EQ (small.project.sequence.find (again)->pattern, small.pattern);
    EXPECT_TRUE (clipAt (small.project, small.project.sequence.find (copied)->pattern, small.left)->notes.empty());
    EXPECT_EQ (slotsInOrder (small.project), (std::vector { small.slot, copied, again }));
}

TEST (SequenceEdits, takePatternsAwayThatNothingPlaysAnyMore)
{
    SmallProject small;
    const auto again = repeatSlot (small.project, small.slot);
    const auto copied = duplicateSlot (small.project, small.slot);
    const auto before = small.project.clips.size();

    EXPECT_TRUE (removeSlot (small.project, copied));
    EXPECT_EQ (small.project.clips.size(), before - 2);
    EXPECT_TRUE (removeSlot (small.project, again));
    EXPECT_TRUE (small.project.patterns.contains (small.pattern));
    EXPECT_FALSE (removeSlot (small.project, small.slot)) << "a song has at least one slot";
}

TEST (SequenceEdits, moveSlotsWithinTheSong)
{
    SmallProject small;
    const auto second = repeatSlot (small.project, small.slot);
    const auto third = repeatSlot (small.project, second);

    EXPECT_TRUE (moveSlot (small.project, third, -2));
    EXPECT_EQ (slotsInOrder (small.project), (std::vector { third, small.slot, second }));
    EXPECT_FALSE (moveSlot (small.project, third, -1));
    EXPECT_FALSE (moveSlot (small.project, second, 1));
}

TEST (SequenceEdits, turnToTheNextPatternOfTheSong)
{
    SmallProject small;
    const auto copied = duplicateSlot (small.project, small.slot);
    turnPattern (small.project, small.slot, 1);

    EXPECT_EQ (small.project.sequence.find (small.slot)->pattern, small.project.sequence.find (copied)->pattern);
    EXPECT_TRUE (small.project.patterns.contains (small.pattern)) << "turning away from a pattern does not lose it";
}

} // namespace athanor
