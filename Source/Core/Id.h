// SPDX-License-Identifier: GPL-3.0-or-later
// Ids: random 64 bit numbers that name one thing for ever and are never reused.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

/** Names one thing of one kind. Zero names nothing. */
template <typename Tag>
struct Id
{
    std::uint64_t value = 0;

    explicit operator bool() const noexcept { return value != 0; }

    friend constexpr auto operator<=> (Id, Id) = default;
};

/** 64 random bits from the system, never zero. */
std::uint64_t randomBits();

template <typename AnyId>
AnyId newId()
{
    return AnyId { randomBits() };
}

/** Sixteen lower-case hexadecimal digits, and back. Nothing when `text` is anything else. */
std::string toHex (std::uint64_t);
std::optional<std::uint64_t> fromHex (std::string_view text);

/** Mixes several numbers into one that looks random: the source of all reproducible chance (splitmix64, Steele et al. 2014). */
constexpr std::uint64_t mixBits (std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0)
{
    std::uint64_t x = a;

    for (const auto more : { b, c, std::uint64_t { 0 } })
    {
        x += 0x9e3779b97f4a7c15ull;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
        x = (x ^ (x >> 31)) ^ more;
    }

    return x;
}

} // namespace athanor
