// SPDX-License-Identifier: GPL-3.0-or-later
// In which edits two states of the model differ.
#pragma once

#include "Model/Change.h"
#include "Model/Reflect/Values.h"

#include <string>
#include <vector>

namespace athanor::reflect
{

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

} // namespace athanor::reflect
