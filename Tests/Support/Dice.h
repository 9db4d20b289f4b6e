// SPDX-License-Identifier: GPL-3.0-or-later
// Dice that fall the same way in every run: small choices for what tests make up.
#pragma once

#include "Core/Id.h"

#include <cstdint>
#include <cstdlib>

namespace athanor
{

class Dice
{
public:
    explicit Dice (std::uint64_t seed) : state (mixBits (seed, 77)) {}

    std::uint64_t bits() { return state = mixBits (state); }

    /** 0 to `count` - 1. */
    template <typename Number = int>
    Number below (Number count)
    {
        return static_cast<Number> (bits() % static_cast<std::uint64_t> (count));
    }

    int between (int low, int high) { return low + below (high - low + 1); }

    double between (double low, double high) { return low + (high - low) * static_cast<double> (bits() >> 11) / 9007199254740992.0; }

    bool oneIn (int count) { return below (count) == 0; }

    template <typename List>
    const auto& oneOf (const List& list)
    {
        return *(std::begin (list) + below (static_cast<int> (std::size (list))));
    }

    template <typename AnyId>
    AnyId id()
    {
        return AnyId { bits() | 1 };
    }

private:
    std::uint64_t state;
};

} // namespace athanor
