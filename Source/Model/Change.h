// SPDX-License-Identifier: GPL-3.0-or-later
// The one shape of every edit: a named list of "at this address, this becomes that".
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

struct Project;

/** Names one place in a project: the fields and keys on the way there, as { "tracks", "<id>", "name" }. */
using Address = std::vector<std::string>;

/** As "/tracks/<id>/name", with ~0 for ~ and ~1 for / inside a step (RFC 6901), and back. */
std::string format (const Address&);
Address parseAddress (std::string_view);

/** At this address, this becomes that. A Value of nothing stands for absence: nothing-to-something inserts. */
struct Edit
{
    Address at;
    Value before, after;

    bool operator== (const Edit&) const = default;
};

/** One step of the undo history; also a line of the journal, a result of a job, a message of sync. */
struct Change
{
    std::string name; ///< As in "Undo …": lower case, no full stop.
    std::vector<Edit> edits;

    bool operator== (const Change&) const = default;
};

/** The project after a change, or nothing if the project is not the one the change was made for: then it is refused whole. */
std::optional<Project> apply (Project, const Change&);

/** The change that takes `change` back. */
Change inverse (Change change);

/** The change that leads from one project to another, as small as can be. Edit a copy with plain code, then ask for this. */
Change difference (std::string name, const Project& before, const Project& after);

/** What stands at an address; nothing where there is nothing. */
Value valueAt (const Project&, const Address&);

/** The whole project as a Value, and back. Fields at their default are left out; fields it does not know are kept. */
Value toValue (const Project&);
Result<Project> projectFrom (const Value&);

} // namespace athanor
