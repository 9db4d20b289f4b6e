// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Change.h"

#include "Model/Project.h"
#include "Model/Reflect/Addresses.h"
#include "Model/Reflect/Differences.h"

#include <algorithm>

namespace athanor
{

std::string format (const Address& address)
{
    std::string text;

    for (const auto& step : address)
    {
        text += '/';

        for (const auto c : step)
            text += c == '~' ? "~0" : c == '/' ? "~1"
                                               : std::string (1, c);
    }

    return text;
}

Address parseAddress (std::string_view text)
{
    Address address;

    for (std::size_t i = 0; i < text.size(); ++i)
    {
        if (text[i] == '/')
            address.emplace_back();
        else if (address.empty())
            return {};
        else if (text[i] == '~' && i + 1 < text.size())
            address.back() += text[++i] == '1' ? '/' : '~';
        else
            address.back() += text[i];
    }

    return address;
}

std::optional<Project> apply (Project project, const Change& change)
{
    for (const auto& edit : change.edits)
        if (! (reflect::look (project, edit.at) == edit.before) || ! reflect::put (project, edit.at, edit.after))
            return {};

    return project;
}

Change inverse (Change change)
{
    std::reverse (change.edits.begin(), change.edits.end());

    for (auto& edit : change.edits)
        std::swap (edit.before, edit.after);

    return change;
}

Change difference (std::string name, const Project& before, const Project& after)
{
    Change change { std::move (name), {} };
    Address at;
    reflect::collect (before, after, at, change.edits);
    return change;
}

Value valueAt (const Project& project, const Address& address) { return reflect::look (project, address); }

Value toValue (const Project& project) { return reflect::toValue (project); }

Result<Project> projectFrom (const Value& value)
{
    Project project;
    reflect::Trail trail;

    if (! reflect::read (value, project, trail))
        return Failure { "This project has a part that cannot be read, so it was not opened.", "unreadable at " + format (trail) };

    return project;
}

} // namespace athanor
