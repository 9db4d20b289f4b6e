// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/Clerk.h"

#include "App/Jobs/BundleJob.h"
#include "Core/Hash.h"
#include "Core/Id.h"
#include "Store/Paths.h"
#include "Store/Sqlite.h"
#include "Store/WorkTable.h"

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

/** Those of the given kinds, and the rest. */
std::pair<JobKinds, JobKinds> split (const JobKinds& kinds, const std::set<std::string>& names)
{
    std::pair<JobKinds, JobKinds> parts;

    for (const auto& [name, function] : kinds)
        (names.contains (name) ? parts.first : parts.second).emplace (name, function);

    return parts;
}

/** Every content hash that a job names. */
void namedIn (const Value& value, std::set<std::string>& hashes)
{
    if (const auto* parts = value.as<Value::Parts>())
        for (const auto& [name, part] : *parts)
            if (const auto* text = part.as<std::string>(); text != nullptr && isContentHash (*text))
                hashes.insert (*text);
}

/** Files that nobody has made or linked for so long. */
std::vector<fs::path> oldFilesIn (const fs::path& folder, std::chrono::seconds age)
{
    std::vector<fs::path> old;
    std::error_code ignored;

    for (fs::directory_iterator at (folder, ignored), end; ! ignored && at != end; at.increment (ignored))
        if (struct stat about {}; ::stat (at->path().c_str(), &about) == 0 && std::time (nullptr) - about.st_ctime > age.count())
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
    soon.reset();
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

    return lock && hasNews ? std::optional (takeAll()) : std::nullopt;
}

JobNews Clerk::waitForNews()
{
    std::unique_lock lock (mutex);
    changed.wait (lock, [this] { return hasNews || isEnding; });
    return takeAll();
}

JobNews Clerk::takeAll()
{
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

        for (auto* one : { worker.get(), soon.get() })
            if (! now.empty() && one != nullptr)
                one->wake();

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
    place.library = library;
    place.artifacts = Assets (options.artifacts.empty() ? paths::artifacts() : options.artifacts);

    // Where nothing can be kept, jobs are done all the same.
    std::error_code ignored;

    if (! opened && ::access (library.parent_path().c_str(), W_OK) != 0)
    {
        makeshift = fs::temp_directory_path (ignored) / ("athanor-jobs-" + toHex (randomBits()));
        fs::create_directories (*makeshift, ignored);
        place.library = *makeshift / "library.sqlite";
        opened = Queue::open (place.library);
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
    {
        auto [bundles, others] = split (quiet (allJobKinds (place), options.niceness), { bundleKind, quietBundleKind });
        worker = std::make_unique<Worker> (*queue, std::move (others), &events, WorkerOptions { options.workers, options.tick });
        soon = std::make_unique<Worker> (*queue, std::move (bundles), &events, WorkerOptions { 1, options.tick });
    }

    return true;
}

/** The bundles of the library. Nothing: nobody knows, and all may be one. */
std::optional<std::set<std::string>> Clerk::worksKept() const
{
    const auto library = Library::open (place.library);
    const auto works = library ? WorkTable::open (*library) : Result<WorkTable> (library.failure());

    if (! works)
        return {};

    std::set<std::string> kept;

    for (const auto& work : works->all())
        kept.insert (work.artifact);

    return kept;
}

/** Removes artifacts that no job and no work names any more. Young ones may belong to an order that is just being placed. */
void Clerk::collect()
{
    const auto old = oldFilesIn (place.artifacts.path(), options.keptAtLeast);
    const auto jobs = queue->list (mostKept);
    const auto works = worksKept();

    if (old.empty() || ! jobs || ! works)
        return;

    auto named = *works;

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
    auto kinds = listedKinds();
    kinds.insert (quietBundleKind);
    auto jobs = queue->list (mostJobs, kinds);
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
