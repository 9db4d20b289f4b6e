// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/Clerk.h"

#include "App/Jobs/ImportJob.h"
#include "App/Jobs/RenderJob.h"
#include "Core/Hash.h"
#include "Core/Id.h"
#include "Store/Paths.h"
#include "Store/Sqlite.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr auto pauseBeforeTryingAgain = std::chrono::seconds (1);
constexpr std::int64_t keptMilliseconds = std::int64_t { 30 } * 24 * 3600 * 1000;
constexpr std::time_t youngestRubbish = 24 * 3600; // seconds
constexpr int mostJobs = 200, mostKept = 100'000;

/** Jobs give way to what the musician does. Threads that a job makes inherit it. */
void giveWay (int niceness) { ::setpriority (PRIO_PROCESS, static_cast<id_t> (::gettid()), niceness); }

JobKinds quiet (JobKinds kinds, int niceness)
{
    for (auto& [name, function] : kinds)
        function = [function, niceness] (JobContext& context) {
            giveWay (niceness);
            return function (context);
        };

    return kinds;
}

/** Every content hash that a job names. */
void namedIn (const Value& value, std::set<std::string>& hashes)
{
    if (const auto* parts = value.as<Value::Parts>())
        for (const auto& [name, part] : *parts)
            if (const auto* text = part.as<std::string>(); text != nullptr && isContentHash (*text))
                hashes.insert (*text);
}

/** Files that nobody has made or linked for a day. */
std::vector<fs::path> oldFilesIn (const fs::path& folder)
{
    std::vector<fs::path> old;
    std::error_code ignored;

    for (fs::directory_iterator at (folder, ignored), end; ! ignored && at != end; at.increment (ignored))
        if (struct stat about {}; ::stat (at->path().c_str(), &about) == 0 && std::time (nullptr) - about.st_ctime > youngestRubbish)
            old.push_back (at->path());

    return old;
}
} // namespace

Clerk::Clerk (JobDeskOptions o, JobPlace& p)
    : options (std::move (o)), place (p), events ([this] {
          const std::lock_guard lock (mutex);
          isWoken = true;
          changed.notify_all();
      })
{}

Clerk::~Clerk()
{
    {
        const std::lock_guard lock (mutex);
        isEnding = true;
    }

    changed.notify_all();

    if (thread.joinable())
        thread.join();

    worker.reset();
    queue.reset();
    std::error_code ignored;

    if (makeshift)
        fs::remove_all (*makeshift, ignored);
}

void Clerk::begin()
{
    if (! thread.joinable())
        thread = std::thread ([this] { run(); });
}

void Clerk::add (Task task)
{
    begin();

    {
        const std::lock_guard lock (mutex);
        tasks.push_back (std::move (task));
        ++added;
    }

    changed.notify_all();
}

void Clerk::order (std::function<Result<JobId> (Queue&)> make)
{
    add ([this, make = std::move (make)] (Queue& jobs) {
        const auto id = make (jobs);

        if (! id)
            return say (id.failure());

        const std::lock_guard lock (mutex);
        news.ordered.insert (*id);
    });
}

void Clerk::change (std::function<Result<Done> (Queue&)> make)
{
    add ([this, make = std::move (make)] (Queue& jobs) {
        if (const auto made = make (jobs); ! made)
            say (made.failure());
    });
}

void Clerk::listen (JobId id, const fs::path& file) { listening.insert_or_assign (id, file); }

void Clerk::say (const Failure& failure)
{
    const std::lock_guard lock (mutex);
    news.messages.push_back (failure.message);
    hasNews = true;
}

std::optional<JobNews> Clerk::takeNews()
{
    // Never waits: whoever holds it now has news that are not complete yet.
    const std::unique_lock lock (mutex, std::try_to_lock);

    if (! lock || ! hasNews)
        return {};

    hasNews = false;
    auto taken = news;
    news.ordered.clear();
    news.messages.clear();
    news.analyses.clear();
    return taken;
}

void Clerk::settle()
{
    std::unique_lock lock (mutex);
    changed.wait (lock, [this] { return done == added || isEnding; });
}

void Clerk::run()
{
    giveWay (options.niceness);

    while (! open())
    {
        std::unique_lock lock (mutex);

        if (changed.wait_for (lock, pauseBeforeTryingAgain, [this] { return isEnding; }))
            return;
    }

    std::unique_lock lock (mutex);

    // What was ordered is in the queue before the program ends.
    while (! isEnding || ! tasks.empty())
    {
        isWoken = false;
        auto now = std::exchange (tasks, {});
        lock.unlock();

        for (const auto& task : now)
            task (*queue);

        if (! now.empty() && worker != nullptr)
            worker->wake();

        look();
        lock.lock();
        done += static_cast<std::int64_t> (now.size());
        changed.notify_all();
        changed.wait (lock, [this] { return isEnding || isWoken || ! tasks.empty(); });
    }
}

Result<std::shared_ptr<Queue>> Clerk::openQueue (const fs::path& library)
{
    auto opened = Queue::open (library);

    if (! opened && Database::isDamaged (library) && Database::putAside (library))
    {
        opened = Queue::open (library);
        say ({ "Your library was damaged and had to be begun anew; your projects are not touched by that.", "" });
    }

    return opened;
}

bool Clerk::open()
{
    const auto library = options.library.empty() ? paths::library() : options.library;
    auto opened = openQueue (library);
    place.artifacts = Assets (options.artifacts.empty() ? paths::artifacts() : options.artifacts);

    // Where nothing can be kept, jobs are done all the same.
    std::error_code ignored;

    if (! opened && ::access (library.parent_path().c_str(), W_OK) != 0)
    {
        makeshift = fs::temp_directory_path (ignored) / ("athanor-jobs-" + toHex (randomBits()));
        fs::create_directories (*makeshift, ignored);
        opened = Queue::open (*makeshift / "library.sqlite");
        place.artifacts = Assets (*makeshift / "Artifacts");
        say ({ "Your library cannot be written, so jobs are forgotten when Athanor ends.", opened ? std::string() : opened.failure().detail });
    }

    if (! opened)
    {
        if (std::exchange (lastComplaint, opened.failure().message) != opened.failure().message)
            say (opened.failure());

        return false;
    }

    queue = *opened;
    static_cast<void> (queue->forgetBefore (queue->now() - keptMilliseconds));
    collect();

    if (options.workers > 0)
        worker = std::make_unique<Worker> (*queue, quiet (allJobKinds (place), options.niceness), &events, WorkerOptions { options.workers, options.tick });

    return true;
}

/** Removes artifacts that no job names any more. Young ones may belong to an order that is just being placed. */
void Clerk::collect()
{
    const auto old = oldFilesIn (place.artifacts.path());
    const auto jobs = queue->list (mostKept);

    if (old.empty() || ! jobs)
        return;

    std::set<std::string> named;

    for (const auto& job : *jobs)
    {
        namedIn (job.request.input, named);
        namedIn (job.result, named);
    }

    for (const auto& hash : std::set<std::string> (named))
        if (const auto project = readStored (hash, place.artifacts))
            named.merge (usedAssets (*project));

    std::error_code ignored;

    for (const auto& file : old)
        if (! named.contains (file.filename().string()))
            fs::remove (file, ignored);
}

/** Reads the list, with what the workers say that is newer. */
void Clerk::look()
{
    auto jobs = queue->list (mostJobs, { renderKind, importKind });
    const auto heard = events.poll();
    std::vector<std::pair<fs::path, Job>> analyses;

    if (! jobs)
        return;

    for (const auto& [id, file] : listening)
        if (const auto job = queue->find (id); job && *job && isOver ((*job)->state))
            analyses.emplace_back (file, **job);

    for (const auto& [file, job] : analyses)
        listening.erase (job.id);

    auto list = *jobs;

    for (const auto& event : heard)
        for (auto& job : list)
            if (job.id == event.id && job.state == JobState::running && event.state == JobState::running)
            {
                job.progress = event.progress;
                job.secondsLeft = event.secondsLeft;
            }

    const std::lock_guard lock (mutex);
    news.jobs = std::move (list);
    std::move (analyses.begin(), analyses.end(), std::back_inserter (news.analyses));
    hasNews = true;
}

} // namespace athanor
