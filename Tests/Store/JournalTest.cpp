// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Journal.h"

#include "Support/Chance.h"
#include "Support/Files.h"
#include "Support/RandomEdit.h"
#include "Support/RandomProject.h"
#include "Support/Retitle.h"

#include <gtest/gtest.h>

#include <chrono>

namespace athanor
{

namespace
{
/** A history with its journal, as a session has them. */
struct Desk
{
    Desk (const std::filesystem::path& file, const Project& project) : journal (*Journal::open (file)), history (project)
    {
        EXPECT_TRUE (journal->begin ("first"));
    }

    bool perform (const Change& change)
    {
        const auto isDone = ! change.edits.empty() && history.perform (change);

        if (isDone)
            journal->perform (change);

        return isDone;
    }

    void undo()
    {
        if (history.undo())
            journal->undo();
    }

    void redo()
    {
        if (history.redo())
            journal->redo();
    }

    std::shared_ptr<Journal> journal;
    History history;
};

std::optional<History> reopened (const std::filesystem::path& file, const std::string& hash, Project saved)
{
    const auto journal = Journal::open (file);
    const auto restored = journal ? (*journal)->restore (hash) : journal.failure();

    if (! restored || ! *restored)
        return {};

    for (const auto& change : (*restored)->sinceSaved)
        if (auto next = apply (saved, change))
            saved = *std::move (next);
        else
            return {};

    return History (std::move (saved), (*restored)->done, (*restored)->undone, (*restored)->older);
}
} // namespace

TEST (Journal, bringsBackTheProjectAndBothStacksAfterAnySession)
{
    for (std::uint64_t run = 0; run < static_cast<std::uint64_t> (rounds (15)); ++run)
    {
        SCOPED_TRACE (run);
        const TemporaryFolder folder;
        Dice dice (mixBits (seedForTests(), run, 8));
        const auto first = randomProject (dice.bits(), { 2, 2, 2, 2, true });
        auto saved = first;
        std::string hash = "first";
        Desk desk (folder.path / "history.sqlite", first);

        for (int step = 0; step < 200; ++step)
        {
            auto after = desk.history.project();
            const auto name = performRandomEdit (after, dice);

            switch (dice.below (8))
            {
                case 0:
                case 1:
                    desk.undo();
                    break;
                case 2:
                    desk.redo();
                    break;
                case 3:
                    saved = desk.history.project();
                    hash = "save " + std::to_string (step);
                    ASSERT_TRUE (desk.journal->markSaved (hash));
                    break;
                default:
                    desk.perform (difference (name, desk.history.project(), after));
            }
        }

        ASSERT_TRUE (desk.journal->flush());
        const auto back = reopened (folder.path / "history.sqlite", hash, saved);
        ASSERT_TRUE (back);
        EXPECT_TRUE (back->project() == desk.history.project());
        EXPECT_EQ (back->changes(), desk.history.changes());
        EXPECT_EQ (back->undoneChanges(), desk.history.undoneChanges());
    }
}

TEST (Journal, undoesBeyondWhatItReadAtOnce)
{
    const TemporaryFolder folder;
    constexpr int count = 2'345;

    {
        Desk desk (folder.path / "history.sqlite", Project());

        for (int i = 0; i < count; ++i)
            desk.perform (retitle (desk.history.project(), std::to_string (i)));

        ASSERT_TRUE (desk.journal->markSaved ("last"));
    }

    Project saved;
    saved.title = std::to_string (count - 1);
    auto back = reopened (folder.path / "history.sqlite", "last", saved);
    ASSERT_TRUE (back);
    EXPECT_LT (back->changes().size(), std::size_t { count }) << "the old ones are read when they are wanted";

    for (int i = count - 1; i >= 0; --i)
    {
        ASSERT_EQ (back->nameOfUndo(), "rename to " + std::to_string (i));
        ASSERT_TRUE (back->undo());
    }

    EXPECT_FALSE (back->undo());
    EXPECT_TRUE (back->project() == Project());
}

TEST (Journal, knowsTheWayFromEveryProjectThatWasSaved)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "history.sqlite";
    Desk desk (file, Project());
    desk.perform (retitle (desk.history.project(), "a"));
    const auto a = desk.history.project();
    ASSERT_TRUE (desk.journal->markSaved ("a"));
    desk.perform (retitle (desk.history.project(), "b"));
    desk.undo();
    desk.undo();
    desk.perform (retitle (desk.history.project(), "c"));
    ASSERT_TRUE (desk.journal->markSaved ("c, but the file was never put in its place"));

    for (const auto& [hash, project] : { std::pair { "first", Project() }, { "a", a } })
    {
        const auto back = reopened (file, hash, project);
        ASSERT_TRUE (back) << hash;
        EXPECT_EQ (back->project().title, "c");
        EXPECT_EQ (back->nameOfUndo(), "rename to c");
    }

    EXPECT_FALSE (reopened (file, "never seen", a));
}

TEST (Journal, goesBackToTheSavedProjectWhenTheRestIsNotWanted)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "history.sqlite";
    Desk desk (file, Project());
    desk.perform (retitle (desk.history.project(), "a"));
    const auto a = desk.history.project();
    ASSERT_TRUE (desk.journal->markSaved ("a"));
    desk.perform (retitle (desk.history.project(), "b"));
    ASSERT_TRUE (desk.journal->discard ("a"));

    const auto back = reopened (file, "a", a);
    ASSERT_TRUE (back);
    EXPECT_EQ (back->project().title, "a");
    EXPECT_EQ (back->nameOfUndo(), "rename to a");
    EXPECT_EQ (back->nameOfRedo(), "");
}

TEST (Journal, startsAnewWithAProjectItNeverSaw)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "history.sqlite";
    Desk desk (file, Project());
    desk.perform (retitle (desk.history.project(), "a"));
    ASSERT_TRUE (desk.journal->begin ("from elsewhere"));

    auto elsewhere = reopened (file, "from elsewhere", Project());
    ASSERT_TRUE (elsewhere);
    EXPECT_FALSE (elsewhere->undo());
    EXPECT_FALSE (reopened (file, "first", Project())) << "there is no way from the old history into the new one";
}

TEST (Journal, isRefusedWithASentenceWhenItsFileIsNone)
{
    const TemporaryFolder folder;
    const auto file = folder.path / "history.sqlite";
    std::FILE* out = std::fopen (file.c_str(), "w");
    std::fputs ("this is no database, but it is long enough to be taken for one at first sight, if nobody looks", out);
    std::fclose (out);

    const auto journal = Journal::open (file);
    ASSERT_FALSE (journal);
    EXPECT_EQ (journal.failure().message, "“history.sqlite” is damaged.");
}

} // namespace athanor
