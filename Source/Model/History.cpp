// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/History.h"

namespace athanor
{

History::History (Project project, std::vector<Change> doneBefore, std::vector<Change> undoneBefore, Older older)
    : now (std::move (project)), done (std::move (doneBefore)), undone (std::move (undoneBefore)), findOlder (std::move (older))
{
    fetchOlder();
}

/** Before anybody asks what could be undone. */
void History::fetchOlder()
{
    if (done.empty() && findOlder)
        done = findOlder();
}

bool History::perform (Change change)
{
    auto next = apply (now, change);

    if (! next)
        return false;

    now = *std::move (next);
    done.push_back (std::move (change));
    undone.clear();
    return true;
}

bool History::undo()
{
    auto next = done.empty() ? std::nullopt : apply (now, inverse (done.back()));

    if (! next)
        return false;

    now = *std::move (next);
    undone.push_back (std::move (done.back()));
    done.pop_back();
    fetchOlder();
    return true;
}

bool History::redo()
{
    auto next = undone.empty() ? std::nullopt : apply (now, undone.back());

    if (! next)
        return false;

    now = *std::move (next);
    done.push_back (std::move (undone.back()));
    undone.pop_back();
    return true;
}

} // namespace athanor
