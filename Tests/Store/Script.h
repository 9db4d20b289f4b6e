// SPDX-License-Identifier: GPL-3.0-or-later
// A session at the desk as a function of a seed: edits, undos, redos, saves and recordings taken in, the same whoever runs it.
#pragma once

#include "Core/Hash.h"
#include "Model/Sanitise.h"
#include "Store/ProjectFolder.h"
#include "Support/RandomEdit.h"

#include <set>
#include <string>

namespace athanor
{

class Script
{
public:
    Script (std::uint64_t seed, History start) : history (std::move (start)), dice (seed) {}

    /** What a step did. */
    enum class Kind { edit,
                      undo,
                      redo,
                      save,
                      takeIn };

    /** Does the next step to the history and, if there is one, to the folder. */
    Kind step (ProjectFolder* folder)
    {
        switch (dice.below (10))
        {
            case 0:
            case 1:
                if (history.undo() && folder != nullptr)
                    folder->undid();

                return Kind::undo;
            case 2:
                if (history.redo() && folder != nullptr)
                    folder->redid();

                return Kind::redo;
            case 3:
                if (folder != nullptr && ! folder->save (history.project()))
                    std::abort();

                return Kind::save;
            case 4:
                takeIn (folder);
                return Kind::takeIn;
            default:
                edit (folder);
                return Kind::edit;
        }
    }

    History history;
    std::set<std::string> takenIn; ///< The hashes of all recordings that were.

private:
    void edit (ProjectFolder* folder)
    {
        auto after = history.project();
        auto name = performRandomEdit (after, dice);
        sanitise (after);
        perform (difference (std::move (name), history.project(), after), folder);
    }

    /** A recording comes into the project: first its file, then the change that names it. */
    void takeIn (ProjectFolder* folder)
    {
        std::string bytes (static_cast<std::size_t> (dice.between (1'000, 200'000)), 'x');

        for (auto& byte : bytes)
            byte = static_cast<char> (dice.below (256));

        const auto hash = contentHash (bytes);

        if (folder != nullptr && ! folder->assets().addBytes (bytes))
            std::abort();

        takenIn.insert (hash);
        auto after = history.project();
        after.assets.put (hash, { "recording", 48'000, 1, static_cast<std::int64_t> (bytes.size()), {} });
        perform (difference ("take in recording", history.project(), after), folder);
    }

    void perform (const Change& change, ProjectFolder* folder)
    {
        if (! change.edits.empty() && history.perform (change) && folder != nullptr)
            folder->performed (change);
    }

    Dice dice;
};

} // namespace athanor
