// SPDX-License-Identifier: GPL-3.0-or-later
// Data of any shape: what a piece of the project looks like on its way to a file, a journal or a diff.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace athanor
{

/** Nothing, a truth, a number, a text, a list or named parts: what JSON can say, without any text format. */
struct Value
{
    using List = std::vector<Value>;
    using Parts = std::map<std::string, Value>;

    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Parts> content;

    Value() = default;

    Value (bool b) : content (b) {}

    Value (std::int64_t n) : content (n) {}

    Value (int n) : content (static_cast<std::int64_t> (n)) {}

    Value (double n) : content (n) {}

    Value (std::string text) : content (std::move (text)) {}

    Value (const char* text) : content (std::string (text)) {}

    Value (List list) : content (std::move (list)) {}

    Value (Parts parts) : content (std::move (parts)) {}

    /** The content if it is of that type, else null. */
    template <typename Type>
    const Type* as() const noexcept
    {
        return std::get_if<Type> (&content);
    }

    bool isNothing() const noexcept { return as<std::monostate>() != nullptr; }

    /** The part with that name, or null if there is none or this has no parts. */
    const Value* part (const std::string& name) const noexcept
    {
        const auto* parts = as<Parts>();
        const auto found = parts != nullptr ? parts->find (name) : Parts::const_iterator {};
        return parts != nullptr && found != parts->end() ? &found->second : nullptr;
    }

    bool operator== (const Value&) const = default;
};

} // namespace athanor
