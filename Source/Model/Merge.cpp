// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Merge.h"

#include "Model/Reflect.h"

namespace athanor
{

namespace
{
/** The longest beginning of `at` that exists in `project`, and one step more: the entry that was deleted. */
Address missingEntry (const Project& project, const Address& at)
{
    for (std::size_t length = 1; length <= at.size(); ++length)
        if (const Address part (at.begin(), at.begin() + static_cast<std::ptrdiff_t> (length)); valueAt (project, part).isNothing())
            return part;

    return {};
}

/** Whether addresses lead on into what stands at `at`: false for what is replaced whole, as a field nobody knows. */
bool hasAddressesInside (const Project& project, Address at, const Value::Parts& parts)
{
    at.push_back (parts.empty() ? std::string() : parts.begin()->first);
    return ! valueAt (project, at).isNothing();
}

void take (Merged& merged, const Edit& edit, const Project& theirs);

/** Both inserted something at one place, as an automation lane for one parameter: it gets the parts of both. */
void join (Merged& merged, const Edit& edit, const Value::Parts& parts, const Project& theirs)
{
    for (const auto& [name, part] : parts)
    {
        auto at = edit.at;
        at.push_back (name);
        take (merged, { std::move (at), Value(), part }, theirs);
    }
}

void take (Merged& merged, const Edit& edit, const Project& theirs)
{
    const auto current = valueAt (merged.project, edit.at);

    if (current == edit.after)
        return;

    if (current == edit.before && reflect::put (merged.project, edit.at, edit.after))
        return;

    // They changed or added something inside what I deleted: it comes back as they have it.
    if (const auto missing = missingEntry (merged.project, edit.at); current.isNothing() && ! missing.empty())
    {
        const auto whole = valueAt (theirs, missing);
        const auto isBack = reflect::put (merged.project, missing, whole);
        merged.conflicts.push_back ({ missing, Value(), whole, ! isBack });
        return;
    }

    const auto* parts = edit.after.as<Value::Parts>();

    if (parts != nullptr && edit.before.isNothing() && current.as<Value::Parts>() != nullptr && hasAddressesInside (theirs, edit.at, *parts))
        join (merged, edit, *parts, theirs);
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
