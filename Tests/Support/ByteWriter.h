// SPDX-License-Identifier: GPL-3.0-or-later
// Puts files together byte by byte, for tests of readers.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace athanor
{

struct ByteWriter
{
    std::string bytes;

    ByteWriter& u8 (std::initializer_list<int> list)
    {
        for (const auto byte : list)
            bytes += static_cast<char> (static_cast<std::uint8_t> (byte));

        return *this;
    }

    /** Little-endian. */
    ByteWriter& u16 (std::initializer_list<int> list)
    {
        for (const auto number : list)
            u8 ({ number & 255, number >> 8 & 255 });

        return *this;
    }

    ByteWriter& u32 (std::initializer_list<std::uint32_t> list)
    {
        for (const auto number : list)
            u16 ({ static_cast<int> (number & 0xffff), static_cast<int> (number >> 16) });

        return *this;
    }

    /** Big-endian. */
    ByteWriter& big16 (std::initializer_list<int> list)
    {
        for (const auto number : list)
            u8 ({ number >> 8 & 255, number & 255 });

        return *this;
    }

    ByteWriter& text (std::string_view what, std::size_t size = 0)
    {
        bytes += what;

        if (size > what.size())
            bytes.append (size - what.size(), '\0');

        return *this;
    }

    ByteWriter& zeros (std::size_t count) { return text ({}, count); }

    /** Zeros up to a place. */
    ByteWriter& to (std::size_t place) { return zeros (place > bytes.size() ? place - bytes.size() : 0); }
};

} // namespace athanor
