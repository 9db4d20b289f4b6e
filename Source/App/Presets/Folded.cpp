// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/Folded.h"

#include "Core/Text.h"

#include <cstdint>

namespace athanor
{

namespace
{
/** The plain letter of each character from U+00C0 to U+017F, and of U+1EA0 to U+1EF9 by ranges; '*' where there is none or more than one. */
constexpr std::string_view latin = "aaaaaa*ceeeeiiiidnooooo*ouuuuy**"
                                   "aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
                                   "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk"
                                   "llllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert (latin.size() == 0x180 - 0xc0);

struct Range
{
    char32_t first, last, plain;
};

constexpr Range ranges[] { { 0x1ea0, 0x1eb7, 'a' }, { 0x1eb8, 0x1ec7, 'e' }, { 0x1ec8, 0x1ecb, 'i' }, { 0x1ecc, 0x1ee3, 'o' }, { 0x1ee4, 0x1ef1, 'u' }, { 0x1ef2, 0x1ef9, 'y' } };

constexpr Range pairs[] { { 0x386, 0x3ac, 0x3b1 }, { 0x388, 0x3ad, 0x3b5 }, { 0x389, 0x3ae, 0x3b7 }, { 0x38a, 0x3af, 0x3b9 }, { 0x38c, 0x3cc, 0x3bf }, { 0x38e, 0x3cd, 0x3c5 }, { 0x38f, 0x3ce, 0x3c9 }, { 0x3c2, 0x3c2, 0x3c3 }, { 0x401, 0x451, 0x435 }, { 0x419, 0x439, 0x438 } };

void appendLatin (std::string& text, char32_t c)
{
    const auto isLarge = [c] (char32_t large, char32_t small) { return c == large || c == small; };

    if (const auto plain = latin[c - 0xc0]; plain != '*')
        text += plain;
    else if (isLarge (0xc6, 0xe6))
        text += "ae";
    else if (isLarge (0xde, 0xfe))
        text += "th";
    else if (isLarge (0x152, 0x153))
        text += "oe";
    else if (c == 0xdf)
        text += "ss";
    else
        text += ' ';
}

char32_t plainOf (char32_t c)
{
    for (const auto& [first, last, plain] : ranges)
        if (c >= first && c <= last)
            return plain;

    for (const auto& [large, small, plain] : pairs)
        if (c == large || c == small)
            return plain;

    if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
        return c + 0x20;

    return c >= 0x400 && c <= 0x40f ? c + 0x50 : c;
}

/** Adds one character of valid UTF-8, folded. */
void append (std::string& text, char32_t c)
{
    if (c >= 0x300 && c <= 0x36f) // accents on their own
        return;

    if (c < 0x80)
        text += c < ' ' || c == '_' || c == '-' || c == 0x7f ? ' ' : inLowerCase (static_cast<char> (c));
    else if (c >= 0xc0 && c < 0x180)
        appendLatin (text, c);
    else
        appendUtf8 (text, plainOf (c));
}
} // namespace

std::string folded (std::string_view utf8)
{
    const auto valid = validUtf8 (utf8);
    std::string text;
    text.reserve (valid.size());

    for (std::size_t i = 0; i < valid.size();)
    {
        const auto lead = static_cast<std::uint8_t> (valid[i]);
        const auto more = lead < 0x80 ? 0 : lead < 0xe0 ? 1
                                        : lead < 0xf0   ? 2
                                                        : 3;
        auto character = static_cast<char32_t> (more == 0 ? lead : lead & (0x3f >> more));

        for (int k = 0; k < more; ++k)
            character = character << 6 | (static_cast<std::uint8_t> (valid[++i]) & 0x3fu);

        ++i;
        append (text, character);
    }

    return text;
}

std::vector<std::string> foldedWords (std::string_view utf8)
{
    std::vector<std::string> words;
    const auto text = folded (utf8);

    for (std::size_t at = text.find_first_not_of (' '); at < text.size();)
    {
        const auto end = std::min (text.find (' ', at), text.size());
        words.push_back (text.substr (at, end - at));
        at = text.find_first_not_of (' ', end);
    }

    return words;
}

} // namespace athanor
