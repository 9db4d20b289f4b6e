// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/ChangeTree.h"

#include "Formats/Project/ChangeText.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace athanor
{

namespace
{
// `position` and `tip` are where the project stands after the entry: on which change, and on which one after all redos.
constexpr std::array schema {
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, parent INTEGER NOT NULL, position INTEGER NOT NULL,"
    " tip INTEGER NOT NULL, name TEXT NOT NULL, edits TEXT NOT NULL, seconds INTEGER NOT NULL) STRICT;"
    "CREATE INDEX saved ON entry (name, id) WHERE kind = 'save';"
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
        [&] (const ResultRow& row) { node = Node { row.text (0) == "perform", row.integer (1), row.text (2), row.text (3) }; }, id);

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

/** The ids from the tip down to the first after the position. */
std::vector<EntryId> idsToRedo (Database& database, const TreePlace& place)
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

/** `from` is a database or a transaction. */
decltype (auto) readSaved (auto& from, const std::string& hash, EntryId& position)
{
    return from.each (
        "SELECT position FROM entry WHERE kind = 'save' AND name = ? ORDER BY id DESC LIMIT 1",
        [&] (const ResultRow& row) { position = row.integer (0); }, hash);
}

std::int64_t secondsNow()
{
    return std::chrono::duration_cast<std::chrono::seconds> (std::chrono::system_clock::now().time_since_epoch()).count();
}
} // namespace

Result<Done> prepareChangeTree (Database& database) { return database.migrate ("journal", schema); }

Result<TreePlace> readPlace (Database& database)
{
    TreePlace place;

    const auto read = database.each ("SELECT id, position, tip FROM entry ORDER BY id DESC LIMIT 1", [&] (const ResultRow& row) {
        place.last = row.integer (0);
        place.position = row.integer (1);
        place.tip = row.integer (2);
    });

    if (! read)
        return read.failure();

    place.undone = idsToRedo (database, place);
    return place;
}

Result<EntryId> findSaved (Database& database, const std::string& hash)
{
    EntryId saved = 0;

    if (const auto read = readSaved (database, hash, saved); ! read)
        return read.failure();

    return saved;
}

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

std::optional<std::vector<Change>> wayBetween (Database& database, EntryId from, EntryId to)
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

void ChangeTreeWriter::write (const TreeEntry& entry)
{
    const auto kind = entry.kind;

    if (kind == "perform")
        perform (entry);
    else if (kind == "begin")
        begin (entry);
    else if (kind == "save" || (kind == "undo" && undo()) || (kind == "redo" && redo()) || (kind == "discard" && discard (entry)))
        insert (kind, 0, entry.hash, {});
}

void ChangeTreeWriter::perform (const TreeEntry& entry)
{
    const auto parent = place.position;
    place.position = place.tip = place.last + 1;
    place.undone.clear();
    insert ("perform", parent, entry.change.name, formatEdits (entry.change));
}

void ChangeTreeWriter::begin (const TreeEntry& entry)
{
    place.position = place.tip = place.last + 1;
    place.undone.clear();
    insert ("begin", 0, {}, {});
    insert ("save", 0, entry.hash, {});
}

bool ChangeTreeWriter::undo()
{
    EntryId parent = 0;
    transaction.each (
        "SELECT parent FROM entry WHERE id = ? AND kind = 'perform'", [&] (const ResultRow& row) { parent = row.integer (0); }, place.position);

    if (parent == 0)
        return false;

    place.undone.push_back (place.position);
    place.position = parent;
    return true;
}

bool ChangeTreeWriter::redo()
{
    if (place.undone.empty())
        return false;

    place.position = place.undone.back();
    place.undone.pop_back();
    return true;
}

bool ChangeTreeWriter::discard (const TreeEntry& entry)
{
    EntryId saved = 0;
    readSaved (transaction, entry.hash, saved);

    if (saved == 0)
        return false;

    place.position = place.tip = saved;
    place.undone.clear();
    return true;
}

void ChangeTreeWriter::insert (std::string_view kind, EntryId parent, const std::string& name, const std::string& edits)
{
    transaction.run ("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                     ++place.last, kind, parent, place.position, place.tip, name, edits, secondsNow());
}

} // namespace athanor
