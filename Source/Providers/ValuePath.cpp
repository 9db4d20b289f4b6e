// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/ValuePath.h"

#include <charconv>

namespace athanor
{

namespace
{
const Value* stepInto (const Value& value, std::string_view name)
{
    if (const auto* list = value.as<Value::List>())
    {
        std::size_t index = 0;
        const auto read = std::from_chars (name.data(), name.data() + name.size(), index);
        return read.ec == std::errc() && index < list->size() ? &(*list)[index] : nullptr;
    }

    return value.part (std::string (name));
}
} // namespace

const Value* valueAt (const Value& value, std::string_view path)
{
    const auto* at = &value;

    while (at != nullptr && ! path.empty())
    {
        const auto end = path.find ('/');
        at = stepInto (*at, path.substr (0, end));
        path = end == std::string_view::npos ? std::string_view() : path.substr (end + 1);
    }

    return at;
}

std::string textAt (const Value& value, std::string_view path)
{
    const auto* at = valueAt (value, path);
    const auto* text = at != nullptr ? at->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}

const Value::List& listAt (const Value& value, std::string_view path)
{
    static const Value::List none;
    const auto* at = valueAt (value, path);
    const auto* list = at != nullptr ? at->as<Value::List>() : nullptr;
    return list != nullptr ? *list : none;
}

} // namespace athanor
