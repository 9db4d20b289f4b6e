// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Action.h"

#include <cassert>

namespace athanor
{

void Actions::add (Action action)
{
    assert (! indices.contains (action.id));
    indices.emplace (action.id, actions.size());
    actions.push_back (std::move (action));
}

const Action* Actions::find (const std::string& id) const
{
    const auto found = indices.find (id);
    return found == indices.end() ? nullptr : &actions[found->second];
}

Result<Value> Actions::run (const std::string& id, Arguments given) const
{
    const auto* action = find (id);

    if (action == nullptr)
        return Failure { "There is no action called \"" + id + "\".", "" };

    if (auto reason = action->whyNot ? action->whyNot() : std::string(); ! reason.empty())
        return Failure { std::move (reason), "" };

    for (const auto& argument : action->arguments)
    {
        if (! given.contains (argument.name) && argument.initial.isNothing())
            return Failure { "\"" + action->name + "\" needs to know: " + argument.doc, "" };

        given.try_emplace (argument.name, argument.initial);
    }

    return action->run (given);
}

} // namespace athanor
