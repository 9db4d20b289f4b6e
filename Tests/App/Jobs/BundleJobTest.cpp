// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles through the real queue and its worker: what becomes of one when the program dies, and that it has the same bytes however it is made.
#include "App/Jobs/BundleJob.h"

#include "App/Jobs/JobDesk.h"
#include "App/Jobs/JobLine.h"
#include "App/Jobs/JobTools.h"
#include "Core/Hash.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"
#include "Store/Sqlite.h"
#include "Store/WorkTable.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
using namespace std::chrono_literals;

BundleOrder someOrder()
{
    BundleOrder order;
    auto& made = order.made;
    made.patch.name = "Copper Drop";
    made.patch.macros[0].name = "Bright";
    made.patch.values[Control::osc_1_random_phase] = 0;
    made.patch.values[Control::env_1_sustain] = 0.1f;
    made.category = SoundCategory::pluck;
    made.timbre.brightness = 1'234.5;
    made.timbre.tuning = -0.1;
    made.remarks = { "\"zorp\" was not understood and left out." };
    made.origin.prompts = { "copper pluck" };
    made.origin.seed = 18'446'744'073'709'551'615ull;
    made.origin.deltas = { { "env_1_sustain", 1.0, 0.1, "A pluck does not last.", "pluck" } };
    order.profile = "somebody";
    order.tags = { "short" };
    return order;
}

/** Tells when the job is in its middle, and never goes on. */
struct Stuck : JobContext
{
    Stuck (JobContext& c, int e) : context (c), end (e) {}

    const Job& job() const noexcept override { return context.job(); }

    void progress (double share) override
    {
        context.progress (share);

        if (share > 0.3 && ::write (end, "x", 1) == 1)
            ::pause();
    }

    bool shouldStop() const override { return context.shouldStop(); }

    bool wait (std::chrono::milliseconds time) override { return context.wait (time); }

    Result<Done> keepRemote (const std::string&, const std::string&) override { return Failure { "Nobody is asked.", "" }; }

    void doNotRetry() override {}

    void retryAfter (std::chrono::milliseconds) override {}

    JobContext& context;
    int end;
};

struct BundleJobTest : testing::Test
{
    static JobDeskOptions options() { return { .niceness = 0, .tick = 5ms }; }

    /** The bytes of the same order, made without any job. */
    std::string madeDirectly (const BundleOrder& order = someOrder()) const
    {
        const auto made = makeBundle (order, { folder.path / "direct.sqlite", folder.path / "Direct" });
        EXPECT_TRUE (made);
        return made ? made->bytes : std::string();
    }

    /** Works on the queue in a process of its own until the job is in its middle, and is killed. */
    void killInTheMiddle (const BundleErrand& errand) const
    {
        int ends[2] {};
        ASSERT_EQ (::pipe (ends), 0);
        const auto child = ::fork();

        if (child == 0)
        {
            JobPlace place;
            place.artifacts = Assets (paths::artifacts());
            place.library = paths::library();
            const auto queue = *Queue::open (paths::library());
            const auto job = bundleJob (errand, place.artifacts);

            if (! job || ! queue->add (*job))
                ::_exit (1);

            const Worker worker (*queue, { { job->kind, [&] (JobContext& context) { Stuck stuck (context, ends[1]); return doBundle (stuck, place); } } });
            ::pause();
        }

        char byte = 0;
        ::close (ends[1]);
        EXPECT_EQ (::read (ends[0], &byte, 1), 1);
        ::close (ends[0]);
        ::kill (child, SIGKILL);
        ::waitpid (child, nullptr, 0);
    }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", (folder.path / "home").string() };
};
} // namespace

TEST_F (BundleJobTest, anErrandIsReadAsItWasOrdered)
{
    const Assets artifacts (folder.path / "artifacts");
    const BundleErrand errand { someOrder(), folder.path / "wanted.zip", 2, true };
    const auto job = bundleJob (errand, artifacts);
    ASSERT_TRUE (job);
    EXPECT_EQ (job->title, "Bundle \xe2\x80\x9c"
                           "Copper Drop\xe2\x80\x9d");
    const auto read = bundleErrandIn (*job, artifacts);
    ASSERT_TRUE (read) << read.failure().message;
    EXPECT_EQ (read->order.made.origin, errand.order.made.origin);
    EXPECT_EQ (read->order.made.timbre, errand.order.made.timbre);
    EXPECT_EQ (read->order.made.remarks, errand.order.made.remarks);
    EXPECT_EQ (read->order.made.category, errand.order.made.category);
    EXPECT_EQ (read->order.profile, "somebody");
    EXPECT_EQ (read->order.tags, errand.order.tags);
    EXPECT_EQ (read->target, errand.target);
    EXPECT_EQ (read->sleeve, 2);
    EXPECT_TRUE (read->isQuiet);
    EXPECT_EQ (bundleName (read->order), bundleName (errand.order));
}

TEST_F (BundleJobTest, anErrandThatMakesNoSenseIsRefusedWithASentence)
{
    const Assets artifacts (folder.path / "artifacts");
    const auto good = *bundleJob ({ someOrder(), {}, 0, false }, artifacts);

    for (const auto* part : { "patch", "category" })
        for (const auto& wrong : { Value(), Value ("../../etc/passwd"), Value (std::string (64, 'a')), Value (7) })
        {
            auto job = good;
            auto parts = *job.input.as<Value::Parts>();
            parts[part] = wrong;
            job.input = parts;
            const auto read = bundleErrandIn (job, artifacts);
            ASSERT_FALSE (read) << part;
            EXPECT_TRUE (read.failure().message.ends_with ("export it again."));
        }
}

TEST_F (BundleJobTest, whatAKilledProgramWasMakingIsMadeTheNextTimeWithTheSameBytes)
{
    const auto target = folder.path / "wanted.zip";
    killInTheMiddle ({ someOrder(), target, 0, false });
    EXPECT_FALSE (fs::exists (target));

    JobDesk desk (options());
    std::optional<Job> last;
    const auto listening = desk.onEnd.add ([&] (const Job& job) { last = job; });
    desk.begin();
    desk.settleBundles();
    ASSERT_TRUE (last) << "it is told";
    ASSERT_EQ (last->state, JobState::done) << last->failure.message;
    EXPECT_EQ (fileMadeBy (*last), target);
    EXPECT_EQ (lineOf (*last).act, JobLine::Act::openFolder);
    EXPECT_TRUE (readWhole (target) == madeDirectly());
}

TEST_F (BundleJobTest, whatWasOrderedAndNotBegunIsMadeTheNextTime)
{
    {
        auto idle = options();
        idle.workers = 0;
        JobDesk desk (idle);
        desk.bundle ({ someOrder(), folder.path / "wanted.zip", 0, false });
    }

    JobDesk desk (options());
    desk.begin();
    desk.settleBundles();
    EXPECT_TRUE (readWhole (folder.path / "wanted.zip") == madeDirectly());
}

TEST_F (BundleJobTest, asksTheLibraryFirst)
{
    JobDesk desk (options());

    for (const auto* name : { "first.zip", "second.zip" })
    {
        desk.bundle ({ someOrder(), folder.path / name, 0, false });
        desk.settleBundles();
    }

    EXPECT_TRUE (readWhole (folder.path / "second.zip") == readWhole (folder.path / "first.zip"));
    const auto works = WorkTable::open (*Library::open (paths::library()))->all();
    ASSERT_EQ (works.size(), 1u);

    // Whatever the library has is what is given, so nothing was made a second time.
    const auto file = Assets (paths::artifacts()).find (works[0].artifact);
    EXPECT_TRUE (readWhole (file) == readWhole (folder.path / "first.zip"));
}

TEST_F (BundleJobTest, standsInTheListWithCancelUnlessNobodyWaitsForIt)
{
    auto idle = options();
    idle.workers = 0;
    JobDesk desk (idle);
    desk.bundle ({ someOrder(), folder.path / "wanted.zip", 0, false });
    desk.bundle ({ someOrder(), {}, 0, true });
    desk.settle();
    desk.update();
    ASSERT_EQ (desk.jobs().size(), 1u);
    EXPECT_EQ (lineOf (desk.jobs()[0]).name, "Bundle \xe2\x80\x9c"
                                             "Copper Drop\xe2\x80\x9d");
    EXPECT_EQ (lineOf (desk.jobs()[0]).act, JobLine::Act::cancel);
    EXPECT_TRUE (desk.isBundling());

    desk.cancel (desk.jobs()[0].id);
    desk.settle();
    desk.update();
    EXPECT_EQ (desk.jobs()[0].state, JobState::cancelled);
    EXPECT_FALSE (fs::exists (folder.path / "wanted.zip"));
}

TEST_F (BundleJobTest, aSleeveIsChangedOnceAlthoughTheProgramWasKilledMeanwhile)
{
    JobPlace place;
    place.artifacts = Assets (paths::artifacts());
    place.library = paths::library();
    const BundlePlace shelf { place.library, place.artifacts.path() };
    killInTheMiddle ({ someOrder(), {}, 1, true });
    ASSERT_TRUE (anotherSleeve (someOrder(), shelf)) << "as if it had been killed after its work and before it could say so";

    JobDesk desk (options());
    desk.begin();
    desk.settleBundles();
    EXPECT_EQ (WorkTable::open (*Library::open (place.library))->find (bundleKey (someOrder()))->version, 1);
}

TEST_F (BundleJobTest, theFolderOfCopiesDoesNotGrowForEver)
{
    const auto cache = paths::cache() / "Bundles";

    for (int i = 0; i < 150; ++i)
    {
        const auto old = cache / ("old" + std::to_string (i));
        fs::create_directories (old);
        ASSERT_TRUE (writeFile (old / "Copper Drop.zip", "old"));
        fs::last_write_time (old, fs::file_time_type::clock::now() - std::chrono::hours (i + 1));
    }

    JobDesk desk (options());
    desk.bundle ({ someOrder(), {}, 0, false });
    desk.settleBundles();
    ASSERT_EQ (desk.jobs().size(), 1u);
    EXPECT_TRUE (fs::exists (fileMadeBy (desk.jobs()[0])));
    EXPECT_EQ (std::distance (fs::directory_iterator (cache), fs::directory_iterator()), 100);
    EXPECT_TRUE (fs::exists (cache / "old0")) << "those used last stay";
}

TEST_F (BundleJobTest, bundlesOfTheLibraryStayWhenTheirJobsAreForgotten)
{
    auto impatient = options();
    impatient.keptAtLeast = -1s;

    {
        JobDesk desk (impatient);
        desk.bundle ({ someOrder(), {}, 0, false });
        desk.settleBundles();
        desk.clear();
        desk.settle();
    }

    const auto bundle = WorkTable::open (*Library::open (paths::library()))->all().at (0).artifact;
    const Assets artifacts (paths::artifacts());
    ASSERT_TRUE (artifacts.addBytes ("of nobody"));

    {
        JobDesk desk (impatient);
        desk.begin();
        desk.settleBundles();
    }

    EXPECT_FALSE (artifacts.find (bundle).empty());
    EXPECT_TRUE (artifacts.find (contentHash ("of nobody")).empty()) << "what nobody names goes";
}

} // namespace athanor
