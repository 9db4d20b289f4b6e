// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/History.h"

#include "Support/Chance.h"
#include "Support/RandomEdit.h"
#include "Support/RandomProject.h"
#include "Support/Retitle.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (History, undoesAnyEditsToTheFirstProjectAndRedoesThemToTheLast)
{
    Dice dice (seedForTests());
    const auto first = randomProject (dice.bits());
    History history (first);
    std::vector<Project> on { first };

    while (history.changes().size() < static_cast<std::size_t> (rounds (10'000)))
    {
        auto after = history.project();
        auto name = performRandomEdit (after, dice);
        auto change = difference (std::move (name), history.project(), after);

        if (change.edits.empty())
            continue;

        ASSERT_TRUE (history.perform (std::move (change)));
        ASSERT_TRUE (history.project() == after);
        on.push_back (history.project());
    }

    const auto last = history.project();

    for (auto step = on.size() - 1; history.undo(); --step)
        ASSERT_TRUE (history.project() == on[step - 1]) << "undo of " << history.nameOfRedo();

    EXPECT_TRUE (history.project() == first);
    EXPECT_EQ (toValue (history.project()), toValue (first)) << "the same bytes";

    while (history.redo())
        continue;

    EXPECT_TRUE (history.project() == last);
    EXPECT_EQ (toValue (history.project()), toValue (last)) << "the same bytes";
}

TEST (History, forgetsWhatWasUndoneAfterANewEdit)
{
    History history { Project() };
    ASSERT_TRUE (history.perform (retitle (history.project(), "a")));
    ASSERT_TRUE (history.perform (retitle (history.project(), "b")));
    ASSERT_TRUE (history.undo());
    EXPECT_EQ (history.nameOfRedo(), "rename to b");

    ASSERT_TRUE (history.perform (retitle (history.project(), "c")));
    EXPECT_FALSE (history.redo());
    EXPECT_EQ (history.nameOfUndo(), "rename to c");
    EXPECT_EQ (history.project().title, "c");
}

TEST (History, changesNothingWhenThereIsNothingToUndoOrTheChangeDoesNotFit)
{
    History history { Project() };
    EXPECT_FALSE (history.undo());
    EXPECT_FALSE (history.redo());
    EXPECT_EQ (history.nameOfUndo(), "");

    Project other;
    other.title = "other";
    EXPECT_FALSE (history.perform (retitle (other, "x")));
    EXPECT_TRUE (history.changes().empty());
}

TEST (History, goesOnWhereItWasRestored)
{
    History history { Project() };
    ASSERT_TRUE (history.perform (retitle (history.project(), "a")));
    ASSERT_TRUE (history.perform (retitle (history.project(), "b")));
    ASSERT_TRUE (history.undo());

    History restored (history.project(), history.changes(), history.undoneChanges());
    ASSERT_TRUE (restored.redo());
    EXPECT_EQ (restored.project().title, "b");
    ASSERT_TRUE (restored.undo() && restored.undo());
    EXPECT_EQ (restored.project().title, "");
}

} // namespace athanor
