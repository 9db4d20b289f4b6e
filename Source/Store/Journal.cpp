// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Journal.h"

#include "Formats/Project/ChangeText.h"
#include "Store/Sqlite.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
using EntryId = std::int64_t;

// `position` and `tip` are where the project stands after the entry: on which change, and on which one after all redos.
constexpr std::array schema {
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, parent INTEGER NOT NULL, position INTEGER NOT NULL,"
    " tip INTEGER NOT NULL, name TEXT NOT NULL, edits TEXT NOT NULL, seconds INTEGER NOT NULL) STRICT;"
    "CREATE INDEX saved ON entry (name, id) WHERE kind = 'save';"
};

constexpr std::size_t changesAtOnce = 500; ///< Of the undo history, from the disk.

/** What waits to be written. */
struct Entry
{
    const char* kind = "";
    Change change;    ///< Of "perform".
    std::string hash; ///< Of "save", "begin" and "discard".
};

/** Where the open project stands in the tree. Ids rise from a change to those that stand on it. */
struct Place
{
    EntryId last = 0, position = 0, tip = 0;
    std::vector<EntryId> undone; ///< From the tip down to the next to be redone.
};

/** One entry of the tree, from the database. */
struct Node
{
    bool isChange = false;
    EntryId parent = 0;
    std::string name, edits;
};

std::optional<Node> readNode (Database& database, EntryId id)
{
    std::optional<Node> node;

    const auto read = database.each (
        "SELECT kind, parent, name, edits FROM entry WHERE id = ? AND kind IN ('perform', 'begin')",
        [&] (const Row& row) { node = Node { row.text (0) == "perform", row.integer (1), row.text (2), row.text (3) }; }, id);

    return read ? node : std::nullopt;
}

/** The change at `id`, which then becomes the id of the one it stands on; nothing at the root and where the file is damaged. */
std::optional<Change> takeChange (Database& database, EntryId& id)
{
    auto node = readNode (database, id);

    if (! node || ! node->isChange || node->parent >= id)
        return {};

    auto change = parseEdits (std::move (node->name), node->edits);

    if (! change)
        return {};

    id = node->parent;
    return *change;
}

/** At most so many changes that `id` stands on, with itself, oldest first. `id` becomes that of the next older one. */
std::vector<Change> takeChanges (Database& database, EntryId& id, std::size_t most)
{
    std::vector<Change> changes;

    while (changes.size() < most)
        if (auto change = takeChange (database, id))
            changes.push_back (*std::move (change));
        else
            break;

    std::reverse (changes.begin(), changes.end());
    return changes;
}

/** What leads from one place in the tree to another; nothing when there is no way. */
std::optional<std::vector<Change>> way (Database& database, EntryId from, EntryId to)
{
    std::vector<Change> back, forth;

    // The higher id cannot be an ancestor of the lower one, so one of its own ancestors is where the two meet.
    while (from != to)
    {
        const auto isBack = from > to;
        auto change = takeChange (database, isBack ? from : to);

        if (! change)
            return {};

        if (isBack)
            back.push_back (inverse (*std::move (change)));
        else
            forth.push_back (*std::move (change));
    }

    back.insert (back.end(), forth.rbegin(), forth.rend());
    return back;
}

/** The ids from the tip down to the first after the position. */
std::vector<EntryId> idsToRedo (Database& database, const Place& place)
{
    std::vector<EntryId> ids;

    for (auto id = place.tip; id > place.position;)
    {
        const auto node = readNode (database, id);

        if (! node || ! node->isChange)
            return {};

        ids.push_back (id);
        id = node->parent;
    }

    return ids;
}

/** Where the text with this hash was saved last; 0 if never. `from` is a database or a transaction. */
decltype (auto) findSaved (auto& from, const std::string& hash, EntryId& position)
{
    return from.each (
        "SELECT position FROM entry WHERE kind = 'save' AND name = ? ORDER BY id DESC LIMIT 1",
        [&] (const Row& row) { position = row.integer (0); }, hash);
}

std::int64_t secondsNow()
{
    return std::chrono::duration_cast<std::chrono::seconds> (std::chrono::system_clock::now().time_since_epoch()).count();
}

/** Writes entries and keeps account of where that leads. */
class Writer
{
public:
    Writer (Transaction& t, Place& p) : transaction (t), place (p) {}

    void write (const Entry& entry)
    {
        const auto kind = std::string_view (entry.kind);

        if (kind == "perform")
            perform (entry);
        else if (kind == "begin")
            begin (entry);
        else if (kind == "save" || (kind == "undo" && undo()) || (kind == "redo" && redo()) || (kind == "discard" && discard (entry)))
            insert (kind, 0, entry.hash, {});
    }

private:
    void perform (const Entry& entry)
    {
        const auto parent = place.position;
        place.position = place.tip = place.last + 1;
        place.undone.clear();
        insert ("perform", parent, entry.change.name, formatEdits (entry.change));
    }

    void begin (const Entry& entry)
    {
        place.position = place.tip = place.last + 1;
        place.undone.clear();
        insert ("begin", 0, {}, {});
        insert ("save", 0, entry.hash, {});
    }

    bool undo()
    {
        EntryId parent = 0;
        transaction.each (
            "SELECT parent FROM entry WHERE id = ? AND kind = 'perform'", [&] (const Row& row) { parent = row.integer (0); }, place.position);

        if (parent == 0)
            return false;

        place.undone.push_back (place.position);
        place.position = parent;
        return true;
    }

    bool redo()
    {
        if (place.undone.empty())
            return false;

        place.position = place.undone.back();
        place.undone.pop_back();
        return true;
    }

    bool discard (const Entry& entry)
    {
        EntryId saved = 0;
        findSaved (transaction, entry.hash, saved);

        if (saved == 0)
            return false;

        place.position = place.tip = saved;
        place.undone.clear();
        return true;
    }

    void insert (std::string_view kind, EntryId parent, const std::string& name, const std::string& edits)
    {
        transaction.run ("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                         ++place.last, kind, parent, place.position, place.tip, name, edits, secondsNow());
    }

    Transaction& transaction;
    Place& place;
};
} // namespace

struct Journal::Private
{
    Private (std::shared_ptr<Database> w, std::shared_ptr<Database> r) : writing (std::move (w)), reading (std::move (r)) {}

    void add (Entry entry)
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
            lock.lock();

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
        Writer writer (transaction, after);

        for (const auto& entry : pending)
            writer.write (entry);

        const auto result = transaction.commit();

        if (result)
            place = std::move (after);

        return result;
    }

    std::shared_ptr<Database> writing, reading;
    Place place;                ///< The store thread's own, once that runs.
    std::vector<Entry> pending; ///< As well.

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Entry> queue;
    std::int64_t added = 0, done = 0, attempts = 0;
    std::optional<Failure> problem;
    bool isEnding = false, isAwaited = false;
    std::thread thread;
};

Result<std::shared_ptr<Journal>> Journal::open (const std::filesystem::path& path)
{
    const DatabaseOptions options { .durability = Durability::full, .isFromStrangers = true };
    const auto writing = Database::open (path, options), reading = Database::open (path, options);

    if (! writing || ! reading)
        return (writing ? reading : writing).failure();

    if (const auto ready = (*writing)->migrate (schema); ! ready)
        return ready.failure();

    auto inside = std::make_unique<Private> (*writing, *reading);
    auto& place = inside->place;

    const auto read = (*writing)->each ("SELECT id, position, tip FROM entry ORDER BY id DESC LIMIT 1", [&] (const Row& row) {
        place.last = row.integer (0);
        place.position = row.integer (1);
        place.tip = row.integer (2);
    });

    if (! read)
        return read.failure();

    place.undone = idsToRedo (**reading, place);
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
    EntryId saved = 0;

    if (const auto read = findSaved (database, savedHash, saved); ! read)
        return read.failure();

    auto sinceSaved = saved != 0 ? way (database, saved, place.position) : std::nullopt;

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
    return self->problem;
}

Result<Done> Journal::copyTo (const std::filesystem::path& path)
{
    return self->reading->run ("VACUUM INTO ?", path.string());
}

} // namespace athanor
