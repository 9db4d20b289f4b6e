// SPDX-License-Identifier: GPL-3.0-or-later
// A session when its disk, its folder or another window gets in its way: one sentence, and nothing is lost.
#include "App/Session.h"

#include "Dsp/Sound.h"
#include "Support/Files.h"
#include "Support/TinyDisk.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

struct SessionTrouble : testing::Test
{
    SessionTrouble() { setenv ("ATHANOR_HOME", (folder.path / "home").c_str(), 1); }

    fs::path song() const { return folder.path / "Song.athanor"; }

    static bool retitle (Session& session, const std::string& title)
    {
        return session.edit ("rename", [&] (Project& project) { project.title = title; });
    }

    static std::string addTone (Session& session)
    {
        const auto hash = session.addSound (std::make_shared<const dsp::Sound> (dsp::Sound { 48'000, 1, std::vector<float> (9'000, 0.5f) }), "tone.wav");
        session.edit ("add tone", [&] (Project& project) { project.instruments.edit (newId<InstrumentId>()).zones.edit (newId<ZoneId>()).sound = hash; });
        return hash;
    }

    TemporaryFolder folder;
};

void fillDisk (const fs::path& disk)
{
    setenv ("ATHANOR_HOME", (disk / "home").c_str(), 1);
    const auto song = disk / "Song.athanor";
    Session session;
    ASSERT_TRUE (session.saveAs (song));
    ASSERT_TRUE (SessionTrouble::retitle (session, "before"));
    ASSERT_TRUE (session.settle());
    EXPECT_EQ (session.fileState().problem, "");

    const auto junk = fillUp (disk);
    ASSERT_TRUE (session.edit ("write", [] (Project& project) { project.notes = std::string (100'000, 'y'); }));
    EXPECT_FALSE (session.settle());
    EXPECT_TRUE (session.fileState().problem.starts_with ("The disk is full")) << session.fileState().problem;
    EXPECT_TRUE (session.fileState().problem.ends_with ('.'));

    const auto saved = session.save();
    ASSERT_FALSE (saved);
    EXPECT_TRUE (saved.failure().message.starts_with ("The disk is full")) << saved.failure().message;
    EXPECT_FALSE (session.fileState().isSaved);

    fs::remove (junk);
    EXPECT_TRUE (session.settle()) << "what could not be written is written now";
    EXPECT_EQ (session.fileState().problem, "");
    ASSERT_TRUE (session.save());
    EXPECT_TRUE (session.fileState().isSaved);
    const auto expected = session.project();
    session.start (Project());
    ASSERT_TRUE (session.open (song));
    EXPECT_EQ (session.project(), expected);
}

void protectDisk (const fs::path& disk)
{
    const TemporaryFolder elsewhere;
    setenv ("ATHANOR_HOME", (elsewhere.path / "home").c_str(), 1);
    const auto song = disk / "Song.athanor";
    std::string hash;

    {
        Session session;
        ASSERT_TRUE (session.saveAs (song));
        hash = SessionTrouble::addTone (session);
        ASSERT_TRUE (session.save());
    }

    ASSERT_TRUE (writeProtect (disk));
    Session session;
    std::string said;
    const auto listening = session.onMessage.add ([&] (const std::string& sentence) { said = sentence; });
    ASSERT_TRUE (session.open (song)) << "to be heard and copied";
    EXPECT_EQ (said, "“Song.athanor” cannot be written where it is, so this is a copy: save it under a name to keep it.");
    EXPECT_NE (session.sound (hash), nullptr);
    EXPECT_TRUE (session.fileState().folder.empty());
    ASSERT_TRUE (SessionTrouble::retitle (session, "copy"));
    EXPECT_FALSE (session.save());
    EXPECT_FALSE (session.saveAs (disk / "Other.athanor"));
    ASSERT_TRUE (session.saveAs (elsewhere.path / "Other.athanor"));
    EXPECT_TRUE (session.fileState().isSaved);
}
} // namespace

TEST_F (SessionTrouble, saysThatTheDiskIsFullAndLosesNothing) { onTinyDisk (2, fillDisk); }

TEST_F (SessionTrouble, opensACopyOfWhatCannotBeWritten) { onTinyDisk (2, protectDisk); }

TEST_F (SessionTrouble, saysThatAFolderIsGoneAndSavesAllOfItElsewhere)
{
    std::string hash;

    {
        Session earlier;
        ASSERT_TRUE (earlier.saveAs (song()));
        hash = addTone (earlier);
        ASSERT_TRUE (earlier.save());
    }

    Session session;
    ASSERT_TRUE (session.open (song())) << "the recording is in memory as it sounds, and its file only on the disk";
    const auto samples = session.sound (hash)->samples;
    fs::remove_all (song());

    ASSERT_TRUE (retitle (session, "after"));
    ASSERT_TRUE (session.settle());
    EXPECT_EQ (session.fileState().problem, "“Song.athanor” is gone from its place: save the project under another name.");
    const auto saved = session.save();
    ASSERT_FALSE (saved);
    EXPECT_EQ (saved.failure().message, session.fileState().problem);

    const auto rescued = folder.path / "Rescued.athanor";
    const auto done = session.saveAs (rescued);
    ASSERT_TRUE (done) << done.failure().message << ' ' << done.failure().detail;
    EXPECT_EQ (session.fileState().problem, "");
    session.start (Project());
    ASSERT_TRUE (session.open (rescued));
    EXPECT_EQ (session.project().title, "after");
    ASSERT_EQ (session.project().assets.size(), 1u);
    const auto sound = session.sound (session.project().assets.begin()->first);
    ASSERT_NE (sound, nullptr);
    EXPECT_EQ (sound->samples, samples);
    EXPECT_NE (session.nameOfUndo(), "") << "and its history";
}

TEST_F (SessionTrouble, refusesASecondWindowOnOneProject)
{
    Session first, second;
    ASSERT_TRUE (first.saveAs (song()));
    const auto before = second.project();
    const auto opened = second.open (song());
    ASSERT_FALSE (opened);
    EXPECT_EQ (opened.failure().message, "“Song.athanor” is open in another window of Athanor: close it there first.");
    EXPECT_EQ (second.project(), before);

    ASSERT_TRUE (retitle (first, "on"));
    ASSERT_TRUE (first.save());
    first.start (Project());
    ASSERT_TRUE (second.open (song()));
    EXPECT_EQ (second.project().title, "on");
}

TEST_F (SessionTrouble, opensOnceMoreWhatIsOpen)
{
    Session session;
    ASSERT_TRUE (session.saveAs (song()));
    ASSERT_TRUE (retitle (session, "open"));
    const auto again = session.open (song());
    ASSERT_TRUE (again) << again.failure().message;
    EXPECT_EQ (session.project().title, "open");
    EXPECT_EQ (again->recoveredEdits, 1);
}

} // namespace athanor
