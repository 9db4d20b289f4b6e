// SPDX-License-Identifier: GPL-3.0-or-later
// The project as it is now, and the way to every project it has been.
#pragma once

#include "Model/Change.h"
#include "Model/Project.h"

#include <string_view>
#include <vector>

namespace athanor
{

/** Undo without limit. What it did and undid can be listed and restored, so that it survives a restart. */
class History
{
public:
    explicit History (Project project) : now (std::move (project)) {}

    /** A history as it was: `done` oldest first, `undone` in the order in which they would be redone, last first. */
    History (Project project, std::vector<Change> doneBefore, std::vector<Change> undoneBefore)
        : now (std::move (project)), done (std::move (doneBefore)), undone (std::move (undoneBefore)) {}

    const Project& project() const noexcept { return now; }

    /** Each is false, and changes nothing, when there is nothing to do or the change does not fit the project. */
    bool perform (Change);
    bool undo();
    bool redo();

    /** Empty when there is nothing to undo. */
    std::string_view nameOfUndo() const noexcept { return done.empty() ? "" : std::string_view (done.back().name); }

    std::string_view nameOfRedo() const noexcept { return undone.empty() ? "" : std::string_view (undone.back().name); }

    /** Oldest first, each as it was performed. */
    const std::vector<Change>& changes() const noexcept { return done; }

    const std::vector<Change>& undoneChanges() const noexcept { return undone; }

private:
    Project now;
    std::vector<Change> done, undone; ///< Each as it was performed.
};

} // namespace athanor
