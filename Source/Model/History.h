// SPDX-License-Identifier: GPL-3.0-or-later
// The project as it is now, and the way to every project it has been.
#pragma once

#include "Model/Change.h"
#include "Model/Project.h"

#include <functional>
#include <string_view>
#include <vector>

namespace athanor
{

/** Undo without limit. What it did and undid can be listed and restored, so that it survives a restart. */
class History
{
public:
    /** Finds the changes before the oldest one known, oldest first; as many as it likes, none when there are no more. */
    using Older = std::function<std::vector<Change>()>;

    explicit History (Project project) : now (std::move (project)) {}

    /** A history as it was: `done` oldest first, `undone` in the order in which they would be redone, last first. A long one
        may begin with its last changes; `older` is asked for the others when undo comes to them. */
    History (Project project, std::vector<Change> doneBefore, std::vector<Change> undoneBefore, Older older = {});

    const Project& project() const noexcept { return now; }

    /** Each is false, and changes nothing, when there is nothing to do or the change does not fit the project. */
    bool perform (Change);
    bool undo();
    bool redo();

    /** Empty when there is nothing to undo. */
    std::string_view nameOfUndo() const noexcept { return done.empty() ? "" : std::string_view (done.back().name); }

    std::string_view nameOfRedo() const noexcept { return undone.empty() ? "" : std::string_view (undone.back().name); }

    /** Oldest first, each as it was performed; without those that `older` was not asked for yet. */
    const std::vector<Change>& changes() const noexcept { return done; }

    const std::vector<Change>& undoneChanges() const noexcept { return undone; }

private:
    void fetchOlder();

    Project now;
    std::vector<Change> done, undone; ///< Each as it was performed.
    Older findOlder;
};

} // namespace athanor
