// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/ClipEdits.h"

#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
/** When a note sounds, in 256ths of a line of one to a beat; exact for the rates used here. */
std::vector<std::pair<std::int64_t, int>> timesOf (const Clip& clip)
{
    std::vector<std::pair<std::int64_t, int>> times;

    for (const auto& [at, cell] : clip.notes)
    {
        const auto delay = cell->delay == Cell::empty ? 0 : cell->delay;
        times.emplace_back ((at.line * 256 + delay) * (96 / clip.linesPerBeat), cell->key);
    }

    return times;
}
} // namespace

TEST (ClipEdits, soundTheSameWhenTheyAreRefinedAndCoarsened)
{
    SmallProject small;
    small.put (small.left, 1, 60);
    small.put (small.left, 5, 61);
    writeDigit (small.project, small.pattern, small.at (small.left, 5, CellPart::delay, 0, 0), 0xc);
    const auto before = timesOf (small.clip (small.left));

    ASSERT_TRUE (refine (small.project, small.pattern, small.left));
    EXPECT_EQ (small.clip (small.left).lines, 32);
    EXPECT_EQ (small.clip (small.left).linesPerBeat, 8);
    EXPECT_EQ (timesOf (small.clip (small.left)), before);

    ASSERT_TRUE (coarsen (small.project, small.pattern, small.left));
    EXPECT_EQ (timesOf (small.clip (small.left)), before);
    EXPECT_EQ (small.clip (small.left).lines, 16);
}

TEST (ClipEdits, refuseWhatCannotBeHalvedOrDoubled)
{
    SmallProject small;
    EXPECT_FALSE (coarsen (small.project, small.pattern, small.right)) << "three lines to a beat";

    setLines (small.project, small.pattern, small.left, 1024);
    EXPECT_FALSE (refine (small.project, small.pattern, small.left));
    EXPECT_FALSE (doubleLength (small.project, small.pattern, small.left));
}

TEST (ClipEdits, comeTwiceWhenTheyAreDoubled)
{
    SmallProject small;
    small.put (small.left, 3, 60);
    ASSERT_TRUE (doubleLength (small.project, small.pattern, small.left));

    EXPECT_EQ (small.cell (small.left, 19).key, 60);
    EXPECT_EQ (small.clip (small.left).lines, 32);
    EXPECT_EQ (small.project.patterns.find (small.pattern)->length, beats (8));
}

TEST (ClipEdits, forgetWhatIsBeyondTheirEnd)
{
    SmallProject small;
    small.put (small.left, 3, 60);
    small.put (small.left, 9, 61);
    setLines (small.project, small.pattern, small.left, 8);

    EXPECT_EQ (small.clip (small.left).notes.size(), 1u);
    setLines (small.project, small.pattern, small.left, 0);
    EXPECT_EQ (small.clip (small.left).lines, 1);
}

TEST (ClipEdits, changeInOnePatternOnlyOnceTheyAreUnique)
{
    SmallProject small;
    const auto other = newId<PatternId>();
    small.project.patterns.put (other, Pattern (*small.project.patterns.find (small.pattern)));
    EXPECT_EQ (usersOfClip (small.project, small.pattern, small.left), 2);

    makeUnique (small.project, small.pattern, small.left);
    small.put (small.left, 0, 60);

    EXPECT_EQ (usersOfClip (small.project, small.pattern, small.left), 1);
    EXPECT_TRUE (clipAt (small.project, other, small.left)->notes.empty());
}

} // namespace athanor
