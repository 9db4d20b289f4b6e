// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at an address of the model, and putting something else there.
#pragma once

#include "Model/Reflect/Values.h"

#include <span>
#include <string>

namespace athanor::reflect
{

using Steps = std::span<const std::string>;

/** The Value at an address; nothing where there is nothing. */
template <typename Type>
Value look (const Type& object, Steps steps)
{
    if constexpr (AnyTable<Type>)
    {
        typename Type::KeyType key {};

        if (steps.empty())
            return toValue (object);

        const auto* entry = parseKey (steps.front(), key) ? object.find (key) : nullptr;
        return entry != nullptr ? look (*entry, steps.subspan (1)) : Value();
    }
    else if constexpr (Struct<Type>)
    {
        if (steps.empty())
            return toValue (object);

        Value found;
        bool isKnown = false;

        forEachField<Type> ([&] (auto field) {
            if (steps.front() == field.name)
            {
                isKnown = true;
                found = look (object.*field.member, steps.subspan (1));
            }
        });

        if (const auto unknown = object.unknown.find (steps.front()); ! isKnown && steps.size() == 1 && unknown != object.unknown.end())
            found = unknown->second;

        return found;
    }
    else
        return steps.empty() ? toValue (object) : Value();
}

/** Whether anything stands at an address. */
template <typename Type>
bool has (const Type& object, Steps steps)
{
    if (steps.empty())
        return true;

    if constexpr (AnyTable<Type>)
    {
        typename Type::KeyType key {};
        const auto* entry = parseKey (steps.front(), key) ? object.find (key) : nullptr;
        return entry != nullptr && has (*entry, steps.subspan (1));
    }
    else if constexpr (Struct<Type>)
    {
        bool isThere = steps.size() == 1 && object.unknown.contains (steps.front());

        forEachField<Type> ([&] (auto field) {
            if (steps.front() == field.name)
                isThere = has (object.*field.member, steps.subspan (1));
        });

        return isThere;
    }
    else
        return false;
}

template <typename Type>
bool put (Type& object, Steps steps, const Value& value);

template <AnyTable Type>
bool putIntoTable (Type& table, Steps steps, const Value& value)
{
    typename Type::KeyType key {};

    if (steps.empty() || ! parseKey (steps.front(), key))
        return false;

    if (steps.size() > 1)
        return table.contains (key) && put (table.edit (key), steps.subspan (1), value);

    typename Type::ValueType entry {};
    Trail trail;

    if (value.isNothing())
        table.erase (key);
    else if (read (value, entry, trail))
        table.put (key, std::move (entry));
    else
        return false;

    return true;
}

template <Struct Type>
bool putIntoStruct (Type& object, Steps steps, const Value& value)
{
    bool isKnown = false, isGood = false;

    if (steps.empty())
        return false;

    forEachField<Type> ([&] (auto field) {
        if (steps.front() == field.name)
        {
            isKnown = true;
            isGood = put (object.*field.member, steps.subspan (1), value);
        }
    });

    if (isKnown || steps.size() != 1)
        return isGood;

    if (value.isNothing())
        object.unknown.erase (steps.front());
    else
        object.unknown.insert_or_assign (steps.front(), value);

    return true;
}

/** False, and perhaps half done, when the address leads nowhere or the value does not fit there. */
template <typename Type>
bool put (Type& object, Steps steps, const Value& value)
{
    if constexpr (AnyTable<Type>)
        return putIntoTable (object, steps, value);
    else if constexpr (Struct<Type>)
        return putIntoStruct (object, steps, value);
    else
        return steps.empty() && fromValue (value, object);
}

} // namespace athanor::reflect
