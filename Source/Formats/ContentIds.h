// SPDX-License-Identifier: GPL-3.0-or-later
// Ids for what is imported.
#pragma once

#include "Core/Id.h"

#include <cstdint>

namespace athanor
{

/** Ids out of the content of the file, so that the same file gives the same project each time it is imported. */
struct ContentIds
{
    std::uint64_t seed = 0;

    template <typename AnyId>
    AnyId make (std::uint64_t kind, std::uint64_t number, std::uint64_t part = 0) const
    {
        const auto bits = mixBits (seed, kind, number << 20 | part);
        return AnyId { bits == 0 ? 1 : bits };
    }
};

} // namespace athanor
