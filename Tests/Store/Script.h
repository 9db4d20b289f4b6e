// SPDX-License-Identifier: GPL-3.0-or-later
// A session at the desk as a function of a seed: edits, undos, redos and saves, the same whoever runs it.
#pragma once

#include "Model/Sanitise.h"
#include "Store/ProjectFolder.h"
#include "Support/RandomEdit.h"

namespace athanor
{

class Script
{
public:
    Script (std::uint64_t seed, History start) : history (std::move (start)), dice (seed) {}

    /** Does the next step to the history and, if there is one, to the folder. */
    void step (ProjectFolder* folder)
    {
        switch (dice.below (10))
        {
            case 0:
            case 1:
                if (history.undo() && folder != nullptr)
                    folder->undid();

                break;
            case 2:
                if (history.redo() && folder != nullptr)
                    folder->redid();

                break;
            case 3:
                if (folder != nullptr && ! folder->save (history.project()))
                    std::abort();

                break;
            default:
                edit (folder);
        }
    }

    History history;

private:
    void edit (ProjectFolder* folder)
    {
        auto after = history.project();
        auto name = performRandomEdit (after, dice);
        sanitise (after);
        const auto change = difference (std::move (name), history.project(), after);

        if (change.edits.empty() || ! history.perform (change))
            return;

        if (folder != nullptr)
            folder->performed (change);
    }

    Dice dice;
};

} // namespace athanor
