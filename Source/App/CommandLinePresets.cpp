// SPDX-License-Identifier: GPL-3.0-or-later
// Presets in the shell.
#include "App/CommandLineTools.h"
#include "App/Presets/PresetDesk.h"
#include "App/Session.h"
#include "Store/Paths.h"

namespace athanor::tools
{

Result<Outcome> presets (const PresetSearchArguments& wanted)
{
    Session session;

    // Without a library there are hearts and tags of nobody's own, but presets all the same.
    static_cast<void> (session.preferences().open (paths::library()));
    session.presets().begin();
    session.presets().shelf.settle();

    const auto found = session.actions().run ("preset.search", { { "words", wanted.words }, { "category", wanted.category }, { "author", wanted.author }, { "tags", wanted.tags }, { "favourites", wanted.onlyFavourites } });

    if (! found)
        return found.failure();

    Outcome outcome { {}, *found };

    for (const auto place : session.presets().list())
    {
        const auto& item = session.presets().shelf.index().items()[place];
        outcome.text += item.category + "\t" + item.name + (item.author.empty() ? "" : " by " + item.author) + (item.problem.empty() ? "" : ": " + item.problem) + "\n";
    }

    return outcome;
}

} // namespace athanor::tools
