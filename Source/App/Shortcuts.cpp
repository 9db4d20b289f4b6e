// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Shortcuts.h"

#include "App/Session.h"
#include "Core/Text.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::string_view between = " | ";

/** The parts of a key's name in one order, lower case. */
std::vector<std::string> partsOf (const std::string& key)
{
    std::vector<std::string> parts (1);

    for (const auto character : key)
    {
        // A plus that follows a plus is the key itself.
        if (character == '+' && ! parts.back().empty())
            parts.emplace_back();
        else if (character != ' ')
            parts.back() += inLowerCase (character);
    }

    std::ranges::sort (parts);
    return parts;
}

/** A shortcut without one of its keys. */
std::string without (const std::string& shortcut, const std::string& key)
{
    std::string rest;

    for (const auto& one : keysIn (shortcut))
        if (! isSameKey (one, key))
            rest += (rest.empty() ? "" : std::string (between)) + one;

    return rest;
}
} // namespace

std::vector<std::string> keysIn (const std::string& shortcut)
{
    std::vector<std::string> keys;

    for (std::size_t at = 0; at < shortcut.size();)
    {
        const auto end = std::min (shortcut.find (between, at), shortcut.size());

        if (end > at)
            keys.push_back (shortcut.substr (at, end - at));

        at = end + between.size();
    }

    return keys;
}

bool isSameKey (const std::string& a, const std::string& b) { return partsOf (a) == partsOf (b); }

bool isPianoKey (const std::string& key)
{
    static constexpr std::string_view piano = "zsxdcvgbhnjm,l.;/q2w3er5t6y7ui9o0p[=]a1`";
    const auto parts = partsOf (key);
    return parts.size() == 1 && parts.front().size() == 1 && piano.find (parts.front().front()) != std::string_view::npos;
}

std::vector<const Action*> actionsInTheWay (Session& session, const Action& action, const std::string& key)
{
    std::vector<const Action*> found;

    for (const auto& other : session.actions().all())
    {
        const auto meet = other.view == action.view || other.view.empty() || action.view.empty();
        const auto keys = keysIn (session.preferences().shortcutOf (other));

        if (other.id != action.id && meet && std::ranges::any_of (keys, [&] (const std::string& one) { return isSameKey (one, key); }))
            found.push_back (&other);
    }

    return found;
}

Result<Done> rebind (Session& session, const Action& action, const std::string& key)
{
    if (isPianoKey (key))
        return Failure { "This key plays a note: press it together with Ctrl, Alt or Shift.", key };

    for (const auto* other : actionsInTheWay (session, action, key))
        session.preferences().setShortcut (*other, without (session.preferences().shortcutOf (*other), key));

    session.preferences().setShortcut (action, key);
    return Done {};
}

} // namespace athanor
