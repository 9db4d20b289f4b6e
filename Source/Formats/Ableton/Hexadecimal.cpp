// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/Hexadecimal.h"

namespace athanor
{

namespace
{
int digitOf (char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';

    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;

    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
} // namespace

std::string hexadecimal (std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::size_t bytesInALine = 40;
    std::string text;
    text.reserve (2 * bytes.size() + bytes.size() / bytesInALine + 2);

    for (std::size_t i = 0; i < bytes.size(); ++i)
    {
        if (i % bytesInALine == 0)
            text += '\n';

        const auto byte = static_cast<unsigned char> (bytes[i]);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }

    return text + '\n';
}

std::optional<std::string> bytesOfHexadecimal (std::string_view text)
{
    std::string bytes;
    bytes.reserve (text.size() / 2);
    int high = -1;

    for (const auto c : text)
    {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            continue;

        const auto digit = digitOf (c);

        if (digit < 0)
            return {};

        if (high >= 0)
            bytes += static_cast<char> (high << 4 | digit);

        high = high >= 0 ? -1 : digit;
    }

    return high < 0 ? std::optional (std::move (bytes)) : std::nullopt;
}

} // namespace athanor
