// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of tables, as they stand in files and addresses.
#pragma once

#include "Core/Id.h"
#include "Core/Units.h"
#include "Model/Cell.h"

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace athanor::reflect
{

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

} // namespace athanor::reflect
