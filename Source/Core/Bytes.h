// SPDX-License-Identifier: GPL-3.0-or-later
// Reads numbers and text out of bytes that nobody vouches for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace athanor
{

/** A place in some bytes. Reading beyond the end gives zeros and is remembered; it never does harm. */
class Bytes
{
public:
    explicit Bytes (std::string_view all) : bytes (all) {}

    std::size_t size() const noexcept { return bytes.size(); }

    std::size_t position() const noexcept { return place; }

    std::size_t left() const noexcept { return bytes.size() - place; }

    bool isAtEnd() const noexcept { return place >= bytes.size(); }

    /** Whether anything was asked for that was not there. */
    bool wasShort() const noexcept { return isShort; }

    /** To a place from the start; beyond the end is the end. */
    void seek (std::uint64_t to) noexcept
    {
        isShort = isShort || to > bytes.size();
        place = static_cast<std::size_t> (std::min<std::uint64_t> (to, bytes.size()));
    }

    void skip (std::uint64_t count) noexcept { seek (count > left() ? bytes.size() + 1 : place + count); }

    std::uint8_t u8() noexcept
    {
        if (place < bytes.size())
            return static_cast<std::uint8_t> (bytes[place++]);

        isShort = true;
        return 0;
    }

    std::int8_t i8() noexcept { return static_cast<std::int8_t> (u8()); }

    /** Little-endian, as PC programs write. */
    std::uint16_t u16() noexcept
    {
        const auto low = u8();
        return static_cast<std::uint16_t> (low | u8() << 8);
    }

    std::uint32_t u32() noexcept
    {
        const std::uint32_t low = u16();
        return low | static_cast<std::uint32_t> (u16()) << 16;
    }

    /** Big-endian, as the Amiga and MIDI have it. */
    std::uint16_t big16() noexcept
    {
        const auto high = u8();
        return static_cast<std::uint16_t> (high << 8 | u8());
    }

    std::uint32_t big32() noexcept
    {
        const std::uint32_t high = big16();
        return high << 16 | big16();
    }

    /** The next `count` bytes, or as many as there are. */
    std::string_view take (std::uint64_t count) noexcept
    {
        const auto part = bytes.substr (place, static_cast<std::size_t> (std::min<std::uint64_t> (count, left())));
        skip (count);
        return part;
    }

    /** The next `count` bytes up to the first zero. */
    std::string_view text (std::uint64_t count) noexcept
    {
        const auto part = take (count);
        return part.substr (0, part.find ('\0'));
    }

    /** Whether `what` stands at a place from the start. */
    bool has (std::size_t at, std::string_view what) const noexcept
    {
        return at <= bytes.size() && bytes.substr (at).starts_with (what);
    }

    /** The byte at a place from the start; 0 beyond the end. */
    std::uint8_t at (std::size_t where) const noexcept { return where < bytes.size() ? static_cast<std::uint8_t> (bytes[where]) : std::uint8_t {}; }

private:
    std::string_view bytes;
    std::size_t place = 0;
    bool isShort = false;
};

} // namespace athanor
