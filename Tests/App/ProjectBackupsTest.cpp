// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/ProjectBackups.h"

#include "App/Session.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct ProjectBackupsTest : testing::Test
{
    void setTempo (double tempo)
    {
        ASSERT_TRUE (session.edit ("change tempo", [&] (Project& project) { project.tempo.edit (Ticks()).beatsPerMinute = tempo; }));
    }

    double tempo() const { return session.project().tempo.begin()->second->beatsPerMinute; }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", (folder.path / "home").string() };
    Session session;
};
} // namespace

TEST_F (ProjectBackupsTest, areGoneBackToByAnEditThatCanBeUndone)
{
    setTempo (90);
    EXPECT_TRUE (backupsOf (session).empty()) << "nothing was saved yet";
    ASSERT_TRUE (session.saveAs (folder.path / "Song.athanor"));
    setTempo (91);
    ASSERT_TRUE (session.save());

    const auto backups = backupsOf (session);
    ASSERT_EQ (backups.size(), 1u);
    EXPECT_GT (backups.front().time, 1'700'000'000);
    EXPECT_EQ (backups.front().facts, "4 tracks, 1 pattern, 0 notes");

    ASSERT_TRUE (goBackTo (session, backups.front().file));
    EXPECT_EQ (tempo(), 90);
    EXPECT_FALSE (session.fileState().isSaved);
    ASSERT_TRUE (session.undo());
    EXPECT_EQ (tempo(), 91);
}

TEST_F (ProjectBackupsTest, areNotNeededToGoBackToTheLastSave)
{
    setTempo (90);
    ASSERT_TRUE (session.saveAs (folder.path / "Song.athanor"));
    setTempo (91);
    ASSERT_TRUE (session.discardUnsaved());
    EXPECT_EQ (tempo(), 90);
    EXPECT_TRUE (session.fileState().isSaved);

    Session again;
    session.start (Project());
    const auto opened = again.open (folder.path / "Song.athanor");
    ASSERT_TRUE (opened);
    EXPECT_EQ (opened->recoveredEdits, 0) << "what was not wanted is not brought back";
}

TEST_F (ProjectBackupsTest, ofUnsavedWorkAreListedAndDeleted)
{
    {
        Session crashed;
        crashed.keepUnsaved();
        crashed.edit ("change tempo", [] (Project& project) { project.tempo.edit (Ticks()).beatsPerMinute = 66; });
    }

    const auto lost = lostProjects (session);
    ASSERT_EQ (lost.size(), 1u);
    EXPECT_GT (lost.front().time, 1'700'000'000);
    EXPECT_FALSE (forgetLost (session, folder.path)) << "only unsaved projects are deleted";
    ASSERT_TRUE (forgetLost (session, lost.front().path));
    EXPECT_TRUE (lostProjects (session).empty());
}

TEST_F (ProjectBackupsTest, ofAProjectWithoutANameGoWithIt)
{
    session.keepUnsaved();
    setTempo (90);
    ASSERT_FALSE (session.storeFolder().empty());
    ASSERT_TRUE (session.discardUnsaved());
    EXPECT_TRUE (session.lostAndFound().empty());
    EXPECT_TRUE (session.fileState().isSaved);
}

} // namespace athanor
