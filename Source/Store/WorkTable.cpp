// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/WorkTable.h"

#include <array>

namespace athanor
{

namespace
{
constexpr std::array schema {
    "CREATE TABLE work (key TEXT NOT NULL, version INTEGER NOT NULL, patch TEXT NOT NULL, artifact TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL, "
    "made INTEGER NOT NULL, PRIMARY KEY (key, version)) STRICT, WITHOUT ROWID;"
};

StoredWork workIn (const ResultRow& row)
{
    return { row.text (0), static_cast<int> (row.integer (1)), row.text (2), row.text (3), row.text (4), row.text (5), TimePoint (std::chrono::milliseconds (row.integer (6))) };
}
} // namespace

Result<WorkTable> WorkTable::open (std::shared_ptr<Library> library)
{
    if (const auto ready = library->database().migrate ("works", schema); ! ready)
        return ready.failure();

    return WorkTable (std::move (library));
}

std::optional<StoredWork> WorkTable::find (const std::string& key) const
{
    std::optional<StoredWork> found;
    static_cast<void> (shelf->database().each (
        "SELECT key, version, patch, artifact, name, category, made FROM work WHERE key = ? ORDER BY version DESC LIMIT 1", [&] (const ResultRow& row) { found = workIn (row); }, key));
    return found;
}

std::vector<StoredWork> WorkTable::all() const
{
    std::vector<StoredWork> works;
    static_cast<void> (shelf->database().each ("SELECT key, version, patch, artifact, name, category, made FROM work AS w WHERE version = (SELECT max (version) FROM work WHERE key = w.key) ORDER BY made DESC, key",
                                               [&] (const ResultRow& row) { works.push_back (workIn (row)); }));
    return works;
}

Result<Done> WorkTable::put (const StoredWork& work)
{
    const std::int64_t made = std::chrono::duration_cast<std::chrono::milliseconds> (work.made.time_since_epoch()).count();
    return shelf->database().run ("INSERT OR REPLACE INTO work VALUES (?, ?, ?, ?, ?, ?, ?)", work.key, work.version, work.patch, work.artifact, work.name, work.category, made);
}

Result<Done> WorkTable::forget (const std::string& key) { return shelf->database().run ("DELETE FROM work WHERE key = ?", key); }

int WorkTable::count() const
{
    std::int64_t count = 0;
    static_cast<void> (shelf->database().each ("SELECT count (DISTINCT key) FROM work", [&] (const ResultRow& row) { count = row.integer (0); }));
    return static_cast<int> (count);
}

} // namespace athanor
