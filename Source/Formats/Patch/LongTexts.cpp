// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/LongTexts.h"

#include "Core/Text.h"

#include <charconv>

namespace athanor
{

namespace
{
constexpr std::size_t shortest = 512;

// No text of the file can look like a mark: the character has to be written like this, and then nothing is taken out.
constexpr char mark = '\x01';
constexpr std::string_view writtenMark = "\\u0001";

/** Where the text that begins at `start` ends: at its closing quote. */
std::size_t endOfText (std::string_view json, std::size_t start)
{
    auto end = json.find ('"', start);

    for (; end != json.npos; end = json.find ('"', end + 1))
    {
        auto slash = end;

        while (slash > start && json[slash - 1] == '\\')
            --slash;

        if ((end - slash) % 2 == 0)
            break;
    }

    return end;
}

bool isName (std::string_view json, std::size_t end)
{
    const auto next = json.find_first_not_of (" \t\r\n", end + 1);
    return next != json.npos && json[next] == ':';
}
} // namespace

std::string LongTexts::takeOutOf (std::string_view json)
{
    if (json.find (writtenMark) != json.npos)
        return std::string (json);

    std::string left;
    std::size_t copied = 0;

    for (auto start = json.find ('"'); start != json.npos;)
    {
        const auto end = endOfText (json, ++start);

        if (end == json.npos)
            break;

        const auto text = json.substr (start, end - start);

        if (text.size() >= shortest && text.find ('\\') == text.npos && ! isName (json, end))
        {
            left.append (json.substr (copied, start - copied)).append (writtenMark).append (std::to_string (texts.size()));
            texts.push_back (text);
            copied = end;
        }

        start = json.find ('"', end + 1);
    }

    return left.append (json.substr (copied));
}

std::string_view LongTexts::of (const std::string& text) const noexcept
{
    std::size_t index = 0;

    if (text.empty() || text[0] != mark)
        return text;

    const auto [end, error] = std::from_chars (text.data() + 1, text.data() + text.size(), index);
    return error == std::errc {} && end == text.data() + text.size() && index < texts.size() ? texts[index] : std::string_view (text);
}

Value LongTexts::putInto (const Value& value) const
{
    if (const auto* text = value.as<std::string>())
        return validUtf8 (of (*text));

    if (const auto* list = value.as<Value::List>())
    {
        Value::List all;

        for (const auto& each : *list)
            all.push_back (putInto (each));

        return all;
    }

    if (const auto* parts = value.as<Value::Parts>())
    {
        Value::Parts all;

        for (const auto& [name, each] : *parts)
            all.insert_or_assign (name, putInto (each));

        return all;
    }

    return value;
}

} // namespace athanor
