// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves: what is replaced whole, and how it becomes a Value and comes back.
#pragma once

#include "Model/Reflect/Keys.h"
#include "Model/Value.h"

#include <cmath>
#include <limits>
#include <string>
#include <type_traits>

namespace athanor::reflect
{

inline Value toValue (bool b) { return b; }

inline Value toValue (int n) { return n; }

inline Value toValue (std::int64_t n) { return n; }

inline Value toValue (double n) { return n; }

inline Value toValue (const std::string& text) { return text; }

inline Value toValue (Ticks t) { return t.value; }

inline Value toValue (const Cell& cell) { return format (cell); }

inline Value toValue (const Effect& effect) { return format (effect); }

template <typename Tag>
Value toValue (Id<Tag> id)
{
    return id ? Value (toHex (id.value)) : Value ("");
}

template <typename Enum>

requires std::is_enum_v<Enum>
    Value toValue (Enum e)
{
    return std::string (namesOf (Enum {})[static_cast<std::size_t> (e)]);
}

inline bool fromValue (const Value& value, bool& into)
{
    const auto* b = value.as<bool>();
    into = b != nullptr && *b;
    return b != nullptr;
}

inline bool fromValue (const Value& value, std::int64_t& into)
{
    const auto* n = value.as<std::int64_t>();
    into = n != nullptr ? *n : 0;
    return n != nullptr;
}

inline bool fromValue (const Value& value, int& into)
{
    const auto* n = value.as<std::int64_t>();

    if (n == nullptr || *n > std::numeric_limits<int>::max() || *n < std::numeric_limits<int>::min())
        return false;

    into = static_cast<int> (*n);
    return true;
}

inline bool fromValue (const Value& value, double& into)
{
    if (const auto* whole = value.as<std::int64_t>())
        into = static_cast<double> (*whole);
    else if (const auto* n = value.as<double>(); n != nullptr && std::isfinite (*n))
        into = *n;
    else
        return false;

    return true;
}

inline bool fromValue (const Value& value, std::string& into)
{
    const auto* text = value.as<std::string>();
    into = text != nullptr ? *text : std::string();
    return text != nullptr;
}

inline bool fromValue (const Value& value, Ticks& into) { return fromValue (value, into.value); }

inline bool fromValue (const Value& value, Cell& into)
{
    const auto* text = value.as<std::string>();
    const auto cell = text != nullptr ? parseCell (*text) : std::nullopt;
    into = cell.value_or (Cell {});
    return cell.has_value();
}

inline bool fromValue (const Value& value, Effect& into)
{
    const auto* text = value.as<std::string>();
    const auto effect = text != nullptr ? parseEffect (*text) : std::nullopt;
    into = effect.value_or (Effect {});
    return effect.has_value();
}

template <typename Tag>
bool fromValue (const Value& value, Id<Tag>& into)
{
    const auto* text = value.as<std::string>();
    into = {};
    return text != nullptr && (text->empty() || parseKey (*text, into));
}

template <typename Enum>
requires std::is_enum_v<Enum>

bool fromValue (const Value& value, Enum& into)
{
    const auto* text = value.as<std::string>();
    const auto names = namesOf (Enum {});

    for (std::size_t i = 0; text != nullptr && i < names.size(); ++i)
        if (names[i] == *text)
        {
            into = static_cast<Enum> (i);
            return true;
        }

    return false;
}

} // namespace athanor::reflect
