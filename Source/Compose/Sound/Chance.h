// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that is a function of a seed and a name: the same question always has the same answer.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace athanor
{

/** 64 bits of a seed and what is asked; a name's bytes by FNV-1a, mixed as in splitmix64 (G. Steele, D. Lea, C. Flood, "Fast splittable
    pseudorandom number generators", 2014). */
constexpr std::uint64_t chanceBits (std::uint64_t seed, std::string_view question) noexcept
{
    std::uint64_t hash = 0xcbf29ce484222325u;

    for (const char c : question)
        hash = (hash ^ static_cast<unsigned char> (c)) * 0x100000001b3u;

    auto z = hash + 0x9e3779b97f4a7c15u * (seed + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/** 0 up to, but not, 1. */
constexpr double chance (std::uint64_t seed, std::string_view question) noexcept
{
    return static_cast<double> (chanceBits (seed, question) >> 11) * 0x1p-53;
}

/** -1 to 1. */
constexpr double chanceAround (std::uint64_t seed, std::string_view question) noexcept { return 2 * chance (seed, question) - 1; }

/** Of Gumbel's distribution: the largest of scores, each with one of these added, is each with the probability of a softmax. */
inline double gumbel (std::uint64_t seed, std::string_view question) noexcept
{
    return -std::log (-std::log (0x1p-54 + chance (seed, question)));
}

} // namespace athanor
