// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Journal.h"

#include "Store/ChangeTree.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
constexpr std::size_t changesAtOnce = 500; ///< Of the undo history, from the disk.
} // namespace

struct Journal::Private
{
    Private (std::filesystem::path p, std::shared_ptr<Database> w, std::shared_ptr<Database> r) : path (std::move (p)), writing (std::move (w)), reading (std::move (r)) {}

    void add (TreeEntry entry)
    {
        {
            const std::lock_guard lock (mutex);
            queue.push_back (std::move (entry));
            ++added;
        }

        changed.notify_all();
    }

    Result<Done> flush()
    {
        std::unique_lock lock (mutex);
        const auto goal = added;
        const auto attempt = attempts;
        isAwaited = true;
        changed.notify_all();
        changed.wait (lock, [&] { return done >= goal || (problem && attempts > attempt); });

        if (done >= goal)
            return Done {};

        return *problem;
    }

    /** The store thread: writes whatever has come, all of it in one transaction, as long as the journal lives. */
    void run()
    {
        std::unique_lock lock (mutex);

        for (;;)
        {
            const auto mayBegin = [this] { return isEnding || isAwaited || (! queue.empty() && ! problem); };

            if (problem)
                changed.wait_for (lock, std::chrono::seconds (1), mayBegin);
            else
                changed.wait (lock, mayBegin);

            isAwaited = false;
            std::move (queue.begin(), queue.end(), std::back_inserter (pending));
            queue.clear();
            lock.unlock();
            const auto result = writePending();
            std::error_code error;
            const auto isThere = std::filesystem::exists (path, error);
            lock.lock();
            isGone = ! isThere;

            ++attempts;
            problem = result ? std::nullopt : std::optional (result.failure());

            if (result)
                done += static_cast<std::int64_t> (std::exchange (pending, {}).size());

            changed.notify_all();

            if (isEnding && (queue.empty() || problem))
                return;
        }
    }

    Result<Done> writePending()
    {
        if (pending.empty())
            return Done {};

        auto after = place;
        Transaction transaction (*writing);
        ChangeTreeWriter writer (transaction, after);

        for (const auto& entry : pending)
            writer.write (entry);

        const auto result = transaction.commit();

        if (result)
            place = std::move (after);

        return result;
    }

    const std::filesystem::path path;
    std::shared_ptr<Database> writing, reading;
    TreePlace place;                ///< The store thread's own, once that runs.
    std::vector<TreeEntry> pending; ///< As well.

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<TreeEntry> queue;
    std::int64_t added = 0, done = 0, attempts = 0;
    std::optional<Failure> problem;
    bool isEnding = false, isAwaited = false, isGone = false;
    std::thread thread;
};

Result<std::shared_ptr<Journal>> Journal::open (const std::filesystem::path& path)
{
    const DatabaseOptions options { .durability = Durability::full, .isFromStrangers = true };
    const auto writing = Database::open (path, options), reading = Database::open (path, options);

    if (! writing || ! reading)
        return (writing ? reading : writing).failure();

    if (const auto ready = prepareChangeTree (**writing); ! ready)
        return ready.failure();

    const auto place = readPlace (**reading);

    if (! place)
        return place.failure();

    auto inside = std::make_unique<Private> (path, *writing, *reading);
    inside->place = *place;
    return std::shared_ptr<Journal> (new Journal (std::move (inside)));
}

Journal::Journal (std::unique_ptr<Private> p) : self (std::move (p))
{
    self->thread = std::thread ([inside = self.get()] { inside->run(); });
}

Journal::~Journal()
{
    {
        const std::lock_guard lock (self->mutex);
        self->isEnding = true;
    }

    self->changed.notify_all();
    self->thread.join();
}

Result<std::optional<Restored>> Journal::restore (const std::string& savedHash)
{
    // Nothing was added yet, so the store thread sleeps and its place may be read and set.
    const std::lock_guard lock (self->mutex);
    auto& database = *self->reading;
    auto& place = self->place;
    const auto saved = findSaved (database, savedHash);

    if (! saved)
        return saved.failure();

    auto sinceSaved = *saved != 0 ? wayBetween (database, *saved, place.position) : std::nullopt;

    if (! sinceSaved)
        return std::optional<Restored>();

    Restored restored { *std::move (sinceSaved), {}, {}, {} };
    auto next = place.position, last = place.tip;
    restored.done = takeChanges (database, next, changesAtOnce);
    restored.undone = takeChanges (database, last, place.undone.size());
    std::reverse (restored.undone.begin(), restored.undone.end());
    restored.older = [reading = self->reading, next]() mutable { return takeChanges (*reading, next, changesAtOnce); };
    return std::optional (std::move (restored));
}

bool Journal::isEmpty() const { return self->place.last == 0; }

Result<Done> Journal::begin (const std::string& savedHash)
{
    self->add ({ "begin", {}, savedHash });
    return self->flush();
}

void Journal::perform (Change change) { self->add ({ "perform", std::move (change), {} }); }

void Journal::undo() { self->add ({ "undo", {}, {} }); }

void Journal::redo() { self->add ({ "redo", {}, {} }); }

Result<Done> Journal::markSaved (const std::string& hash)
{
    self->add ({ "save", {}, hash });
    return self->flush();
}

Result<Done> Journal::discard (const std::string& savedHash)
{
    self->add ({ "discard", {}, savedHash });
    return self->flush();
}

Result<Done> Journal::flush() { return self->flush(); }

std::int64_t Journal::written() const
{
    const std::lock_guard lock (self->mutex);
    return self->done;
}

std::optional<Failure> Journal::problem() const
{
    const std::lock_guard lock (self->mutex);

    if (! self->problem && self->isGone)
        return Failure { "“" + self->path.parent_path().filename().string() + "” is gone from its place: save the project under another name.", self->path.string() };

    return self->problem;
}

Result<Done> Journal::copyTo (const std::filesystem::path& path)
{
    return self->reading->run ("VACUUM INTO ?", path.string());
}

} // namespace athanor
