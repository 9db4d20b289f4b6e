// SPDX-License-Identifier: GPL-3.0-or-later
// What the declarations of actions share: reading arguments, and where the musician is.
#pragma once

#include "App/Edits/PatternMoves.h"
#include "App/Session.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

/** The selection as it is meant now, also if the project changed under it. */
inline Selection here (const Session& session) { return settled (session.project(), session.selection()); }

inline Result<Value> done() { return Value (true); }

inline Result<Value> doneIf (bool isDone, const char* otherwise)
{
    return isDone ? done() : Result<Value> (Failure { otherwise, "" });
}

/** What is said about an action; an aggregate as Action is, without what it does. */
struct About
{
    std::string id, name, doc, shortcut = {}, view = {};
    std::vector<Argument> arguments = {};
};

/** For Action::whyNot: the sentence while the condition does not hold. */
template <typename Condition>
auto onlyIf (Condition condition, std::string otherwise)
{
    return [condition = std::move (condition), otherwise = std::move (otherwise)] { return condition() ? std::string() : otherwise; };
}

/** Declares an action. `run` takes Arguments and gives a Result, or takes and gives nothing when it cannot fail. */
template <typename Run>
void declare (Session& session, About about, Run run, std::function<std::string()> whyNot = {})
{
    Action action { about.id, about.name, about.doc, about.shortcut, about.view, about.arguments, {}, std::move (whyNot) };

    if constexpr (std::is_invocable_v<Run, const Arguments&>)
        action.run = std::move (run);
    else
        action.run = [run = std::move (run)] (const Arguments&) mutable {
            run();
            return done();
        };

    session.actions().add (std::move (action));
}

inline Argument number (std::string name, std::string doc, Value initial = {})
{
    return { std::move (name), std::move (doc), Argument::Kind::number, std::move (initial) };
}

inline Argument text (std::string name, std::string doc) { return { std::move (name), std::move (doc), Argument::Kind::text, {} }; }

/** A text that may be left out. */
inline Argument optionalText (std::string name, std::string doc) { return { std::move (name), std::move (doc), Argument::Kind::text, std::string() }; }

/** An argument as a number; 0 when it is no number. */
inline double numberIn (const Arguments& arguments, const std::string& name)
{
    const auto found = arguments.find (name);

    if (found == arguments.end())
        return 0;

    if (const auto* whole = found->second.as<std::int64_t>())
        return static_cast<double> (*whole);

    const auto* broken = found->second.as<double>();
    return broken != nullptr && std::isfinite (*broken) ? *broken : 0;
}

/** The same as a whole number between two limits. */
inline int wholeIn (const Arguments& arguments, const std::string& name, int low, int high)
{
    return static_cast<int> (std::lround (std::clamp (numberIn (arguments, name), static_cast<double> (low), static_cast<double> (high))));
}

inline std::string textIn (const Arguments& arguments, const std::string& name)
{
    const auto found = arguments.find (name);
    const auto* content = found != arguments.end() ? found->second.as<std::string>() : nullptr;
    return content != nullptr ? *content : std::string();
}

inline bool truthIn (const Arguments& arguments, const std::string& name)
{
    const auto found = arguments.find (name);
    const auto* truth = found != arguments.end() ? found->second.as<bool>() : nullptr;
    return truth != nullptr && *truth;
}

} // namespace athanor
