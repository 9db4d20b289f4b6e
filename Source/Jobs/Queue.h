// SPDX-License-Identifier: GPL-3.0-or-later
// All jobs of a user, in a database: they outlive the program, and several programs may work on them.
#pragma once

#include "Jobs/Job.h"
#include "Store/Sqlite.h"

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace athanor
{

/** The right to work on one job, until somebody else has it. Everything a worker writes says with which right. */
struct Claim
{
    Job job;
    std::string token;
};

/** What became of an attempt that gave no result. */
struct FailedAttempt
{
    Failure failure;
    bool mayRetry = true;                 ///< Whether another attempt could fare better.
    std::int64_t millisecondsAtLeast = 0; ///< As a provider may ask.
};

struct QueueOptions
{
    /** How long a worker may be silent before its jobs are given to others. */
    std::int64_t leaseMilliseconds = 30'000;

    /** Milliseconds since 1970; tests pass time as they like. */
    std::function<std::int64_t()> clock;
};

/** Each call is one short transaction and may be made on any thread.

    A job runs on a lease that its worker renews. When a program has died, its jobs go back to waiting: at once when that
    can be known, else when the lease is over. A worker that was asleep meanwhile finds that its claim is worth nothing.
*/
class Queue
{
public:
    static Result<std::shared_ptr<Queue>> open (const std::filesystem::path&, QueueOptions = {});

    Queue (const Queue&) = delete;

    // For those who want something done.

    Result<JobId> add (const JobRequest&);
    Result<std::optional<Job>> find (JobId);

    /** Waiting and running ones first, then those that ended last; of these kinds or of all. */
    Result<std::vector<Job>> list (int most = 200, const std::set<std::string>& kinds = {});

    /** The job that was done last with this dedupe key: its result need not be made again. */
    Result<std::optional<Job>> findDone (const std::string& dedupeKey);

    /** One that waits ends at once, one that runs as soon as its function asks. Nothing happens to one that is over. */
    Result<Done> cancel (JobId);

    /** One that failed or was cancelled waits again, with all its attempts. Nothing happens when the same was ordered again meanwhile. */
    Result<Done> retry (JobId);

    /** Deletes what ended before that time, in milliseconds since 1970, of these kinds or of all. */
    Result<Done> forgetBefore (std::int64_t time, const std::set<std::string>& kinds = {});

    // For workers. With a claim that is worth nothing any more they change nothing and give false.

    /** The job to be done next, of these kinds. */
    Result<std::optional<Claim>> claim (const std::set<std::string>& kinds);

    /** Renews the lease and writes how far the job is. */
    Result<bool> renew (const Claim&, double progress, std::optional<double> secondsLeft);

    /** Remembers how far an errand to somebody else has come, before it goes on: see JobContext::keepRemote. */
    Result<bool> keepRemote (const Claim&, const std::string& phase, const std::string& id);

    Result<bool> complete (const Claim&, const Value& result);

    /** Another attempt waits, unless there were enough; a cancelled job is over. */
    Result<bool> fail (const Claim&, const FailedAttempt&);

    /** Lets it wait again as if nothing had been tried: the program ends. */
    Result<bool> release (const Claim&);

    /** Whether somebody wants this job to end. */
    Result<bool> isCancelRequested (JobId);

    /** Lets the jobs of those who died wait again. One that took its program with it three times has failed. */
    Result<Done> rescue();

    /** What is in the list of events after the one with this number: the number of the last, and the jobs they are about. */
    struct News
    {
        std::int64_t last = 0;
        std::set<JobId> jobs;
    };

    Result<News> newsAfter (std::int64_t event);

    /** The number of the last event, for newsAfter(). */
    Result<std::int64_t> newestEvent();

    std::int64_t now() const { return options.clock(); }

    std::int64_t leaseMilliseconds() const noexcept { return options.leaseMilliseconds; }

private:
    Queue (std::shared_ptr<Database>, QueueOptions);

    Result<std::optional<Job>> findWhere (const char* sql, const auto& key);

    /** Runs an update whose last two arguments are the id and the token of the claim, and notes an event when it was worth something. */
    template <typename... Arguments>
    Result<bool> update (const Claim&, const char* event, const std::string& note, const char* sql, const Arguments&...);

    std::mutex mutex;
    std::shared_ptr<Database> database;
    QueueOptions options;
    std::string owner;
};

} // namespace athanor
