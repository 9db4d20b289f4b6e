// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Worker.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace athanor
{

namespace
{
/** One job being done. The worker's thread runs its function; the watching thread looks after its claim. */
class Running : public JobContext
{
public:
    Running (Queue& q, Claim c) : queue (q), claim (std::move (c)), started (q.now()), renewed (started), written (claim.job.progress), begun (claim.job.progress), reached (claim.job.progress) {}

    const Job& job() const noexcept override { return claim.job; }

    void progress (double proportion) override
    {
        const auto now = std::clamp (proportion, 0.0, 1.0);

        // An attempt that begins from the start is not as far as the one before it was.
        if (now < begun.load (std::memory_order_relaxed))
            begun.store (now, std::memory_order_relaxed);

        reached.store (now, std::memory_order_relaxed);
    }

    bool shouldStop() const override { return isStopped.load (std::memory_order_relaxed); }

    bool wait (std::chrono::milliseconds time) override
    {
        std::unique_lock lock (mutex);
        return ! stopped.wait_for (lock, time, [this] { return shouldStop(); });
    }

    Result<Done> keepRemote (const std::string& phase, const std::string& id) override
    {
        const auto kept = queue.keepRemote (claim, phase, id);

        if (! kept)
            return kept.failure();

        if (! *kept)
            return Failure { "Another program took this job over.", "claim lost" };

        return Done {};
    }

    void doNotRetry() override { mayRetry = false; }

    void retryAfter (std::chrono::milliseconds time) override { delay = time.count(); }

    void stop()
    {
        {
            const std::lock_guard lock (mutex);
            isStopped = true;
        }

        stopped.notify_all();
    }

    JobEvent event() const
    {
        const auto progress = reached.load (std::memory_order_relaxed);
        return { claim.job.id, JobState::running, progress, secondsLeft (started, begun.load (std::memory_order_relaxed), queue.now(), progress) };
    }

    /** Keeps the claim, and asks the function to stop when that cannot be or is not wanted. */
    void renew()
    {
        const auto isCancelRequested = queue.isCancelRequested (claim.job.id);

        if (isCancelRequested && *isCancelRequested)
            stop();

        // Each time the disk is waited for, so only when there is something to say, or the lease is a third over.
        const auto event = this->event();
        const auto silence = queue.now() - renewed;

        if (silence < 1'000 || (event.progress == written && silence < queue.leaseMilliseconds() / 3))
            return;

        const auto isMine = queue.renew (claim, event.progress, event.secondsLeft);
        written = event.progress;
        renewed = queue.now();

        // A database that cannot be written right now is no reason to give up: the lease is long.
        if (isMine && ! *isMine)
            stop();
    }

    /** False when it could not be written. */
    bool finish (const Result<Value>& result, bool isClosing)
    {
        if (result)
            return static_cast<bool> (queue.complete (claim, *result));

        if (isClosing && shouldStop() && ! isCancelled())
            return static_cast<bool> (queue.release (claim));

        return static_cast<bool> (queue.fail (claim, { result.failure(), mayRetry, delay }));
    }

private:
    bool isCancelled() const
    {
        const auto isRequested = queue.isCancelRequested (claim.job.id);
        return isRequested && *isRequested;
    }

    Queue& queue;
    const Claim claim;
    const std::int64_t started;
    std::int64_t renewed; ///< When, and what progress: the watching thread's own.
    double written;
    std::atomic<double> begun, reached; ///< The progress that this attempt began with, and the one that it has made.
    bool mayRetry = true;
    std::int64_t delay = 0;

    std::mutex mutex;
    std::condition_variable stopped;
    std::atomic<bool> isStopped { false };
};

Result<Value> call (const JobFunction& function, JobContext& context)
{
    try
    {
        return function (context);
    }
    catch (const std::exception& fault)
    {
        context.doNotRetry();
        return Failure { "This did not work because of a fault in Athanor; please report it.", fault.what() };
    }
}
} // namespace

struct Worker::Private
{
    Private (Queue& q, JobKinds k, JobEvents* e, WorkerOptions o) : queue (q), kinds (std::move (k)), events (e), options (o)
    {
        for (const auto& [kind, function] : kinds)
            names.insert (kind);

        if (const auto newest = queue.newestEvent())
            lastEvent = *newest;
    }

    /** A worker's thread: one job after the other. */
    void work()
    {
        std::unique_lock lock (mutex);

        while (! isClosing)
        {
            const auto seen = news;
            lock.unlock();
            const auto claim = queue.claim (names);
            const auto isWorking = claim && *claim;

            if (isWorking)
                run (**claim);

            lock.lock();

            if (! isWorking)
                changed.wait (lock, [&] { return isClosing || news != seen; });
        }
    }

    void run (const Claim& claim)
    {
        const auto context = std::make_shared<Running> (queue, claim);

        {
            const std::lock_guard lock (mutex);
            running.push_back (context);

            if (isClosing)
                context->stop();
        }

        tell (context->event());
        const auto result = call (kinds.at (claim.job.request.kind), *context);
        std::unique_lock lock (mutex);

        // What was made is not thrown away because the disk is full at the moment.
        for (auto isFirst = true; isFirst || ! isClosing; isFirst = false)
        {
            const auto isEnding = isClosing;
            lock.unlock();
            const auto isWritten = context->finish (result, isEnding);
            lock.lock();

            if (isWritten)
                break;

            changed.wait_for (lock, std::chrono::seconds (1), [this] { return isClosing; });
        }

        std::erase (running, context);
        lock.unlock();
        tellState (claim.job.id);
    }

    /** The watching thread: renews leases, notices cancels, rescues the orphans of others, and tells what they did. */
    void watch()
    {
        std::unique_lock lock (mutex);

        while (! isClosing)
        {
            const auto now = running;
            lock.unlock();

            for (const auto& context : now)
            {
                context->renew();
                tell (context->event());
            }

            static_cast<void> (queue.rescue());
            tellNews();

            lock.lock();
            ++news;
            changed.notify_all();
            awake.wait_for (lock, options.tick, [this] { return isClosing || std::exchange (isWoken, false); });
        }
    }

    void tell (const JobEvent& event)
    {
        if (events != nullptr)
            events->add (event);
    }

    void tellState (JobId id)
    {
        const auto job = queue.find (id);

        if (job && *job)
            tell ({ id, (*job)->state, (*job)->progress, (*job)->secondsLeft });
    }

    void tellNews()
    {
        const auto newest = queue.newsAfter (lastEvent);

        if (events == nullptr || ! newest)
            return;

        lastEvent = newest->last;

        for (const auto id : newest->jobs)
            tellState (id);
    }

    Queue& queue;
    const JobKinds kinds;
    std::set<std::string> names;
    JobEvents* events;
    const WorkerOptions options;
    std::int64_t lastEvent = 0; ///< The watching thread's own.

    std::mutex mutex;
    std::condition_variable changed, awake;
    std::vector<std::shared_ptr<Running>> running;
    std::uint64_t news = 0; ///< Counts up whenever there may be something to do.
    bool isClosing = false, isWoken = false;
    std::vector<std::thread> threads;
};

Worker::Worker (Queue& queue, JobKinds kinds, JobEvents* events, WorkerOptions options)
    : self (std::make_unique<Private> (queue, std::move (kinds), events, options))
{
    // What a program that died has left is taken up before anything new.
    static_cast<void> (queue.rescue());

    for (int i = 0; i < options.threads; ++i)
        self->threads.emplace_back ([inside = self.get()] { inside->work(); });

    self->threads.emplace_back ([inside = self.get()] { inside->watch(); });
}

Worker::~Worker()
{
    {
        const std::lock_guard lock (self->mutex);
        self->isClosing = true;

        for (const auto& context : self->running)
            context->stop();
    }

    self->changed.notify_all();
    self->awake.notify_all();

    for (auto& thread : self->threads)
        thread.join();
}

void Worker::wake()
{
    {
        const std::lock_guard lock (self->mutex);
        self->isWoken = true;
        ++self->news;
    }

    self->changed.notify_all();
    self->awake.notify_all();
}

} // namespace athanor
