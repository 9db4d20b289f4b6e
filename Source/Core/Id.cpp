// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Id.h"

#include <random>

namespace athanor
{

std::uint64_t randomBits()
{
    static thread_local std::random_device device;

    for (;;)
        if (const auto bits = (std::uint64_t { device() } << 32) | device(); bits != 0)
            return bits;
}

std::string toHex (std::uint64_t number)
{
    std::string text (16, '0');

    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number >>= 4)
        *digit = "0123456789abcdef"[number & 15];

    return text;
}

std::optional<std::uint64_t> fromHex (std::string_view text)
{
    if (text.size() != 16)
        return {};

    std::uint64_t number = 0;

    for (const auto c : text)
    {
        const auto isDigit = c >= '0' && c <= '9', isLetter = c >= 'a' && c <= 'f';

        if (! isDigit && ! isLetter)
            return {};

        number = number << 4 | static_cast<std::uint64_t> (isDigit ? c - '0' : c - 'a' + 10);
    }

    return number;
}

} // namespace athanor
