// SPDX-License-Identifier: GPL-3.0-or-later
// Real songs through the real queue and its workers, as the window orders them; and what becomes of a job when the program dies.
#include "App/Jobs/JobDesk.h"

#include "App/Jobs/AnalyseJob.h"
#include "App/Jobs/ImportJob.h"
#include "App/Jobs/JobLine.h"
#include "App/Jobs/JobTools.h"
#include "App/Session.h"
#include "Core/Hash.h"
#include "Media/AudioWriter.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"
#include "Store/Sqlite.h"
#include "Support/Files.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <fstream>
#include <thread>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
using namespace std::chrono_literals;

struct JobDeskTest : testing::Test
{
    JobDeskTest() { setenv ("ATHANOR_HOME", (folder.path / "home").c_str(), 1); }

    static JobDeskOptions options() { return { .niceness = 0, .tick = 5ms }; }

    static fs::path song() { return repositoryRoot() / "Templates/Ember.athanor"; }

    /** Lets the desk's news come until it is so. */
    template <typename Condition>
    static void until (JobDesk& desk, Condition isSo)
    {
        for (desk.update(); ! isSo(); desk.update())
            std::this_thread::sleep_for (1ms);
    }

    static Job ended (JobDesk& desk)
    {
        std::optional<Job> last;
        const auto listening = desk.onEnd.add ([&] (const Job& job) { last = job; });
        until (desk, [&] { return last.has_value(); });
        return *last;
    }

    static bool isUnderWay (const JobDesk& desk)
    {
        return ! desk.jobs().empty() && desk.jobs().front().state == JobState::running && desk.jobs().front().progress > 0.02;
    }

    RenderRequest request (Session& session, const std::string& name) const { return *renderRequestFor (session, folder.path / name); }

    /** What a render without any job gives. */
    std::string renderedDirectly (Session& session) const
    {
        auto request = this->request (session, "direct.wav");
        request.threads = 1;
        const auto done = renderToFiles (session.project(), [&] (const std::string& hash) { return session.sound (hash); }, request, nullptr, {});
        EXPECT_TRUE (done);
        return readWhole (request.file);
    }

    std::vector<std::string> leftovers() const
    {
        std::vector<std::string> names;

        for (const auto& entry : fs::directory_iterator (folder.path))
            if (entry.path().extension() == ".part")
                names.push_back (entry.path().filename());

        return names;
    }

    TemporaryFolder folder;
};
} // namespace

TEST_F (JobDeskTest, rendersTheSongAsItWasWhenItWasOrdered)
{
    Session session;
    JobDesk desk (options());
    const auto wanted = renderedDirectly (session);
    desk.render (session, request (session, "song.wav"));
    session.start (Project());
    const auto job = ended (desk);

    ASSERT_EQ (job.state, JobState::done) << job.failure.message;
    EXPECT_EQ (readWhole (folder.path / "song.wav"), wanted);
    EXPECT_EQ (fileMadeBy (job), folder.path / "song.wav");
    EXPECT_EQ (textIn (job.result, "hash"), *hashFile (folder.path / "song.wav"));
    EXPECT_TRUE (leftovers().empty());
}

TEST_F (JobDeskTest, findsTheRecordingsThatAreNotInAnyFolderYet)
{
    Session session;
    dsp::Sound sound { 48'000, 1, std::vector<float> (4'800, 0.25f) };
    const auto hash = session.addSound (std::make_shared<const dsp::Sound> (sound), "step.wav");
    session.edit ("use", [&] (Project& project) { project.instruments.edit (newId<InstrumentId>()).zones.edit (newId<ZoneId>()).sound = hash; });
    const Assets artifacts (folder.path / "artifacts");
    const auto stored = store (session.snapshot(), artifacts);
    ASSERT_TRUE (stored);

    const auto loaded = loadStored (*stored, artifacts);
    ASSERT_TRUE (loaded);
    EXPECT_EQ (loaded->project, session.project());
    ASSERT_NE (loaded->sound (hash), nullptr);
    EXPECT_EQ (loaded->sound (hash)->samples, sound.samples);
    EXPECT_TRUE (loaded->remarks.empty());
}

TEST_F (JobDeskTest, readsASongAsOpeningItWould)
{
    const auto file = repositoryRoot() / "Tests/Corpus/Tracker/small.xm";
    JobDesk desk (options());
    desk.import (file);
    const auto job = ended (desk);
    ASSERT_EQ (job.state, JobState::done) << job.failure.message;

    const auto direct = loadProject (file);
    const auto fromMemory = desk.imported (job.id), fromDisk = desk.imported (job.id);
    ASSERT_TRUE (direct);
    ASSERT_TRUE (fromMemory) << fromMemory.failure().message;
    ASSERT_TRUE (fromDisk) << fromDisk.failure().message;
    EXPECT_EQ (fromMemory->project, direct->project);
    EXPECT_EQ (fromDisk->project, direct->project);
    EXPECT_EQ (fromDisk->remarks, direct->remarks);
    EXPECT_EQ (fromDisk->report, direct->report);
    EXPECT_EQ (fromDisk->files, direct->files);
    EXPECT_EQ (fromDisk->sounds.size(), direct->sounds.size());
    EXPECT_EQ (lineOf (job).act, JobLine::Act::openSong);

    Session session;
    session.openLoaded (*fromDisk, file);
    EXPECT_EQ (session.project(), direct->project);
}

TEST_F (JobDeskTest, listensToARecordingOnce)
{
    dsp::Sound tone { 48'000, 1, {} };

    for (int i = 0; i < 48'000; ++i)
        tone.samples.push_back (0.5f * static_cast<float> (std::sin (i * 2 * 3.14159265358979 * 440 / 48'000)));

    std::ofstream (folder.path / "tone.wav", std::ios::binary) << *encodeAudio (tone, {});
    JobDesk desk (options());

    for (const auto isFirst : { true, false })
    {
        std::string words;
        const auto listening = desk.onAnalysed.add ([&] (const fs::path& file, const Job& job) {
            EXPECT_EQ (file, folder.path / "tone.wav");
            EXPECT_EQ (job.state, JobState::done) << job.failure.message;
            words = inWords (analysisIn (job.result));
        });
        desk.analyse (folder.path / "tone.wav");
        until (desk, [&] { return ! words.empty(); });
        EXPECT_TRUE (words.starts_with ("A4")) << words;
        EXPECT_EQ ((*Queue::open (paths::library()))->list()->size(), 1u) << isFirst;
    }
}

TEST_F (JobDeskTest, stopsAtOnceAndLeavesNothingBehind)
{
    Session session;
    ASSERT_TRUE (session.open (song()));
    JobDesk desk (options());
    desk.render (session, request (session, "song.wav"));
    until (desk, [&] { return isUnderWay (desk); });
    EXPECT_EQ (lineOf (desk.jobs().front()).act, JobLine::Act::cancel);
    desk.cancel (desk.jobs().front().id);
    const auto job = ended (desk);
    EXPECT_EQ (job.state, JobState::cancelled);
    EXPECT_FALSE (fs::exists (folder.path / "song.wav"));
    EXPECT_TRUE (leftovers().empty());
}

TEST_F (JobDeskTest, saysWhyItFailedAndTriesAgainWhenAsked)
{
    Session session;
    JobDesk desk (options());
    auto wanted = request (session, "song.wav");
    wanted.file = folder.path / "later" / "song.wav";
    desk.render (session, wanted);
    const auto failed = ended (desk);
    ASSERT_EQ (failed.state, JobState::failed);
    EXPECT_TRUE (failed.failure.message.ends_with ('.')) << failed.failure.message;
    EXPECT_EQ (lineOf (failed).act, JobLine::Act::retry);

    fs::create_directory (folder.path / "later");
    desk.retry (failed.id);
    EXPECT_EQ (ended (desk).state, JobState::done);
    EXPECT_TRUE (fs::exists (wanted.file));

    desk.clear();
    desk.settle();
    until (desk, [&] { return desk.jobs().empty(); });
}

TEST_F (JobDeskTest, goesOnTheNextTime)
{
    Session session;
    ASSERT_TRUE (session.open (song()));

    {
        JobDesk desk (options());
        desk.render (session, request (session, "song.wav"));
        until (desk, [&] { return isUnderWay (desk); });
    }

    EXPECT_TRUE (leftovers().empty());
    JobDesk desk (options());
    desk.begin();
    EXPECT_EQ (ended (desk).state, JobState::done);
    EXPECT_EQ (readWhole (folder.path / "song.wav"), renderedDirectly (session));
}

TEST_F (JobDeskTest, goesOnWithWhatAKilledProgramWasRendering)
{
    int ends[2] {};
    ASSERT_EQ (::pipe (ends), 0);
    const auto child = ::fork();

    if (child == 0)
    {
        Session session;
        JobDesk desk (options());

        if (! session.open (song()))
            ::_exit (1);

        desk.render (session, request (session, "song.wav"));
        until (desk, [&] { return isUnderWay (desk); });
        ::_exit (::write (ends[1], "x", 1) == 1 ? (::pause(), 0) : 1);
    }

    char byte = 0;
    ::close (ends[1]);
    ASSERT_EQ (::read (ends[0], &byte, 1), 1);
    ::kill (child, SIGKILL);
    ::waitpid (child, nullptr, 0);
    EXPECT_EQ (leftovers().size(), 1u) << "what a killed program leaves";

    JobDesk desk (options());
    desk.begin();
    const auto job = ended (desk);
    ASSERT_EQ (job.state, JobState::done) << job.failure.message;
    EXPECT_TRUE (leftovers().empty());

    Session session;
    ASSERT_TRUE (session.open (song()));
    EXPECT_EQ (readWhole (folder.path / "song.wav"), renderedDirectly (session));
}

TEST_F (JobDeskTest, beginsALibraryAnewThatIsDamaged)
{
    std::ofstream (paths::library(), std::ios::binary) << std::string (10'000, 'x');
    Session session;
    JobDesk desk (options());
    std::string sentence;
    const auto listening = desk.onMessage.add ([&] (const std::string& said) { sentence += said; });
    desk.render (session, request (session, "song.wav"));
    EXPECT_EQ (ended (desk).state, JobState::done);
    EXPECT_EQ (sentence, "Your library was damaged and had to be begun anew; your projects are not touched by that.");
    EXPECT_TRUE (fs::exists (paths::library().replace_extension ("damaged.sqlite"))) << "and the old one is kept";
}

TEST_F (JobDeskTest, saysOnceThatItsLibraryIsLockedAndGoesOnWhenItIsNot)
{
    Session session;
    auto other = *Database::open (paths::library());
    ASSERT_TRUE (other->runAll ("CREATE TABLE t (x); PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO t VALUES (1)"));
    JobDesk desk (options());
    std::vector<std::string> sentences;
    const auto listening = desk.onMessage.add ([&] (const std::string& said) { sentences.push_back (said); });
    desk.render (session, request (session, "song.wav"));
    until (desk, [&] { return ! sentences.empty(); });
    other.reset();
    EXPECT_EQ (ended (desk).state, JobState::done);
    ASSERT_EQ (sentences.size(), 1u);
    EXPECT_EQ (sentences.front(), "“library.sqlite” is being used by another program: close that and try again.");
}

TEST_F (JobDeskTest, removesWhatNoJobNeedsAnyMoreButNothingYoung)
{
    const Assets artifacts (paths::artifacts());
    ASSERT_TRUE (artifacts.addBytes ("young"));

    {
        JobDesk desk (options());
        desk.begin();
        desk.clear();
        desk.settle();
    }

    EXPECT_FALSE (artifacts.find (contentHash ("young")).empty());
}

} // namespace athanor
