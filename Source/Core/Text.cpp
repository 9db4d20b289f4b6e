// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Text.h"

#include <array>

namespace athanor
{

namespace
{
constexpr bool isContinuation (char c) { return (static_cast<unsigned char> (c) & 0xc0) == 0x80; }

/** Length of the valid character at the start of `text`, or 0. */
std::size_t characterLength (std::string_view text) noexcept
{
    const auto first = static_cast<unsigned char> (text[0]);
    const auto length = first < 0x80 ? 1u : first >= 0xc2 && first < 0xe0 ? 2u
                                        : first >= 0xe0 && first < 0xf0   ? 3u
                                        : first >= 0xf0 && first < 0xf5   ? 4u
                                                                          : 0u;

    if (length == 0 || text.size() < length)
        return 0;

    for (auto i = 1u; i < length; ++i)
        if (! isContinuation (text[i]))
            return 0;

    if (length == 1)
        return 1;

    const auto second = static_cast<unsigned char> (text[1]);
    const bool isWrong = (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
    return isWrong ? 0 : length;
}

// What the upper half of code page 437 shows.
constexpr std::array<char16_t, 128> dosCharacters {
    0xC7, 0xFC, 0xE9, 0xE2, 0xE4, 0xE0, 0xE5, 0xE7, 0xEA, 0xEB, 0xE8, 0xEF, 0xEE, 0xEC, 0xC4, 0xC5,
    0xC9, 0xE6, 0xC6, 0xF4, 0xF6, 0xF2, 0xFB, 0xF9, 0xFF, 0xD6, 0xDC, 0xA2, 0xA3, 0xA5, 0x20A7, 0x192,
    0xE1, 0xED, 0xF3, 0xFA, 0xF1, 0xD1, 0xAA, 0xBA, 0xBF, 0x2310, 0xAC, 0xBD, 0xBC, 0xA1, 0xAB, 0xBB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255D, 0x255C, 0x255B, 0x2510,
    0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F, 0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567,
    0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
    0x3B1, 0xDF, 0x393, 0x3C0, 0x3A3, 0x3C3, 0xB5, 0x3C4, 0x3A6, 0x398, 0x3A9, 0x3B4, 0x221E, 0x3C6, 0x3B5, 0x2229,
    0x2261, 0xB1, 0x2265, 0x2264, 0x2320, 0x2321, 0xF7, 0x2248, 0xB0, 0x2219, 0xB7, 0x221A, 0x207F, 0xB2, 0x25A0, 0xA0
};

bool isControl (unsigned char c) { return c < 0x20 || c == 0x7f; }
} // namespace

bool isUtf8 (std::string_view text) noexcept
{
    while (! text.empty())
    {
        const auto length = characterLength (text);

        if (length == 0)
            return false;

        text.remove_prefix (length);
    }

    return true;
}

std::string validUtf8 (std::string_view text)
{
    std::string valid;
    valid.reserve (text.size());

    while (! text.empty())
    {
        const auto length = characterLength (text);

        if (length == 0)
            appendUtf8 (valid, 0xfffd);
        else
            valid.append (text.substr (0, length));

        text.remove_prefix (length == 0 ? 1 : length);
    }

    return valid;
}

std::string utf8FromLatin1 (std::string_view text)
{
    std::string result;

    for (const auto c : text)
        if (const auto byte = static_cast<unsigned char> (c); ! isControl (byte) && ! (byte >= 0x80 && byte < 0xa0))
            appendUtf8 (result, byte);
        else
            result += ' ';

    return result;
}

std::string utf8FromDos (std::string_view text)
{
    std::string result;

    for (const auto c : text)
        if (const auto byte = static_cast<unsigned char> (c); ! isControl (byte))
            appendUtf8 (result, byte < 0x80 ? byte : dosCharacters[byte - 0x80u]);
        else
            result += ' ';

    return result;
}

void appendUtf8 (std::string& text, char32_t c)
{
    const auto put = [&] (char32_t bits) { text += static_cast<char> (static_cast<unsigned char> (bits)); };

    if (c < 0x80)
        put (c);
    else if (c < 0x800)
    {
        put (0xc0 | c >> 6);
        put (0x80 | (c & 0x3f));
    }
    else if (c < 0x10000)
    {
        put (0xe0 | c >> 12);
        put (0x80 | (c >> 6 & 0x3f));
        put (0x80 | (c & 0x3f));
    }
    else
    {
        put (0xf0 | c >> 18);
        put (0x80 | (c >> 12 & 0x3f));
        put (0x80 | (c >> 6 & 0x3f));
        put (0x80 | (c & 0x3f));
    }
}

std::string_view trimmedPart (std::string_view text)
{
    while (! text.empty() && static_cast<unsigned char> (text.front()) <= ' ')
        text.remove_prefix (1);

    while (! text.empty() && static_cast<unsigned char> (text.back()) <= ' ')
        text.remove_suffix (1);

    return text;
}

std::string trimmed (std::string_view text) { return std::string (trimmedPart (text)); }

std::string inLowerCase (std::string_view text)
{
    std::string result (text);

    for (auto& c : result)
        c = inLowerCase (c);

    return result;
}

std::string inCapitals (std::string_view text)
{
    std::string result (text);

    for (auto& c : result)
        c = inCapitals (c);

    return result;
}

std::string capitalised (std::string text)
{
    if (! text.empty())
        text.front() = inCapitals (text.front());

    return text;
}

std::string shortened (std::string text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;

    while (bytes > 0 && isContinuation (text[bytes]))
        --bytes;

    text.resize (bytes);
    return text;
}

} // namespace athanor
