// SPDX-License-Identifier: GPL-3.0-or-later
// Every change of a project, on the disk as soon as it is made, so that a crash takes nothing and undo outlives the program.
#pragma once

#include "Core/Result.h"
#include "Model/History.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace athanor
{

/** What a journal knows when it is opened. */
struct Restored
{
    std::vector<Change> sinceSaved;   ///< Leads from the saved project to the one that was open last.
    std::vector<Change> done, undone; ///< As History wants them; `done` only the last ones.
    History::Older older;
};

/** The history of one project in a database.

    Changes form a tree: each one stands on the change before it, and the open project stands on one of them. So undo,
    redo and the way from the saved project to the open one are walks in that tree, whatever was done in between, and
    nothing is ever overwritten. A thread of its own writes; nobody else waits for the disk.
*/
class Journal
{
public:
    /** Opens or makes the database. */
    static Result<std::shared_ptr<Journal>> open (const std::filesystem::path&);

    Journal (const Journal&) = delete;

    /** Waits until all is written. */
    ~Journal();

    /** Whether nothing was ever written. Only before the first of the calls below. */
    bool isEmpty() const;

    /** What happened since a project whose text has this content hash was saved; nothing when the journal does not know
        that text. Only before the first of the calls below. */
    Result<std::optional<Restored>> restore (const std::string& savedHash);

    /** Begins a new history with a project that was never seen before. What came before stays in the file. */
    Result<Done> begin (const std::string& savedHash);

    // Each returns at once.

    void perform (Change);
    void undo();
    void redo();

    /** The project as it is now is what the text with this hash says. Before the text is put in its place: a crash between the
        two leaves the old text, whose hash is known as well. Returns when it is on the disk. */
    Result<Done> markSaved (const std::string& hash);

    /** Goes back to the project that was saved with this hash: what was done since is not recovered. Returns when it is on
        the disk. */
    Result<Done> discard (const std::string& savedHash);

    /** Returns when all is on the disk, or why it is not. */
    Result<Done> flush();

    /** How many of the calls above are on the disk. */
    std::int64_t written() const;

    /** Why the last attempt to write failed, while that is so: it is tried again every second. Also when the file that was
        written to is no longer where it was, so that nobody would find what is in it. */
    std::optional<Failure> problem() const;

    /** Writes a copy of the database, with all that is on the disk. */
    Result<Done> copyTo (const std::filesystem::path&);

private:
    struct Private;

    explicit Journal (std::unique_ptr<Private>);

    std::unique_ptr<Private> self;
};

} // namespace athanor
