// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Queue.h"

#include "Support/Files.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace athanor
{

namespace
{
/** A queue whose time the test tells. */
struct Desk
{
    Desk() : queue (open()) {}

    std::shared_ptr<Queue> open()
    {
        return *Queue::open (folder.path / "library.sqlite", { .leaseMilliseconds = 30'000, .clock = [this] { return time; } });
    }

    Job find (JobId id, std::shared_ptr<Queue> in = {}) { return **(in ? in : queue)->find (id); }

    JobId add (const std::string& kind, int priority = 0, int mostAttempts = 1)
    {
        return *queue->add ({ .kind = kind, .priority = priority, .mostAttempts = mostAttempts });
    }

    const TemporaryFolder folder;
    std::int64_t time = 1'000'000;
    std::shared_ptr<Queue> queue;
    const std::set<std::string> kinds { "render", "import" };
};

const FailedAttempt again { { "The network is down.", "errno 101" } };
} // namespace

TEST (Queue, keepsAJobAsItWasAdded)
{
    Desk desk;
    const JobRequest request { "render", "Render “Song”", Value::Parts { { "rate", 48'000 }, { "gain", -1.5 } }, 7, 3, "key", "fal" };
    const auto id = *desk.queue->add (request);
    desk.queue.reset();

    const auto job = desk.find (id, desk.open());
    EXPECT_EQ (job.request.kind, request.kind);
    EXPECT_EQ (job.request.title, request.title);
    EXPECT_EQ (job.request.input, request.input);
    EXPECT_EQ (job.request.priority, 7);
    EXPECT_EQ (job.request.mostAttempts, 3);
    EXPECT_EQ (job.request.provider, "fal");
    EXPECT_EQ (job.state, JobState::ready);
    EXPECT_EQ (job.added, desk.time);
}

TEST (Queue, givesOutTheMostUrgentThenTheOldestOfTheKindsAskedFor)
{
    Desk desk;
    const auto first = desk.add ("render"), second = desk.add ("import"), urgent = desk.add ("render", 5);
    desk.add ("analyse", 9);

    for (const auto expected : { urgent, first, second })
    {
        const auto claim = *desk.queue->claim (desk.kinds);
        ASSERT_TRUE (claim);
        EXPECT_EQ (claim->job.id, expected);
        EXPECT_EQ (desk.find (expected).state, JobState::running);
    }

    EXPECT_FALSE (*desk.queue->claim (desk.kinds));
}

TEST (Queue, keepsTheResult)
{
    Desk desk;
    const auto id = desk.add ("render");
    const auto claim = **desk.queue->claim (desk.kinds);
    EXPECT_TRUE (*desk.queue->renew (claim, 0.5, 12.0));
    EXPECT_EQ (desk.find (id).progress, 0.5);
    EXPECT_EQ (desk.find (id).secondsLeft, 12.0);
    EXPECT_TRUE (*desk.queue->complete (claim, Value::Parts { { "file", "/a.wav" } }));

    const auto job = desk.find (id);
    EXPECT_EQ (job.state, JobState::done);
    EXPECT_EQ (job.progress, 1);
    EXPECT_EQ (job.result, Value (Value::Parts { { "file", "/a.wav" } }));
}

TEST (Queue, doesNotAddTwiceWhatWaitsOrRunsAndKnowsWhatWasDone)
{
    Desk desk;
    const JobRequest request { .kind = "render", .dedupeKey = "song 1" };
    const auto id = *desk.queue->add (request);
    EXPECT_EQ (*desk.queue->add (request), id);
    const auto claim = **desk.queue->claim (desk.kinds);
    EXPECT_EQ (*desk.queue->add (request), id) << "while it runs";
    EXPECT_FALSE (*desk.queue->findDone ("song 1"));

    ASSERT_TRUE (*desk.queue->complete (claim, "result"));
    EXPECT_EQ ((*desk.queue->findDone ("song 1"))->result, Value ("result"));
    EXPECT_NE (*desk.queue->add (request), id) << "asked for again it is done again";
    EXPECT_FALSE (*desk.queue->findDone (""));
    EXPECT_NE (desk.add ("render"), desk.add ("render")) << "without a key each is its own";
}

TEST (Queue, triesAgainLaterUntilItWasOftenEnough)
{
    Desk desk;
    const auto id = desk.add ("render", 0, 3);

    for (int attempt = 1; attempt <= 3; ++attempt)
    {
        const auto claim = *desk.queue->claim (desk.kinds);
        ASSERT_TRUE (claim) << attempt;
        EXPECT_TRUE (*desk.queue->fail (*claim, again));
        EXPECT_EQ (desk.find (id).attempts, attempt);
        EXPECT_EQ (desk.find (id).state, attempt < 3 ? JobState::ready : JobState::failed);
        desk.time += 300'000;
    }

    EXPECT_EQ (desk.find (id).failure.message, "The network is down.");
    EXPECT_EQ (desk.find (id).failure.detail, "errno 101");

    ASSERT_TRUE (desk.queue->retry (id));
    EXPECT_TRUE (*desk.queue->claim (desk.kinds)) << "but may be asked to once more";
}

TEST (Queue, waitsAsLongAsItWasAskedTo)
{
    Desk desk;
    desk.add ("render", 0, 2);
    ASSERT_TRUE (*desk.queue->fail (**desk.queue->claim (desk.kinds), { again.failure, true, 60'000 }));
    desk.time += 59'999;
    EXPECT_FALSE (*desk.queue->claim (desk.kinds));
    desk.time += 2'000;
    EXPECT_TRUE (*desk.queue->claim (desk.kinds));
}

TEST (Queue, doesNotTryAgainWhatCannotBeBetter)
{
    Desk desk;
    const auto id = desk.add ("render", 0, 5);
    ASSERT_TRUE (*desk.queue->fail (**desk.queue->claim (desk.kinds), { again.failure, false, 0 }));
    EXPECT_EQ (desk.find (id).state, JobState::failed);
}

TEST (Queue, cancelsAtOnceWhatWaitsAndAsksWhatRuns)
{
    Desk desk;
    const auto waiting = desk.add ("render"), running = desk.add ("render", 1, 5);
    const auto claim = **desk.queue->claim (desk.kinds);
    ASSERT_EQ (claim.job.id, running);
    ASSERT_TRUE (desk.queue->cancel (waiting));
    ASSERT_TRUE (desk.queue->cancel (running));
    EXPECT_EQ (desk.find (waiting).state, JobState::cancelled);
    EXPECT_EQ (desk.find (running).state, JobState::running);
    EXPECT_TRUE (*desk.queue->isCancelRequested (running));

    ASSERT_TRUE (*desk.queue->fail (claim, again));
    EXPECT_EQ (desk.find (running).state, JobState::cancelled) << "and is not tried again";
    ASSERT_TRUE (desk.queue->cancel (running)) << "which is over, so nothing happens";
}

TEST (Queue, believesNoWorkerThatHasLostItsClaim)
{
    Desk desk;
    const auto id = desk.add ("render");
    const auto stale = **desk.queue->claim (desk.kinds);
    const auto other = desk.open();
    desk.time += 31'000;
    ASSERT_TRUE (other->rescue());
    const auto fresh = **other->claim (desk.kinds);
    ASSERT_EQ (fresh.job.id, id);

    EXPECT_FALSE (*desk.queue->renew (stale, 0.9, {}));
    EXPECT_FALSE (*desk.queue->keepRemote (stale, "submitted", "x"));
    EXPECT_FALSE (*desk.queue->complete (stale, "stale"));
    EXPECT_FALSE (*desk.queue->fail (stale, again));
    EXPECT_FALSE (*desk.queue->release (stale));
    EXPECT_TRUE (*other->complete (fresh, "fresh"));
    EXPECT_EQ (desk.find (id).result, Value ("fresh"));
}

TEST (Queue, leavesAloneWhatIsRenewedInTime)
{
    Desk desk;
    desk.add ("render");
    const auto claim = **desk.queue->claim (desk.kinds);
    const auto other = desk.open();

    for (int i = 0; i < 10; ++i)
    {
        desk.time += 20'000;
        ASSERT_TRUE (*desk.queue->renew (claim, 0.1 * i, {}));
        ASSERT_TRUE (other->rescue());
        ASSERT_FALSE (*other->claim (desk.kinds));
    }
}

TEST (Queue, givesUpWhatTookItsProgramWithItThreeTimes)
{
    Desk desk;
    const auto id = desk.add ("render");

    for (int death = 1; death <= 3; ++death)
    {
        ASSERT_TRUE (*desk.open()->claim (desk.kinds)) << death;
        desk.time += 31'000;
        ASSERT_TRUE (desk.queue->rescue());
        EXPECT_EQ (desk.find (id).state, death < 3 ? JobState::ready : JobState::failed);
    }

    EXPECT_EQ (desk.find (id).failure.message, "Athanor ended three times in the middle of this, so it is not tried again by itself.");
}

TEST (Queue, givesJobsOfADeadProgramToOthersAtOnceWithWhatTheyHadOrdered)
{
    Desk desk;
    const auto id = desk.add ("render");
    desk.queue.reset();
    const auto child = ::fork();

    if (child == 0)
    {
        const auto queue = desk.open();
        const auto claim = *queue->claim (desk.kinds);
        const auto isKept = claim && *queue->keepRemote (*claim, "submitted", "order 66");
        ::kill (::getpid(), isKept ? SIGKILL : SIGTERM);
        ::_exit (1);
    }

    int status = 0;
    ::waitpid (child, &status, 0);
    ASSERT_EQ (WTERMSIG (status), SIGKILL);

    desk.queue = desk.open();
    EXPECT_EQ (desk.find (id).state, JobState::running);
    ASSERT_TRUE (desk.queue->rescue());
    const auto claim = *desk.queue->claim (desk.kinds);
    ASSERT_TRUE (claim) << "no lease had to end";
    EXPECT_EQ (claim->job.remoteId, "order 66");
    EXPECT_EQ (claim->job.remotePhase, "submitted");
}

TEST (Queue, listsWhatIsToDoBeforeWhatIsDone)
{
    Desk desk;
    const auto done = desk.add ("render", 9), waiting = desk.add ("import"), cancelled = desk.add ("analyse");
    ASSERT_TRUE (*desk.queue->complete (**desk.queue->claim (desk.kinds), {}));
    desk.time += 1'000;
    ASSERT_TRUE (desk.queue->cancel (cancelled));

    const auto jobs = *desk.queue->list();
    ASSERT_EQ (jobs.size(), 3u);
    EXPECT_EQ (jobs[0].id, waiting);
    EXPECT_EQ (jobs[1].id, cancelled);
    EXPECT_EQ (jobs[2].id, done);

    ASSERT_TRUE (desk.queue->forgetBefore (desk.time));
    EXPECT_EQ (desk.queue->list()->size(), 2u);
}

TEST (Queue, tellsWhatHappenedSince)
{
    Desk desk;
    const auto one = desk.add ("render");
    const auto seen = *desk.queue->newestEvent();
    EXPECT_TRUE (desk.queue->newsAfter (seen)->jobs.empty());

    const auto two = desk.add ("import");
    ASSERT_TRUE (desk.queue->cancel (one));
    const auto news = *desk.queue->newsAfter (seen);
    EXPECT_EQ (news.jobs, (std::set<JobId> { one, two }));
    EXPECT_TRUE (desk.queue->newsAfter (news.last)->jobs.empty());
}

} // namespace athanor
