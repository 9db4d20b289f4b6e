// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a musician can do, declared once: menus, palette, shortcuts, MIDI, command line and copilot are derived.
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace athanor
{

/** One thing an action wants to be told. */
struct Argument
{
    enum class Kind { text,
                      number,
                      truth,
                      file };

    std::string name, doc;
    Kind kind = Kind::text;
    Value initial; ///< Nothing: it must be given.
};

/** The arguments of one call, by name. */
using Arguments = Value::Parts;

/** Something a musician can do. Callable without a window. */
struct Action
{
    std::string id;       ///< As in "edit.undo": never renamed.
    std::string name;     ///< As in a menu: "Undo".
    std::string doc;      ///< One sentence.
    std::string shortcut; ///< The default, as "ctrl + Z", empty for none. Rebinding is a setting.
    std::string view;     ///< Where the shortcut works: "" everywhere, or "pattern", "patch", "arrange", "mix".
    std::vector<Argument> arguments = {};
    std::function<Result<Value> (const Arguments&)> run;
    std::function<std::string()> whyNot = {}; ///< One sentence while it cannot be done, else nothing. Empty: it always can.
};

/** The registry of all actions, in the order in which they were declared. */
class Actions
{
public:
    void add (Action);

    const std::vector<Action>& all() const noexcept { return actions; }

    const Action* find (const std::string& id) const;

    /** Fills in missing arguments, and fails with a sentence when one that must be given is not, or the action cannot be done now. */
    Result<Value> run (const std::string& id, Arguments = {}) const;

private:
    std::vector<Action> actions;
    std::map<std::string, std::size_t> indices;
};

} // namespace athanor
