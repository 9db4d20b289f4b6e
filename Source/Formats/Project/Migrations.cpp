// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Project/Migrations.h"

namespace athanor
{

std::span<const Migration> migrations()
{
    // Schema 1 is the first. When it changes: raise Project::schemaVersion, add the step here, and pin a file of the old
    // schema in Tests/Corpus.
    return {};
}

int migrate (Value::Parts& project, int from, std::span<const Migration> steps)
{
    for (const auto& step : steps)
        if (step.from == from)
        {
            step.migrate (project);
            ++from;
        }

    return from;
}

} // namespace athanor
