// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of a project as they stand in its journal: a tree, in which the open project stands on one change.
#pragma once

#include "Model/Change.h"
#include "Store/Sqlite.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

using EntryId = std::int64_t;

/** Where the open project stands. Ids rise from a change to those that stand on it; zero is nowhere. */
struct TreePlace
{
    EntryId last = 0;            ///< Of all entries.
    EntryId position = 0;        ///< The change the project stands on, or the root.
    EntryId tip = 0;             ///< The one it would stand on after every redo.
    std::vector<EntryId> undone; ///< From the tip down to the next to be redone.
};

/** Makes the tables, if they are not there. */
Result<Done> prepareChangeTree (Database&);

Result<TreePlace> readPlace (Database&);

/** Where the project stood when the text with this hash was saved last; 0 if it never was. */
Result<EntryId> findSaved (Database&, const std::string& hash);

/** At most so many changes that `id` stands on, with itself, oldest first; fewer where the tree ends or is damaged. `id`
    becomes that of the next older one. */
std::vector<Change> takeChanges (Database&, EntryId& id, std::size_t most);

/** What leads from one place in the tree to another; nothing when there is no way. */
std::optional<std::vector<Change>> wayBetween (Database&, EntryId from, EntryId to);

/** What is to be added to the tree. */
struct TreeEntry
{
    std::string_view kind; ///< "perform", "undo", "redo", "save", "begin" or "discard".
    Change change;         ///< Of "perform".
    std::string hash;      ///< Of "save", "begin" and "discard": of the text on the disk.
};

/** Adds entries, and keeps account of where that leads. */
class ChangeTreeWriter
{
public:
    ChangeTreeWriter (Transaction& t, TreePlace& p) : transaction (t), place (p) {}

    void write (const TreeEntry&);

private:
    void perform (const TreeEntry&);
    void begin (const TreeEntry&);
    bool undo();
    bool redo();
    bool discard (const TreeEntry&);
    void insert (std::string_view kind, EntryId parent, const std::string& name, const std::string& edits);

    Transaction& transaction;
    TreePlace& place;
};

} // namespace athanor
