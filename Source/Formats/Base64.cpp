// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Base64.h"

#include <array>
#include <cstdint>

namespace athanor
{

namespace
{
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint32_t noLetter = 1u << 24;

constexpr auto valueOfLetter = [] {
    std::array<std::uint32_t, 256> values {};
    values.fill (noLetter);

    for (std::uint32_t i = 0; i < 64; ++i)
        values[static_cast<unsigned char> (letters[i])] = i;

    return values;
}();

std::uint32_t valueOf (char letter) noexcept { return valueOfLetter[static_cast<unsigned char> (letter)]; }

/** The last letters, of which there may be two or three: one or two bytes. */
std::size_t decodeRest (std::string_view text, std::span<char> out) noexcept
{
    std::uint32_t bits = 0;
    std::size_t count = 0, written = 0;

    for (; count < std::min<std::size_t> (4, text.size()) && valueOf (text[count]) != noLetter; ++count)
        bits |= valueOf (text[count]) << (18 - 6 * count);

    for (; written + 1 < count && written < out.size(); ++written)
        out[written] = static_cast<char> (bits >> (16 - 8 * written));

    return written;
}
} // namespace

std::size_t decodeBase64 (std::string_view text, std::span<char> out) noexcept
{
    std::size_t read = 0, written = 0;

    for (; read + 4 <= text.size() && written + 3 <= out.size(); read += 4, written += 3)
    {
        const auto first = valueOf (text[read]), second = valueOf (text[read + 1]), third = valueOf (text[read + 2]), last = valueOf (text[read + 3]);

        if (((first | second | third | last) & noLetter) != 0)
            break;

        const auto bits = first << 18 | second << 12 | third << 6 | last;
        out[written] = static_cast<char> (bits >> 16);
        out[written + 1] = static_cast<char> (bits >> 8);
        out[written + 2] = static_cast<char> (bits);
    }

    return written + decodeRest (text.substr (read), out.subspan (written));
}

std::string encodeBase64 (std::string_view bytes)
{
    std::string text ((bytes.size() + 2) / 3 * 4, '=');

    for (std::size_t read = 0, written = 0; read < bytes.size(); read += 3, written += 4)
    {
        const auto count = std::min<std::size_t> (3, bytes.size() - read);
        std::uint32_t bits = 0;

        for (std::size_t i = 0; i < count; ++i)
            bits |= static_cast<std::uint32_t> (static_cast<unsigned char> (bytes[read + i])) << (16 - 8 * i);

        for (std::size_t i = 0; i <= count; ++i)
            text[written + i] = letters[bits >> (18 - 6 * i) & 63];
    }

    return text;
}

} // namespace athanor
