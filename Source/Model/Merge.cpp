// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Merge.h"

#include "Model/Reflect/Addresses.h"

namespace athanor
{

namespace
{
/** The shortest beginning of `at` that is not in `project`: the entry that was deleted. Empty when all of it is there. */
Address missingEntry (const Project& project, const Address& at)
{
    for (std::size_t length = 1; length <= at.size(); ++length)
        if (const auto part = std::span (at).first (length); ! reflect::has (project, part))
            return { part.begin(), part.end() };

    return {};
}

/** `at` and one step more. */
Address inside (Address at, const std::string& name)
{
    at.push_back (name);
    return at;
}

/** Whether addresses lead on into what stands at `at`: false for what is replaced whole, as a field nobody knows. */
bool leadsOn (const Project& project, const Address& at, const Value& value)
{
    const auto* parts = value.as<Value::Parts>();
    return parts != nullptr && ! parts->empty() && reflect::has (project, inside (at, parts->begin()->first));
}

void take (Merged& merged, const Edit& edit, const Project& theirs);

/** Both inserted something at one place, as an automation lane for one parameter: it gets the parts of both. */
void join (Merged& merged, const Address& at, const Value& mine, const Value& theirValue, const Project& theirs)
{
    for (const auto& [name, part] : *theirValue.as<Value::Parts>())
        take (merged, { inside (at, name), Value(), part }, theirs);

    // Theirs is left out of the parts where it is at its default.
    for (const auto& [name, part] : *mine.as<Value::Parts>())
        if (const auto place = inside (at, name); theirValue.part (name) == nullptr && reflect::has (theirs, place))
            take (merged, { place, Value(), valueAt (theirs, place) }, theirs);
}

void take (Merged& merged, const Edit& edit, const Project& theirs)
{
    const auto current = valueAt (merged.project, edit.at);
    const auto missing = missingEntry (merged.project, edit.at);
    const auto isInsideDeleted = ! missing.empty() && missing.size() < edit.at.size();

    if (! isInsideDeleted && current == edit.after)
        return;

    if (! isInsideDeleted && current == edit.before && reflect::put (merged.project, edit.at, edit.after))
        return;

    // They changed something that I deleted, or something inside of it: it comes back as they have it.
    if (! missing.empty())
    {
        const auto whole = valueAt (theirs, missing);
        const auto isBack = reflect::put (merged.project, missing, whole);
        merged.conflicts.push_back ({ missing, Value(), whole, ! isBack });
        return;
    }

    if (edit.before.isNothing() && current.as<Value::Parts>() != nullptr && edit.after.as<Value::Parts>() != nullptr && (leadsOn (merged.project, edit.at, current) || leadsOn (theirs, edit.at, edit.after)))
        join (merged, edit.at, current, edit.after, theirs);
    else
        merged.conflicts.push_back ({ edit.at, current, edit.after });
}
} // namespace

Merged merge (const Project& mine, const Project& theirs, const Project& origin)
{
    Merged merged { mine, {} };

    for (const auto& edit : difference ("merge", origin, theirs).edits)
        take (merged, edit, theirs);

    return merged;
}

} // namespace athanor
