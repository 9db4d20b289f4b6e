// SPDX-License-Identifier: GPL-3.0-or-later
// Joins two projects that grew from one.
#pragma once

#include "Model/Change.h"
#include "Model/Project.h"

namespace athanor
{

/** A place that both changed, and what was kept. */
struct Conflict
{
    Address at;
    Value mine, theirs;
    bool isMineKept = true;
};

struct Merged
{
    Project project;
    std::vector<Conflict> conflicts;
};

/** Everything that changed from `origin` in `mine` or in `theirs`.

    Where both changed one place differently, mine stays and the conflict is listed. What one deleted and the other
    edited is kept, so that no work is lost.
*/
Merged merge (const Project& mine, const Project& theirs, const Project& origin);

} // namespace athanor
