// SPDX-License-Identifier: GPL-3.0-or-later
// The fields() of the model's structs, and which of its types are structs and tables: all else is derived from that.
#pragma once

#include "Model/Shared.h"

#include <tuple>
#include <type_traits>
#include <utility>

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

} // namespace athanor::reflect
