// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Queue.h"

#include "Core/Id.h"
#include "Jobs/Owner.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace athanor
{

namespace
{
constexpr std::array schema {
    "CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL,"
    " priority INTEGER NOT NULL, added INTEGER NOT NULL, run_at INTEGER NOT NULL, ended INTEGER NOT NULL DEFAULT 0,"
    " attempts INTEGER NOT NULL DEFAULT 0, most_attempts INTEGER NOT NULL, rescues INTEGER NOT NULL DEFAULT 0,"
    " lease_until INTEGER NOT NULL DEFAULT 0, lease_token TEXT, owner TEXT, dedupe_key TEXT NOT NULL, input TEXT NOT NULL,"
    " provider TEXT NOT NULL, remote_phase TEXT NOT NULL DEFAULT '', remote_id TEXT NOT NULL DEFAULT '',"
    " progress REAL NOT NULL DEFAULT 0, seconds_left REAL, cancel_requested INTEGER NOT NULL DEFAULT 0,"
    " result TEXT NOT NULL DEFAULT 'null', error TEXT NOT NULL DEFAULT '', error_detail TEXT NOT NULL DEFAULT '') STRICT;"
    "CREATE INDEX job_ready ON job (priority DESC, run_at, id) WHERE state = 'ready';"
    "CREATE INDEX job_running ON job (id) WHERE state = 'running';"
    "CREATE INDEX job_ended ON job (ended);"
    "CREATE UNIQUE INDEX job_dedupe ON job (dedupe_key) WHERE dedupe_key != '' AND state IN ('ready', 'running');"
    "CREATE INDEX job_dedupe_done ON job (dedupe_key, ended) WHERE dedupe_key != '' AND state = 'done';"
    // Only ever added to, until its job is forgotten.
    "CREATE TABLE job_event (id INTEGER PRIMARY KEY AUTOINCREMENT, job INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,"
    " note TEXT NOT NULL) STRICT;"
    "CREATE INDEX job_event_job ON job_event (job);"
};

constexpr int mostRescues = 3;

/** A whole row of the table: the columns are in the order in which the schema makes them. */
Job readJob (const ResultRow& row)
{
    Job job;
    auto& request = job.request;
    job.id = row.integer (0);
    request.kind = row.text (1);
    request.title = row.text (2);
    job.state = jobStateFrom (row.text (3));
    request.priority = static_cast<int> (row.integer (4));
    job.added = row.integer (5);
    job.runAt = row.integer (6);
    job.attempts = static_cast<int> (row.integer (8));
    request.mostAttempts = static_cast<int> (row.integer (9));
    request.dedupeKey = row.text (14);
    request.input = row.value (15);
    request.provider = row.text (16);
    job.remotePhase = row.text (17);
    job.remoteId = row.text (18);
    job.progress = row.real (19);
    job.secondsLeft = row.isNothing (20) ? std::nullopt : std::optional (row.real (20));
    job.isCancelRequested = row.integer (21) != 0;
    job.result = row.value (22);
    job.failure = { row.text (23), row.text (24) };
    return job;
}

std::int64_t systemClock()
{
    return std::chrono::duration_cast<std::chrono::milliseconds> (std::chrono::system_clock::now().time_since_epoch()).count();
}

void note (Transaction& transaction, JobId job, std::int64_t now, std::string_view kind, const std::string& about = {})
{
    transaction.run ("INSERT INTO job_event (job, at, kind, note) VALUES (?, ?, ?, ?)", job, now, kind, about);
}

/** A job whose worker is dead. */
struct Orphan
{
    JobId id;
    int rescues;
    bool isCancelRequested;
};

void rescueOne (Transaction& transaction, const Orphan& orphan, std::int64_t now)
{
    if (orphan.isCancelRequested)
    {
        transaction.run ("UPDATE job SET state = 'cancelled', ended = ?, lease_token = NULL WHERE id = ?", now, orphan.id);
        note (transaction, orphan.id, now, "cancelled");
    }
    else if (orphan.rescues + 1 >= mostRescues)
    {
        transaction.run ("UPDATE job SET state = 'failed', ended = ?, lease_token = NULL, error = ?, error_detail = '' WHERE id = ?", now,
                         "Athanor ended three times in the middle of this, so it is not tried again by itself.", orphan.id);
        note (transaction, orphan.id, now, "failed");
    }
    else
    {
        transaction.run ("UPDATE job SET state = 'ready', run_at = ?, rescues = rescues + 1, lease_token = NULL WHERE id = ?", now, orphan.id);
        note (transaction, orphan.id, now, "rescued");
    }
}
} // namespace

Queue::Queue (std::shared_ptr<Database> d, QueueOptions o) : database (std::move (d)), options (std::move (o)), owner (newOwner())
{
    if (! options.clock)
        options.clock = systemClock;
}

Result<std::shared_ptr<Queue>> Queue::open (const std::filesystem::path& path, QueueOptions options)
{
    const auto database = Database::open (path, { .durability = Durability::full });

    if (! database)
        return database.failure();

    if (const auto ready = (*database)->migrate ("jobs", schema); ! ready)
        return ready.failure();

    return std::shared_ptr<Queue> (new Queue (*database, std::move (options)));
}

Result<JobId> Queue::add (const JobRequest& request)
{
    const std::lock_guard lock (mutex);
    Transaction transaction (*database);
    JobId id = 0;

    if (! request.dedupeKey.empty())
        transaction.each (
            "SELECT id FROM job WHERE dedupe_key = ? AND dedupe_key != '' AND state IN ('ready', 'running')",
            [&] (const ResultRow& row) { id = row.integer (0); }, request.dedupeKey);

    if (transaction.isGood() && id == 0)
    {
        transaction.run ("INSERT INTO job (kind, title, state, priority, added, run_at, most_attempts, dedupe_key, input, provider)"
                         " VALUES (?, ?, 'ready', ?, ?, ?, ?, ?, ?, ?)",
                         request.kind, request.title, request.priority, now(), now(), request.mostAttempts, request.dedupeKey, request.input, request.provider);
        id = database->lastRow();
        note (transaction, id, now(), "added");
    }

    if (const auto done = transaction.commit(); ! done)
        return done.failure();

    return id;
}

Result<std::optional<Job>> Queue::findWhere (const char* sql, const auto& key)
{
    const std::lock_guard lock (mutex);
    std::optional<Job> job;

    if (const auto read = database->each (
            sql, [&] (const ResultRow& row) { job = readJob (row); }, key);
        ! read)
        return read.failure();

    return job;
}

Result<std::optional<Job>> Queue::find (JobId id) { return findWhere ("SELECT * FROM job WHERE id = ?", id); }

Result<std::optional<Job>> Queue::findDone (const std::string& dedupeKey)
{
    return findWhere ("SELECT * FROM job WHERE dedupe_key = ? AND dedupe_key != '' AND state = 'done' ORDER BY ended DESC LIMIT 1", dedupeKey);
}

Result<std::vector<Job>> Queue::list (int most, const std::set<std::string>& kinds)
{
    const Value names (Value::List (kinds.begin(), kinds.end()));
    const std::lock_guard lock (mutex);
    std::vector<Job> jobs;

    const auto read = database->each (
        "SELECT * FROM job WHERE ? OR kind IN (SELECT value FROM json_each (?))"
        " ORDER BY state NOT IN ('ready', 'running'), ended DESC, priority DESC, id LIMIT ?",
        [&] (const ResultRow& row) { jobs.push_back (readJob (row)); }, kinds.empty(), names, most);

    if (! read)
        return read.failure();

    return jobs;
}

Result<Done> Queue::cancel (JobId id)
{
    const std::lock_guard lock (mutex);
    Transaction transaction (*database);
    transaction.run ("UPDATE job SET state = 'cancelled', ended = ? WHERE id = ? AND state = 'ready'", now(), id);

    if (database->changes() > 0)
        note (transaction, id, now(), "cancelled");
    else
        transaction.run ("UPDATE job SET cancel_requested = 1 WHERE id = ? AND state = 'running'", id);

    return transaction.commit();
}

Result<Done> Queue::retry (JobId id)
{
    const std::lock_guard lock (mutex);
    Transaction transaction (*database);
    transaction.run ("UPDATE job SET state = 'ready', run_at = ?, attempts = 0, rescues = 0, cancel_requested = 0, progress = 0, seconds_left = NULL"
                     " WHERE id = ? AND state IN ('failed', 'cancelled') AND NOT EXISTS (SELECT 1 FROM job same WHERE same.dedupe_key = job.dedupe_key"
                     " AND same.dedupe_key != '' AND same.state IN ('ready', 'running'))",
                     now(), id);

    if (database->changes() > 0)
        note (transaction, id, now(), "retried");

    return transaction.commit();
}

Result<Done> Queue::forgetBefore (std::int64_t time, const std::set<std::string>& kinds)
{
    const Value names (Value::List (kinds.begin(), kinds.end()));
    const auto isAll = kinds.empty();
    const std::lock_guard lock (mutex);
    Transaction transaction (*database);
    transaction.run ("DELETE FROM job_event WHERE job IN (SELECT id FROM job WHERE ended != 0 AND ended < ? AND state NOT IN ('ready', 'running')"
                     " AND (? OR kind IN (SELECT value FROM json_each (?))))",
                     time, isAll, names);
    transaction.run ("DELETE FROM job WHERE ended != 0 AND ended < ? AND state NOT IN ('ready', 'running')"
                     " AND (? OR kind IN (SELECT value FROM json_each (?)))",
                     time, isAll, names);
    return transaction.commit();
}

Result<std::optional<Claim>> Queue::claim (const std::set<std::string>& kinds)
{
    const auto* next = "SELECT * FROM job WHERE state = 'ready' AND run_at <= ? AND kind IN (SELECT value FROM json_each (?))"
                       " ORDER BY priority DESC, run_at, id LIMIT 1";
    const Value names (Value::List (kinds.begin(), kinds.end()));
    std::optional<Claim> claim;
    const auto read = [&] (const ResultRow& row) { claim = Claim { readJob (row), toHex (randomBits()) }; };
    const std::lock_guard lock (mutex);

    // Mostly there is nothing, and nobody has to be kept from writing to find that out.
    if (const auto looked = database->each (next, read, now(), names); ! looked || ! claim)
        return looked ? Result<std::optional<Claim>> (claim) : looked.failure();

    claim.reset();
    Transaction transaction (*database);
    transaction.each (next, read, now(), names);

    if (claim)
    {
        claim->job.state = JobState::running;
        transaction.run ("UPDATE job SET state = 'running', lease_token = ?, lease_until = ?, owner = ?, seconds_left = NULL WHERE id = ?",
                         claim->token, now() + options.leaseMilliseconds, owner, claim->job.id);
        note (transaction, claim->job.id, now(), "started", owner);
    }

    if (const auto done = transaction.commit(); ! done)
        return done.failure();

    return claim;
}

template <typename... Arguments>
Result<bool> Queue::update (const Claim& claim, const char* event, const std::string& about, const char* sql, const Arguments&... arguments)
{
    const std::lock_guard lock (mutex);
    Transaction transaction (*database);
    transaction.run (sql, arguments..., claim.job.id, claim.token);
    const auto isMine = transaction.isGood() && database->changes() > 0;

    if (isMine && *event != 0)
        note (transaction, claim.job.id, now(), event, about);

    if (const auto done = transaction.commit(); ! done)
        return done.failure();

    return isMine;
}

Result<bool> Queue::renew (const Claim& claim, double progress, std::optional<double> left)
{
    return update (claim, "", {}, "UPDATE job SET lease_until = ?, progress = ?, seconds_left = ? WHERE id = ? AND lease_token = ?",
                   now() + options.leaseMilliseconds, progress, left);
}

Result<bool> Queue::keepRemote (const Claim& claim, const std::string& phase, const std::string& id)
{
    return update (claim, "remote", phase, "UPDATE job SET remote_phase = ?, remote_id = ? WHERE id = ? AND lease_token = ?", phase, id);
}

Result<bool> Queue::complete (const Claim& claim, const Value& result)
{
    return update (claim, "done", {},
                   "UPDATE job SET state = 'done', ended = ?, progress = 1, seconds_left = NULL, lease_token = NULL, error = '', error_detail = '',"
                   " result = ? WHERE id = ? AND lease_token = ?",
                   now(), result);
}

Result<bool> Queue::fail (const Claim& claim, const FailedAttempt& attempt)
{
    const auto isCancelled = isCancelRequested (claim.job.id);

    if (! isCancelled)
        return isCancelled.failure();

    const auto failures = claim.job.attempts + 1;
    const auto mayRetry = attempt.mayRetry && failures < claim.job.request.mostAttempts;
    const auto state = *isCancelled ? JobState::cancelled : mayRetry ? JobState::ready
                                                                     : JobState::failed;
    const auto runAt = now() + std::max (attempt.millisecondsAtLeast, retryDelay (failures, randomBits()));

    return update (claim, state == JobState::ready ? "waits" : nameOf (state), attempt.failure.message,
                   "UPDATE job SET state = ?, ended = ?, run_at = ?, attempts = ?, error = ?, error_detail = ?, seconds_left = NULL, lease_token = NULL"
                   " WHERE id = ? AND lease_token = ?",
                   nameOf (state), isOver (state) ? now() : 0, runAt, failures, attempt.failure.message, attempt.failure.detail);
}

Result<bool> Queue::release (const Claim& claim)
{
    return update (claim, "released", {}, "UPDATE job SET state = 'ready', run_at = ?, lease_token = NULL WHERE id = ? AND lease_token = ?", now());
}

Result<bool> Queue::isCancelRequested (JobId id)
{
    const std::lock_guard lock (mutex);
    bool isRequested = false;

    const auto read = database->each (
        "SELECT cancel_requested FROM job WHERE id = ?", [&] (const ResultRow& row) { isRequested = row.integer (0) != 0; }, id);

    if (! read)
        return read.failure();

    return isRequested;
}

Result<Done> Queue::rescue()
{
    const std::lock_guard lock (mutex);
    std::vector<Orphan> orphans;

    // What this queue's own workers do is renewed by them, even after the machine was asleep.
    const auto find = [&] (const ResultRow& row) {
        const auto whose = row.text (3);

        if (whose != owner && (row.integer (4) < now() || isDead (whose)))
            orphans.push_back ({ row.integer (0), static_cast<int> (row.integer (1)), row.integer (2) != 0 });
    };
    const auto* running = "SELECT id, rescues, cancel_requested, owner, lease_until FROM job WHERE state = 'running'";

    if (auto looked = database->each (running, find); ! looked || orphans.empty())
        return looked;

    orphans.clear();
    Transaction transaction (*database);
    transaction.each (running, find);

    for (const auto& orphan : orphans)
        rescueOne (transaction, orphan, now());

    return transaction.commit();
}

Result<std::int64_t> Queue::newestEvent()
{
    const std::lock_guard lock (mutex);
    std::int64_t newest = 0;

    if (const auto read = database->each ("SELECT ifnull(max(id), 0) FROM job_event", [&] (const ResultRow& row) { newest = row.integer (0); }); ! read)
        return read.failure();

    return newest;
}

Result<Queue::News> Queue::newsAfter (std::int64_t event)
{
    const std::lock_guard lock (mutex);
    News news { event, {} };

    const auto read = database->each (
        "SELECT id, job FROM job_event WHERE id > ? ORDER BY id",
        [&] (const ResultRow& row) {
            news.last = row.integer (0);
            news.jobs.insert (row.integer (1));
        },
        event);

    if (! read)
        return read.failure();

    return news;
}

} // namespace athanor
