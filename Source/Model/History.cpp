// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/History.h"

namespace athanor
{

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
