// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/ExportProject.h"

#include "App/LoadProject.h"
#include "App/Session.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct ExportProjectTest : testing::Test
{
    ExportProjectTest()
    {
        dsp::Sound sound;
        sound.samples = { 0.0f, 0.5f, -0.5f, 0.25f };
        hash = session.addSound (std::make_shared<const dsp::Sound> (sound), "click.wav");
        session.edit ("add sound", [this] (Project& project) {
            project.title = "Packed";
            project.instruments.edit (newId<InstrumentId>()).zones.edit (newId<ZoneId>()).sound = hash;
        });
    }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", (folder.path / "home").string() };
    Session session;
    std::string hash;
};
} // namespace

TEST_F (ExportProjectTest, packsAProjectThatWasNeverSavedWithItsRecordings)
{
    const auto file = folder.path / "song.athanorz";
    ASSERT_TRUE (exportPacked (session, file));

    Session other;
    const auto opened = other.open (file);
    ASSERT_TRUE (opened) << opened.failure().message;
    EXPECT_EQ (other.project(), session.project());
    EXPECT_NE (other.sound (hash), nullptr);
    EXPECT_TRUE (opened->folder.empty()) << "it has no name here until it is saved";
    EXPECT_TRUE (std::filesystem::is_empty (folder.path / "home" / "cache"));
}

TEST_F (ExportProjectTest, copiesAProjectThatIsOnTheDisk)
{
    ASSERT_TRUE (session.saveAs (folder.path / "song.athanor"));
    ASSERT_TRUE (writeCopy (session, folder.path / "copy.athanor"));
    EXPECT_EQ (session.fileState().folder.filename(), "song.athanor");
    EXPECT_FALSE (writeCopy (session, folder.path / "copy.athanor")) << "nothing is written over";

    const auto copy = loadProject (folder.path / "copy.athanor");
    ASSERT_TRUE (copy);
    EXPECT_EQ (copy->project, session.project());
    EXPECT_EQ (copy->sounds.size(), 1u);
}

TEST_F (ExportProjectTest, writesMidiThatCanBeReadAgain)
{
    const auto file = folder.path / "song.mid";
    ASSERT_TRUE (exportMidiFile (session, file));
    const auto loaded = loadProject (file);
    ASSERT_TRUE (loaded);
    EXPECT_EQ (loaded->kind, "Standard MIDI File");
}

TEST_F (ExportProjectTest, opensTheFolderWhenItsFileIsChosen)
{
    ASSERT_TRUE (session.saveAs (folder.path / "song.athanor"));
    session.start (Project());
    const auto opened = session.open (folder.path / "song.athanor" / "project.json");
    ASSERT_TRUE (opened);
    EXPECT_EQ (opened->folder, folder.path / "song.athanor");
}

TEST_F (ExportProjectTest, rendersStemsBesideTheWholeSong)
{
    const auto request = stemsRequestFor (session, folder.path / "stems");
    EXPECT_EQ (request.stems, folder.path / "stems");
    EXPECT_EQ (request.file.parent_path(), folder.path / "stems");
    ASSERT_TRUE (session.actions().run ("file.exportStems", { { "file", (folder.path / "stems").string() } }));
    EXPECT_TRUE (std::filesystem::exists (request.file));
}

} // namespace athanor
