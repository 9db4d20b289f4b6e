// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Worker.h"

#include "Support/Chance.h"
#include "Support/Files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <future>
#include <sstream>
#include <stdexcept>

namespace athanor
{

namespace
{
using namespace std::chrono_literals;

const WorkerOptions quick { .threads = 2, .tick = 5ms };

/** A queue, and the end of a job as something to wait for. */
struct Desk
{
    Desk() : queue (*Queue::open (file)) {}

    /** Waits, with the events as the window gets them, until a job is over. */
    Job ended (JobId id)
    {
        for (;;)
        {
            const auto job = **queue->find (id);

            if (isOver (job.state))
                return job;

            std::unique_lock lock (mutex);
            news.wait_for (lock, 100ms);
        }
    }

    JobId add (const std::string& kind, int mostAttempts = 1) { return *queue->add ({ .kind = kind, .mostAttempts = mostAttempts }); }

    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path / "library.sqlite";
    std::shared_ptr<Queue> queue;
    std::mutex mutex;
    std::condition_variable news;
    JobEvents events { [this] { news.notify_all(); } };
};

Result<Value> echo (JobContext& context) { return context.job().request.input; }

/** Runs until it is stopped. */
Result<Value> endless (JobContext& context)
{
    while (context.wait (10s))
        continue;

    return Failure { "It was stopped.", "" };
}
} // namespace

TEST (Worker, doesWhatIsAddedAndTellsSo)
{
    Desk desk;
    const Worker worker (*desk.queue, { { "echo", echo } }, &desk.events, quick);
    const auto id = *desk.queue->add ({ .kind = "echo", .input = "hello" });
    EXPECT_EQ (desk.ended (id).result, Value ("hello"));

    for (auto isTold = false; ! isTold;)
        for (const auto& event : desk.events.poll())
            isTold = isTold || (event.id == id && event.state == JobState::done);
}

TEST (Worker, leavesKindsItDoesNotKnowToOthers)
{
    Desk desk;
    const auto unknown = desk.add ("unknown");
    {
        const Worker worker (*desk.queue, { { "echo", echo } }, nullptr, quick);
        desk.ended (desk.add ("echo"));
    }
    EXPECT_EQ ((*desk.queue->find (unknown))->state, JobState::ready);
}

TEST (Worker, stopsAJobThatIsCancelledInAnotherProgram)
{
    Desk desk;
    std::promise<void> begun;
    const Worker worker (*desk.queue, { { "endless", [&] (JobContext& context) { begun.set_value(); return endless (context); } } }, &desk.events, quick);
    const auto id = desk.add ("endless", 5);
    begun.get_future().wait();

    // Another connection is as another program.
    ASSERT_TRUE ((*Queue::open (desk.file))->cancel (id));
    EXPECT_EQ (desk.ended (id).state, JobState::cancelled);
}

TEST (Worker, showsHowFarAJobIs)
{
    Desk desk;
    std::promise<void> mayEnd;
    auto end = mayEnd.get_future().share();
    const Worker worker (*desk.queue, { { "half", [end] (JobContext& context) -> Result<Value> {
                                             context.progress (0.5);
                                             end.wait();
                                             return Value();
                                         } } },
                         &desk.events, quick);
    const auto id = desk.add ("half");

    for (auto isHalf = false; ! isHalf;)
        for (const auto& event : desk.events.poll())
            isHalf = event.id == id && event.progress == 0.5;

    mayEnd.set_value();
    EXPECT_EQ (desk.ended (id).progress, 1);
}

TEST (Worker, triesAgainUntilItWorks)
{
    Desk desk;
    std::atomic<int> calls { 0 };
    const Worker worker (*desk.queue, { { "flaky", [&] (JobContext& context) -> Result<Value> {
                                             if (++calls < 3)
                                                 return Failure { "Not yet.", "" };

                                             return Value (context.job().attempts);
                                         } } },
                         &desk.events, quick);
    EXPECT_EQ (desk.ended (desk.add ("flaky", 5)).result, Value (2));
    EXPECT_EQ (calls, 3);
}

TEST (Worker, keepsAFaultInAFunctionToItsJob)
{
    Desk desk;
    const Worker worker (*desk.queue, { { "broken", [] (JobContext&) -> Result<Value> { throw std::runtime_error ("oops"); } }, { "echo", echo } }, &desk.events, quick);
    const auto broken = desk.ended (desk.add ("broken", 3));
    EXPECT_EQ (broken.state, JobState::failed);
    EXPECT_EQ (broken.failure.detail, "oops");
    EXPECT_EQ (desk.ended (desk.add ("echo")).state, JobState::done);
}

TEST (Worker, leavesWhatItHadNotFinishedToTheNextOne)
{
    Desk desk;
    std::promise<void> begun;
    const auto id = desk.add ("job");
    {
        const Worker worker (*desk.queue, { { "job", [&] (JobContext& context) { begun.set_value(); return endless (context); } } }, nullptr, quick);
        begun.get_future().wait();
    }
    EXPECT_EQ ((*desk.queue->find (id))->state, JobState::ready);
    EXPECT_EQ ((*desk.queue->find (id))->attempts, 0) << "ending the program is no failure";

    const Worker next (*desk.queue, { { "job", echo } }, &desk.events, quick);
    EXPECT_EQ (desk.ended (id).state, JobState::done);
}

TEST (Worker, doesNotOrderAgainWhatAnEarlierAttemptHasOrdered)
{
    Desk desk;
    std::atomic<int> orders { 0 };
    const Worker worker (*desk.queue, { { "order", [&] (JobContext& context) -> Result<Value> {
                                             if (context.job().remoteId.empty())
                                             {
                                                 EXPECT_TRUE (context.keepRemote ("creating", ""));
                                                 EXPECT_TRUE (context.keepRemote ("submitted", "order " + std::to_string (++orders)));
                                                 return Failure { "The line broke.", "" };
                                             }

                                             return Value (context.job().remoteId);
                                         } } },
                         &desk.events, quick);
    EXPECT_EQ (desk.ended (desk.add ("order", 3)).result, Value ("order 1"));
}

namespace
{
/** Writes its number into a file in one piece, so that lines of several processes do not mix. */
Result<Value> sign (const std::filesystem::path& file, JobContext& context)
{
    const auto line = std::to_string (context.job().id) + '\n';
    const auto out = ::open (file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    const auto isWritten = ::write (out, line.data(), line.size()) == static_cast<ssize_t> (line.size());
    ::close (out);

    if (! isWritten)
        return Failure { "It could not be signed.", "" };

    return Value();
}

std::multiset<JobId> signatures (const std::filesystem::path& file)
{
    std::multiset<JobId> ids;
    std::istringstream lines (readWhole (file));

    for (JobId id = 0; lines >> id;)
        ids.insert (id);

    return ids;
}
} // namespace

TEST (Worker, doesEachJobOnceHoweverManyThreadsAndProgramsThereAre)
{
    Desk desk;
    std::multiset<JobId> expected;

    for (int i = 0; i < rounds (60); ++i)
        expected.insert (desk.add ("sign"));

    desk.queue.reset(); // No connection may cross a fork.
    const auto file = desk.folder.path / "signatures";
    const JobKinds kinds { { "sign", [&] (JobContext& context) { return sign (file, context); } } };
    std::vector<pid_t> children;

    for (int program = 0; program < 2; ++program)
    {
        children.push_back (::fork());

        if (children.back() == 0)
        {
            const auto queue = *Queue::open (desk.file);
            {
                const Worker worker (*queue, kinds, nullptr, { .threads = 3, .tick = 5ms });

                while (! queue->list (1)->empty() && ! isOver (queue->list (1)->front().state))
                    std::this_thread::yield();
            }
            ::_exit (0);
        }
    }

    for (const auto child : children)
    {
        int status = 0;
        ::waitpid (child, &status, 0);
        EXPECT_EQ (status, 0);
    }

    EXPECT_EQ (signatures (file), expected);
}

TEST (Worker, goesOnWithTheJobOfAProgramThatWasKilled)
{
    Desk desk;
    const auto id = desk.add ("job");
    desk.queue.reset();
    int ends[2] {};
    ASSERT_EQ (::pipe (ends), 0);
    const auto child = ::fork();

    if (child == 0)
    {
        const auto queue = *Queue::open (desk.file);
        const JobFunction begin = [&] (JobContext& context) {
            const char byte = 1;
            return ::write (ends[1], &byte, 1) == 1 ? endless (context) : Failure { "No pipe.", "" };
        };
        const Worker worker (*queue, { { "job", begin } }, nullptr, quick);
        ::pause();
    }

    char byte = 0;
    ASSERT_EQ (::read (ends[0], &byte, 1), 1);
    ::kill (child, SIGKILL);
    ::waitpid (child, nullptr, 0);
    ::close (ends[0]);
    ::close (ends[1]);

    desk.queue = *Queue::open (desk.file);
    EXPECT_EQ ((*desk.queue->find (id))->state, JobState::running);
    const Worker worker (*desk.queue, { { "job", echo } }, &desk.events, quick);
    EXPECT_EQ (desk.ended (id).state, JobState::done);
}

} // namespace athanor
