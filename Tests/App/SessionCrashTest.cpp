// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a session wherever it writes to the disk: while a song that was imported becomes a project, is edited, named and saved.
#include "App/Session.h"

#include "Dsp/Sound.h"
#include "Support/Chance.h"
#include "Support/DiskCalls.h"
#include "Support/Files.h"

#include <gtest/gtest.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

struct SessionCrashTest : testing::Test
{
    static constexpr int steps = 5;

    fs::path home() const { return folder.path / "home"; }

    fs::path song() const { return folder.path / "Song.athanor"; }

    void begin() const
    {
        fs::remove_all (home());
        fs::remove_all (song());
        fs::create_directories (home());
        setenv ("ATHANOR_HOME", home().c_str(), 1);
    }

    static bool retitle (Session& session, int step)
    {
        return session.edit ("step", [step] (Project& project) { project.title = std::to_string (step); }) && session.settle();
    }

    bool perform (Session& session, int step) const
    {
        switch (step)
        {
            case 0:
                session.keepUnsaved();
                return static_cast<bool> (session.open (repositoryRoot() / "Tests/Corpus/Tracker/small.xm"));
            case 2:
            {
                const auto hash = session.addSound (std::make_shared<const dsp::Sound> (dsp::Sound { 48'000, 1, std::vector<float> (9'000, 0.5f) }), "step.wav");
                const auto isDone = session.edit ("step", [&] (Project& project) {
                    project.instruments.edit (newId<InstrumentId>()).zones.edit (newId<ZoneId>()).sound = hash;
                    project.title = "2";
                });
                return isDone && session.settle();
            }
            case 3:
                return static_cast<bool> (session.saveAs (song()));
            case 5:
                return static_cast<bool> (session.save());
            default:
                return retitle (session, step);
        }
    }

    /** Runs until it is over or dies at a call to the disk: the steps that were done, and how many calls there were. */
    std::pair<int, long> runUntilCall (long call) const
    {
        int ends[2] {};
        EXPECT_EQ (::pipe (ends), 0);
        const auto child = ::fork();

        if (child == 0)
        {
            Session session;
            diskCalls::dieAt (call);

            for (int step = 0; step <= steps && perform (session, step); ++step)
            {
                long news[2] { step, diskCalls::made() };
                const iovec part { news, sizeof news };

                if (::writev (ends[1], &part, 1) != sizeof news)
                    break;
            }

            ::_exit (0);
        }

        ::close (ends[1]);
        std::pair<int, long> reached { -1, 0 };

        for (long news[2] {}; ::read (ends[0], news, sizeof news) == sizeof news;)
            reached = { static_cast<int> (news[0]), news[1] };

        ::waitpid (child, nullptr, 0);
        ::close (ends[0]);
        return reached;
    }

    /** What a title says; nothing was edited when it is that of the module. */
    static int stepOf (const Project& project) { return project.title.size() == 1 ? project.title[0] - '0' : 0; }

    void expectAtMostOneStepMissing (int done) const
    {
        Session session;
        const auto lost = session.lostAndFound();
        const auto place = fs::exists (song()) ? song() : lost.empty() ? fs::path()
                                                                       : lost.front();

        // The steps that edit are 1, 2 and 4.
        const auto edits = [] (int step) { return step >= 4 ? 3 : std::clamp (step, 0, 2); };

        if (place.empty())
        {
            EXPECT_EQ (edits (done), 0);
            return;
        }

        const auto opened = session.open (place);
        ASSERT_TRUE (opened) << opened.failure().message;
        EXPECT_GE (edits (stepOf (session.project())), edits (done));
        EXPECT_LE (edits (stepOf (session.project())), edits (done) + 1);

        for (const auto& [hash, asset] : session.project().assets)
            EXPECT_NE (session.sound (hash), nullptr) << asset->name;

        EXPECT_FALSE (session.project().assets.empty());
    }

    TemporaryFolder folder;
};
} // namespace

TEST_F (SessionCrashTest, losesAtMostTheLastEditAtWhicheverCallToTheDiskItIsKilled)
{
    begin();
    const auto [done, calls] = runUntilCall (0);
    ASSERT_EQ (done, steps);
    ASSERT_GT (calls, 50);

    const auto stride = std::max (1L, calls / rounds (30));
    int killed = 0;

    for (auto call = 1 + static_cast<long> (seedForTests()) % stride; call <= calls; call += stride, ++killed)
    {
        SCOPED_TRACE (call);
        begin();
        expectAtMostOneStepMissing (runUntilCall (call).first);
    }

    std::printf ("killed at %d of %ld calls to the disk\n", killed, calls);
}

} // namespace athanor
