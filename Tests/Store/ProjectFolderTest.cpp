// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/ProjectFolder.h"

#include "Formats/Packed.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"
#include "Store/Script.h"
#include "Support/Chance.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

using namespace std::chrono_literals;

constexpr TimePoint noon { std::chrono::seconds { 1'795'262'400 } };

/** One folder with a project and what was done to it. */
struct Desk
{
    Desk() { open (ProjectFolder::create (path, Project())); }

    void open (const Result<Opened>& result)
    {
        ASSERT_TRUE (result) << result.failure().message << result.failure().detail;
        opened = *result;
    }

    void reopen()
    {
        close();
        open (ProjectFolder::open (path));
    }

    void close() { opened = {}; }

    void rename (const std::string& title)
    {
        auto after = project();
        after.title = title;
        const auto change = difference ("rename to " + title, project(), after);
        ASSERT_TRUE (opened.history.perform (change));
        opened.folder->performed (change);
    }

    void undo()
    {
        ASSERT_TRUE (opened.history.undo());
        opened.folder->undid();
    }

    void save (TimePoint now = noon) { ASSERT_TRUE (opened.folder->save (project(), now)); }

    const Project& project() const { return opened.history.project(); }

    const TemporaryFolder folder;
    const fs::path path = folder.path / "Song.athanor";
    Opened opened;
};
} // namespace

TEST (ProjectFolder, bringsBackUndoAfterSavingAndOpening)
{
    Desk desk;
    desk.rename ("a");
    desk.rename ("b");
    desk.rename ("c");
    desk.undo();
    desk.save();
    desk.reopen();

    EXPECT_FALSE (desk.opened.wasNotSaved);
    EXPECT_TRUE (desk.opened.notes.empty());
    EXPECT_EQ (desk.project().title, "b");
    EXPECT_EQ (desk.opened.history.nameOfUndo(), "rename to b");
    EXPECT_EQ (desk.opened.history.nameOfRedo(), "rename to c");
    desk.undo();
    desk.undo();
    EXPECT_TRUE (desk.project() == Project());
}

TEST (ProjectFolder, bringsBackWhatWasNotSavedAndSaysSo)
{
    Desk desk;
    desk.rename ("a");
    desk.save();
    desk.rename ("b");
    desk.rename ("c");
    desk.reopen();

    EXPECT_TRUE (desk.opened.wasNotSaved);
    EXPECT_EQ (desk.opened.recoveredEdits, 2);
    EXPECT_EQ (desk.project().title, "c");

    desk.save();
    desk.reopen();
    EXPECT_FALSE (desk.opened.wasNotSaved);
}

TEST (ProjectFolder, forgetsWhatTheMusicianDidNotWantToSave)
{
    Desk desk;
    desk.rename ("a");
    desk.save();
    desk.rename ("b");
    ASSERT_TRUE (desk.opened.folder->discardUnsaved());
    desk.reopen();

    EXPECT_FALSE (desk.opened.wasNotSaved);
    EXPECT_EQ (desk.project().title, "a");
}

TEST (ProjectFolder, givesEqualProjectsEqualBytes)
{
    Desk desk;
    desk.rename ("a");
    desk.save();
    const auto bytes = readWhole (desk.path / "project.json");
    desk.rename ("b");
    desk.save();
    desk.reopen();
    desk.undo();
    desk.save();
    EXPECT_EQ (readWhole (desk.path / "project.json"), bytes);
}

TEST (ProjectFolder, isOpenOnlyOnce)
{
    Desk desk;
    const auto second = ProjectFolder::open (desk.path);
    ASSERT_FALSE (second);
    EXPECT_EQ (second.failure().message, "“Song.athanor” is open in another window of Athanor: close it there first.");

    desk.close();
    EXPECT_TRUE (ProjectFolder::open (desk.path));
}

TEST (ProjectFolder, opensItsNewestBackupWithAllLaterChangesWhenItsFileIsDamaged)
{
    Desk desk;
    desk.rename ("a");
    desk.save (noon);
    desk.rename ("b");
    desk.save (noon + 1min);
    desk.rename ("c");
    desk.save (noon + 2min);
    desk.rename ("d");
    desk.close();

    // What stands in the backup of the last save is the project that was replaced by it.
    const auto whole = readWhole (desk.path / "project.json");
    ASSERT_TRUE (writeFile (desk.path / "project.json", whole.substr (0, whole.size() / 2)));
    desk.reopen();

    EXPECT_EQ (desk.project().title, "d");
    EXPECT_TRUE (desk.opened.wasNotSaved);
    EXPECT_EQ (desk.opened.recoveredEdits, 2);
    ASSERT_EQ (desk.opened.notes.size(), 1u);
    EXPECT_EQ (desk.opened.notes[0], "The project's file was damaged, so its backup of 2026-11-21T12-02-00 was opened; save it to make it whole again.");

    desk.reopen();
    EXPECT_EQ (desk.project().title, "d") << "and again, as long as it was not saved";
    desk.save();
    desk.reopen();
    EXPECT_TRUE (desk.opened.notes.empty());
    desk.undo();
    EXPECT_EQ (desk.project().title, "c");
}

TEST (ProjectFolder, doesNotReplaceTheProjectOfANewerProgramByABackup)
{
    Desk desk;
    desk.rename ("a");
    desk.save();
    desk.close();
    ASSERT_TRUE (writeFile (desk.path / "project.json", R"({"athanor": {"schema": 999}, "tracks": 7})"));

    const auto opened = ProjectFolder::open (desk.path);
    ASSERT_FALSE (opened);
    EXPECT_NE (opened.failure().message.find ("newer"), std::string::npos) << opened.failure().message;
}

TEST (ProjectFolder, opensWithoutItsHistoryWhenThatIsDamaged)
{
    Desk desk;
    desk.rename ("a");
    desk.save();
    desk.close();
    ASSERT_TRUE (writeFile (desk.path / "history.sqlite", std::string (8'192, 'x')));
    desk.reopen();

    EXPECT_EQ (desk.project().title, "a");
    ASSERT_FALSE (desk.opened.notes.empty());
    EXPECT_EQ (desk.opened.notes[0], "The undo history was damaged and had to be begun anew.");
    desk.rename ("b");
    desk.reopen();
    EXPECT_EQ (desk.project().title, "b");
    EXPECT_EQ (desk.opened.notes.size(), 0u);
}

TEST (ProjectFolder, takesAProjectThatWasChangedElsewhereAsItIs)
{
    Desk desk, other;
    other.rename ("elsewhere");
    other.save();
    desk.rename ("here");
    desk.save();
    desk.rename ("here, not saved");
    desk.close();
    fs::copy_file (other.path / "project.json", desk.path / "project.json", fs::copy_options::overwrite_existing);
    desk.reopen();

    EXPECT_EQ (desk.project().title, "elsewhere");
    EXPECT_EQ (desk.opened.notes.size(), 1u);
    desk.rename ("b");
    desk.reopen();
    EXPECT_EQ (desk.project().title, "b");
    EXPECT_EQ (desk.opened.recoveredEdits, 1);
}

TEST (ProjectFolder, savesACopyWithAssetsAndHistory)
{
    Desk desk;
    const auto hash = *desk.opened.folder->assets().addBytes ("boom");
    desk.rename ("a");
    desk.rename ("b");
    const auto copy = desk.folder.path / "Copy.athanor";
    const auto opened = desk.opened.folder->saveAs (copy, desk.opened.history);
    ASSERT_TRUE (opened) << opened.failure().message;

    EXPECT_TRUE (opened->history.project() == desk.project());
    EXPECT_FALSE (opened->wasNotSaved);
    EXPECT_EQ (opened->history.changes(), desk.opened.history.changes());
    EXPECT_FALSE (opened->folder->assets().find (hash).empty());

    const auto again = desk.opened.folder->saveAs (copy, desk.opened.history);
    ASSERT_FALSE (again);
    EXPECT_EQ (again.failure().message, "There is something called “Copy.athanor” already: choose another name.");
}

TEST (ProjectFolder, bringsAProjectIntoOrderWithoutLosingItsHistory)
{
    Desk desk;
    auto after = desk.project();
    after.masterGain = 1e9;
    const auto loud = difference ("shout", desk.project(), after);
    ASSERT_TRUE (desk.opened.history.perform (loud));
    desk.opened.folder->performed (loud);
    desk.save();
    desk.rename ("not saved");
    desk.reopen();

    EXPECT_EQ (desk.opened.recoveredEdits, 1);
    EXPECT_TRUE (desk.opened.notes.empty());
    EXPECT_EQ (desk.project().title, "not saved");
    EXPECT_LT (desk.project().masterGain, 100);
    EXPECT_EQ (desk.opened.history.nameOfUndo(), "put in order");

    for (int i = 0; i < 3; ++i)
        desk.undo();

    EXPECT_TRUE (desk.project() == Project());
    desk.reopen();
    EXPECT_TRUE (desk.project() == Project());
}

TEST (ProjectFolder, isNoneWithoutAProject)
{
    const TemporaryFolder folder;
    const auto opened = ProjectFolder::open (folder.path);
    ASSERT_FALSE (opened);
    EXPECT_EQ (std::distance (fs::directory_iterator (folder.path), fs::directory_iterator()), 0) << "and nothing is written";
}

TEST (ProjectFolder, survivesEveryDamageOfItsFile)
{
    Desk desk;
    Dice dice (seedForTests());
    desk.rename ("a");
    desk.save();
    desk.rename ("b");
    desk.save (noon + 1min);
    desk.close();
    const auto whole = readWhole (desk.path / "project.json");

    for (int run = 0; run < rounds (40); ++run)
    {
        auto damaged = whole;
        damaged[dice.below (damaged.size())] = static_cast<char> (dice.below (256));

        if (dice.oneIn (2))
            damaged.resize (dice.below (damaged.size()));

        ASSERT_TRUE (writeFile (desk.path / "project.json", damaged));
        const auto opened = ProjectFolder::open (desk.path);
        EXPECT_TRUE (opened) << opened.failure().message << opened.failure().detail << "\n"
                             << damaged;
    }
}

TEST (ProjectFolder, opensACopyOfATemplateAndOfAPackedProject)
{
    const TemporaryFolder home;
    ::setenv ("ATHANOR_HOME", home.path.c_str(), 1);
    Desk desk;
    const auto hash = *desk.opened.folder->assets().addBytes ("boom");
    desk.rename ("a");
    desk.save();
    const auto zip = desk.folder.path / "Song.zip";
    ASSERT_TRUE (pack (desk.path, zip));

    for (const auto& from : { desk.path, zip })
    {
        auto copy = ProjectFolder::openCopy (from);
        ASSERT_TRUE (copy) << copy.failure().message << copy.failure().detail;
        EXPECT_EQ (copy->history.project().title, "a");
        EXPECT_FALSE (copy->folder->assets().find (hash).empty());
        EXPECT_EQ (copy->folder->path().parent_path(), paths::unsaved());
        EXPECT_TRUE (copy->notes.empty());
        EXPECT_EQ (copy->history.nameOfUndo(), "");
    }

    EXPECT_FALSE (ProjectFolder::openCopy (home.path));
    ::unsetenv ("ATHANOR_HOME");
}

TEST (UnsavedProjects, areThoseThatNobodyHasOpen)
{
    const TemporaryFolder home;
    ::setenv ("ATHANOR_HOME", home.path.c_str(), 1);
    const auto unsaved = home.path / "data" / "Unsaved";
    fs::create_directories (unsaved / "no project");

    const auto open = ProjectFolder::create (unsaved / "1.athanor", Project());
    ASSERT_TRUE (open) << open.failure().detail;
    ASSERT_TRUE (ProjectFolder::create (unsaved / "2.athanor", Project()));
    EXPECT_EQ (unsavedProjects(), std::vector { unsaved / "2.athanor" });
    ::unsetenv ("ATHANOR_HOME");
}

TEST (ProjectFolder, clearsAwayWhatAKilledSaveLeftAndNothingElse)
{
    Desk desk;
    desk.close();
    fs::create_directories (desk.path / "assets");
    const auto unfinished = { desk.path / ".project.json.0123456789abcdef", desk.path / "assets" / ".sound.wav.fedcba9876543210" };
    const auto others = { desk.path / ".notes.txt", desk.path / ".project.json.0123", desk.path / "mix.0123456789abcdef" };

    for (const auto& file : unfinished)
        ASSERT_TRUE (writeFile (file, "half"));

    for (const auto& file : others)
        ASSERT_TRUE (writeFile (file, "whole"));

    desk.reopen();

    for (const auto& file : unfinished)
        EXPECT_FALSE (fs::exists (file)) << file;

    for (const auto& file : others)
        EXPECT_TRUE (fs::exists (file)) << file;
}

} // namespace athanor
