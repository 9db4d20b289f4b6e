// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Crew.h"

#include <gtest/gtest.h>

#include <latch>
#include <utility>
#include <vector>

namespace athanor
{

TEST (Crew, doesEachPartOnceInEveryRound)
{
    Crew crew (3);
    std::vector<int> done (40);

    for (int round = 1; round <= 20'000; ++round)
    {
        const auto parts = round % 40 + 1;
        crew.run (
            parts, [] (void* context, int i) { ++(*static_cast<std::vector<int>*> (context))[static_cast<std::size_t> (i)]; }, &done);

        for (int i = 0; i < parts; ++i)
            ASSERT_EQ (std::exchange (done[static_cast<std::size_t> (i)], 0), 1) << "part " << i << " of round " << round;

        for (int i = parts; i < 40; ++i)
            ASSERT_EQ (done[static_cast<std::size_t> (i)], 0) << "there is no part " << i << " in round " << round;
    }
}

TEST (Crew, worksSideBySide)
{
    Crew crew (1);
    std::latch both (2);

    // Neither part ends before the other has begun.
    crew.run (
        2, [] (void* context, int) { static_cast<std::latch*> (context)->arrive_and_wait(); }, &both);

    EXPECT_TRUE (both.try_wait());
}

} // namespace athanor
