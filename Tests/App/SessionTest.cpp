// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Session.h"

#include "App/Edits/PatternPlaces.h"
#include "App/StartProject.h"
#include "Dsp/Sound.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace athanor
{
namespace
{
namespace fs = std::filesystem;

class SessionOnDisk : public testing::Test
{
protected:
    SessionOnDisk()
    {
        fs::remove_all (place);
        fs::create_directories (place);
        setenv ("ATHANOR_HOME", (place / "home").c_str(), 1);
    }

    ~SessionOnDisk() override { fs::remove_all (place); }

    fs::path place = fs::temp_directory_path() / ("athanor-session-" + std::to_string (getpid()));

    static void setTempo (Session& session, double tempo)
    {
        EXPECT_TRUE (session.edit ("change tempo", [&] (Project& project) { project.tempo.edit (Ticks (0)).beatsPerMinute = tempo; }));
    }
};

TEST_F (SessionOnDisk, comesBackWithItsUndoAfterARestart)
{
    Project saved;

    {
        Session session;
        setTempo (session, 90);
        ASSERT_TRUE (session.saveAs (place / "Song.athanor"));
        EXPECT_TRUE (session.fileState().isSaved);
        setTempo (session, 91);
        EXPECT_FALSE (session.fileState().isSaved);
        ASSERT_TRUE (session.save());
        saved = session.project();
    }

    Session again;
    ASSERT_TRUE (again.open (place / "Song.athanor"));
    EXPECT_EQ (again.project(), saved);
    EXPECT_EQ (again.fileState().recoveredEdits, 0);
    EXPECT_EQ (again.nameOfUndo(), "change tempo");
    ASSERT_TRUE (again.undo());
    EXPECT_EQ (again.project().tempo.find (Ticks (0))->beatsPerMinute, 90);
    ASSERT_TRUE (again.redo());
    EXPECT_EQ (again.project(), saved);
}

TEST_F (SessionOnDisk, bringsBackWhatWasNotSaved)
{
    {
        Session session;
        ASSERT_TRUE (session.saveAs (place / "Song.athanor"));
        setTempo (session, 77);
        setTempo (session, 78);
    }

    Session again;
    const auto state = again.open (place / "Song.athanor");
    ASSERT_TRUE (state);
    EXPECT_EQ (again.project().tempo.find (Ticks (0))->beatsPerMinute, 78);
    EXPECT_EQ (state->recoveredEdits, 2);
    EXPECT_FALSE (again.fileState().isSaved);
}

TEST_F (SessionOnDisk, keepsAProjectThatNeverHadAName)
{
    {
        Session session;
        session.keepUnsaved();
        setTempo (session, 66);
    }

    Session again;
    const auto lost = again.lostAndFound();
    ASSERT_EQ (lost.size(), 1u);
    ASSERT_TRUE (again.open (lost.front()));
    EXPECT_EQ (again.project().tempo.find (Ticks (0))->beatsPerMinute, 66);
    EXPECT_FALSE (again.save()) << "it still has no name";
    ASSERT_TRUE (again.saveAs (place / "Found.athanor"));
    EXPECT_TRUE (again.lostAndFound().empty());
}

TEST_F (SessionOnDisk, playsATrackWithTheInstrumentThatItHas)
{
    Session session;
    session.start (wideProject());
    const auto tracks = patternTracks (session.project());
    const auto instrumentOf = [&] (std::size_t index) { return session.project().tracks.find (tracks[index])->instrument; };
    const auto point = [&] (std::size_t index) {
        session.select ([&] (Selection& now) { now.cursor.track = tracks[index]; });
    };

    point (3);
    EXPECT_EQ (session.selection().instrument, instrumentOf (3));
    session.select ([&] (Selection& now) { now.instrument = instrumentOf (5); });
    session.select ([] (Selection& now) { now.cursor.line = 4; });
    EXPECT_EQ (session.selection().instrument, instrumentOf (5)) << "another one may be chosen for it";
    point (2);
    EXPECT_EQ (session.selection().instrument, instrumentOf (2));
}

TEST_F (SessionOnDisk, keepsTheRecordingsOfAProject)
{
    dsp::Sound sound;
    sound.samples = { 0.0f, 0.5f, -0.5f, 0.25f };
    std::string hash;

    {
        Session session;
        ASSERT_TRUE (session.saveAs (place / "Song.athanor"));
        hash = session.addSound (std::make_shared<const dsp::Sound> (sound), "click.wav");
        ASSERT_TRUE (session.edit ("add sound", [&] (Project& project) { project.instruments.edit (newId<InstrumentId>()).zones.edit (newId<ZoneId>()).sound = hash; }));
        EXPECT_TRUE (session.project().assets.contains (hash));
        ASSERT_TRUE (session.save());
    }

    Session again;
    ASSERT_TRUE (again.open (place / "Song.athanor"));
    ASSERT_NE (again.sound (hash), nullptr);
    EXPECT_EQ (again.sound (hash)->samples, sound.samples);
}
} // namespace
} // namespace athanor
