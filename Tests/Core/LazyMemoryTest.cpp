// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/LazyMemory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace athanor
{

TEST (LazyMemory, IsZeroAlsoWhereItWasUsedBefore)
{
    constexpr std::size_t count = 300'000;

    for (int round = 0; round < 3; ++round)
    {
        LazyMemory memory (count);
        ASSERT_FALSE (memory.isEmpty());
        EXPECT_EQ (reinterpret_cast<std::uintptr_t> (memory.data()) % 32, 0u);
        EXPECT_TRUE (std::all_of (memory.data(), memory.data() + count, [] (float x) { return x == 0; }));
        std::fill_n (memory.data(), count, 1.0f);
    }
}

TEST (LazyMemory, GoesOverToAnotherOwner)
{
    LazyMemory one (1'000);
    one.data()[7] = 3;
    LazyMemory two (std::move (one)), three;
    three = std::move (two);
    EXPECT_EQ (three.data()[7], 3.0f);
    EXPECT_TRUE (LazyMemory().isEmpty());
}

} // namespace athanor
