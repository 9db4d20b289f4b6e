// SPDX-License-Identifier: GPL-3.0-or-later
// A project whose recordings were left behind, and how they come back.
#include "App/Relink.h"

#include "App/Session.h"
#include "Media/AudioWriter.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

struct RelinkTest : testing::Test
{
    RelinkTest()
    {
        write (original, 440, 32);
        EXPECT_TRUE (session.saveAs (project));
        const auto added = session.addSound (original);
        EXPECT_TRUE (added);
        hash = *added;
        session.edit ("add sound", [this] (Project& edited) { edited.instruments.edit (newId<InstrumentId>()).zones.edit (newId<ZoneId>()).sound = hash; });
        EXPECT_TRUE (session.save());
        session.start (Project());
        fs::remove (project / "assets" / hash);
        EXPECT_TRUE (other.open (project));
    }

    static void write (const fs::path& file, double pitch, int bits)
    {
        dsp::Sound sound;
        sound.sampleRate = 48'000;

        for (int i = 0; i < 4'800; ++i)
            sound.samples.push_back (static_cast<float> (0.5 * std::sin (2 * 3.14159265 * pitch * i / 48'000)));

        AudioSettings settings;
        settings.bits = bits;
        settings.channels = 1;
        fs::create_directories (file.parent_path());
        std::ofstream (file, std::ios::binary) << *encodeAudio (sound, settings);
    }

    std::map<std::string, fs::path> search (const fs::path& place)
    {
        RecordingSearch searching (missingRecordings (other), place);

        while (searching.found() == nullptr)
            std::this_thread::yield();

        return *searching.found();
    }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", (folder.path / "home").string() };
    const fs::path original = folder.path / "sounds" / "tone.wav", project = folder.path / "Song.athanor";
    std::string hash;
    Session session, other;
};
} // namespace

TEST_F (RelinkTest, listsWhatIsMissingByItsName)
{
    const auto missing = missingRecordings (other);
    ASSERT_EQ (missing.size(), 1u);
    EXPECT_EQ (missing.front().name, "tone.wav");
    EXPECT_NEAR (missing.front().seconds, 0.1, 1e-6);
}

TEST_F (RelinkTest, findsARecordingByItsContentWhateverItIsCalled)
{
    write (folder.path / "elsewhere" / "a" / "another.wav", 220, 32);
    fs::create_directories (folder.path / "elsewhere" / "b");
    fs::rename (original, folder.path / "elsewhere" / "b" / "renamed.wav");

    const auto found = search (folder.path / "elsewhere");
    ASSERT_EQ (found.size(), 1u);
    EXPECT_EQ (found.at (hash).filename(), "renamed.wav");
    ASSERT_TRUE (giveRecording (other, hash, found.at (hash), false));
    EXPECT_NE (other.sound (hash), nullptr);
    EXPECT_TRUE (missingRecordings (other).empty());
    EXPECT_TRUE (fs::exists (project / "assets" / hash));
    EXPECT_TRUE (other.nameOfUndo() == "add sound") << "nothing in the project changed";
}

TEST_F (RelinkTest, takesAnotherRecordingOnlyWhenItMay)
{
    const auto another = folder.path / "sounds" / "other.wav";
    write (another, 220, 32);
    EXPECT_FALSE (giveRecording (other, hash, another, false));
    EXPECT_FALSE (missingRecordings (other).empty());

    ASSERT_TRUE (giveRecording (other, hash, another, true));
    EXPECT_TRUE (missingRecordings (other).empty());
    EXPECT_EQ (other.nameOfUndo(), "replace a recording");
}

TEST_F (RelinkTest, refusesWhatIsNoRecording)
{
    std::ofstream (folder.path / "text.wav") << "no sound";
    EXPECT_FALSE (giveRecording (other, hash, folder.path / "text.wav", true));
    EXPECT_TRUE (search (folder.path / "home").empty());
}

} // namespace athanor
