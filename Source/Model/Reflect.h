// SPDX-License-Identifier: GPL-3.0-or-later
// Derives from the fields() of the model's structs how they become a Value, come back, differ and change at an address.
#pragma once

#include "Core/Id.h"
#include "Core/Units.h"
#include "Model/Cell.h"
#include "Model/Change.h"
#include "Model/Shared.h"
#include "Model/Value.h"

#include <charconv>
#include <cmath>
#include <concepts>
#include <limits>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>

namespace athanor::reflect
{

template <typename Type>
concept Struct = requires
{
    Type::fields();
};

template <typename Type>
struct IsTable : std::false_type
{};

template <typename Key, typename Type>
struct IsTable<Table<Key, Type>> : std::true_type
{};

template <typename Type>
concept AnyTable = IsTable<Type>::value;

template <typename Owner, typename Visit>
constexpr void forEachField (Visit&& visit)
{
    std::apply ([&] (auto... field) { (visit (field), ...); }, Owner::fields());
}

// Keys of tables, as they stand in files and addresses.

inline std::string keyText (const std::string& key) { return key; }

inline std::string keyText (int key) { return std::to_string (key); }

inline std::string keyText (Ticks key) { return std::to_string (key.value); }

inline std::string keyText (Position key) { return std::to_string (key.line) + '.' + std::to_string (key.column); }

template <typename Tag>
std::string keyText (Id<Tag> id)
{
    return toHex (id.value);
}

template <std::integral Number>
bool parseNumber (std::string_view text, Number& number)
{
    const auto [end, error] = std::from_chars (text.data(), text.data() + text.size(), number);
    return error == std::errc {} && end == text.data() + text.size();
}

inline bool parseKey (const std::string& text, std::string& key)
{
    key = text;
    return true;
}

inline bool parseKey (const std::string& text, int& key) { return parseNumber (text, key); }

inline bool parseKey (const std::string& text, Ticks& key) { return parseNumber (text, key.value); }

inline bool parseKey (const std::string& text, Position& key)
{
    const auto dot = text.find ('.');
    return dot != text.npos && parseNumber (std::string_view (text).substr (0, dot), key.line) && parseNumber (std::string_view (text).substr (dot + 1), key.column) && key.line >= 0 && key.column >= 0;
}

template <typename Tag>
bool parseKey (const std::string& text, Id<Tag>& id)
{
    const auto number = fromHex (text);
    id.value = number.value_or (0);
    return id.value != 0;
}

// Leaves: what is replaced whole.

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

// Structs and tables.

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

// Differences.

template <typename Type>
void collect (const Type& before, const Type& after, Address& at, std::vector<Edit>& edits);

/** Walks two sorted maps side by side; `visit` gets a pointer to each side's entry, null where there is none. What two
    tables share is left out. */
template <typename Map, typename Visit>
void sideBySide (const Map& a, const Map& b, Visit&& visit)
{
    auto left = a.begin();
    auto right = b.begin();

    while (left != a.end() || right != b.end())
    {
        if constexpr (AnyTable<Map>)
            if (const auto before = left; Map::skipShared (left, right), left != before)
                continue;

        const bool hasLeft = left != a.end() && (right == b.end() || ! (right->first < left->first));
        const bool hasRight = right != b.end() && (left == a.end() || ! (left->first < right->first));
        visit (hasLeft ? left->first : right->first, hasLeft ? &left->second : nullptr, hasRight ? &right->second : nullptr);

        if (hasLeft)
            ++left;

        if (hasRight)
            ++right;
    }
}

template <AnyTable Type>
void collectTable (const Type& before, const Type& after, Address& at, std::vector<Edit>& edits)
{
    if (before.sharesWith (after))
        return;

    sideBySide (before, after, [&] (const auto& key, const auto* left, const auto* right) {
        if (left != nullptr && right != nullptr && left->sharesWith (*right))
            return;

        at.push_back (keyText (key));

        if (left != nullptr && right != nullptr)
            collect (**left, **right, at, edits);
        else
            edits.push_back ({ at, left != nullptr ? toValue (**left) : Value(), right != nullptr ? toValue (**right) : Value() });

        at.pop_back();
    });
}

template <Struct Type>
void collectStruct (const Type& before, const Type& after, Address& at, std::vector<Edit>& edits)
{
    forEachField<Type> ([&] (auto field) {
        at.emplace_back (field.name);
        collect (before.*field.member, after.*field.member, at, edits);
        at.pop_back();
    });

    sideBySide (before.unknown, after.unknown, [&] (const std::string& name, const Value* left, const Value* right) {
        const auto a = left != nullptr ? *left : Value(), b = right != nullptr ? *right : Value();
        at.push_back (name);

        if (! (a == b))
            edits.push_back ({ at, a, b });

        at.pop_back();
    });
}

template <typename Type>
void collect (const Type& before, const Type& after, Address& at, std::vector<Edit>& edits)
{
    if constexpr (AnyTable<Type>)
        collectTable (before, after, at, edits);
    else if constexpr (Struct<Type>)
        collectStruct (before, after, at, edits);
    else if (! (before == after))
        edits.push_back ({ at, toValue (before), toValue (after) });
}

// What stands at an address, and putting something else there.

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
