// SPDX-License-Identifier: GPL-3.0-or-later
// How structs and tables become a Value and come back.
#pragma once

#include "Model/Reflect/Fields.h"
#include "Model/Reflect/Leaves.h"

#include <string>
#include <vector>

namespace athanor::reflect
{

template <AnyTable Type>
Value toValue (const Type& table);

/** Fields that hold their default are left out. */
template <Struct Type>
Value toValue (const Type& object)
{
    static const Type initial;
    auto parts = object.unknown;

    forEachField<Type> ([&] (auto field) {
        if (! (object.*field.member == initial.*field.member))
            parts.insert_or_assign (field.name, toValue (object.*field.member));
    });

    return parts;
}

template <AnyTable Type>
Value toValue (const Type& table)
{
    Value::Parts parts;

    for (const auto& [key, entry] : table)
        parts.emplace (keyText (key), toValue (*entry));

    return parts;
}

/** Where reading stopped: the names on the way there. */
using Trail = std::vector<std::string>;

template <typename Type>
bool read (const Value& value, Type& into, Trail& trail)
{
    const auto* parts = value.as<Value::Parts>();

    if constexpr (Struct<Type>)
    {
        if (parts == nullptr)
            return false;

        into = Type {};

        for (const auto& [name, part] : *parts)
        {
            bool isKnown = false, isGood = true;
            trail.push_back (name);

            forEachField<Type> ([&] (auto field) {
                if (name == field.name)
                {
                    isKnown = true;
                    isGood = read (part, into.*field.member, trail);
                }
            });

            if (! isGood)
                return false;

            if (! isKnown)
                into.unknown.emplace (name, part);

            trail.pop_back();
        }

        return true;
    }
    else if constexpr (AnyTable<Type>)
    {
        if (parts == nullptr)
            return false;

        into.clear();

        for (const auto& [name, part] : *parts)
        {
            typename Type::KeyType key {};
            typename Type::ValueType entry {};
            trail.push_back (name);

            if (! parseKey (name, key) || ! read (part, entry, trail))
                return false;

            trail.pop_back();
            into.put (key, std::move (entry));
        }

        return true;
    }
    else
        return fromValue (value, into);
}

} // namespace athanor::reflect
