// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Job.h"

#include "Core/Id.h"

#include <gtest/gtest.h>

#include <set>

namespace athanor
{

TEST (Job, knowsHowLongItTakesFromThePaceSoFar)
{
    EXPECT_EQ (secondsLeft (0, 0, 10'000, 0.25), 30.0);
    EXPECT_EQ (secondsLeft (0, 0.5, 10'000, 0.75), 10.0) << "what an earlier attempt made says nothing about the pace of this one";
    EXPECT_EQ (secondsLeft (0, 0, 10'000, 1), 0.0);
}

TEST (Job, doesNotGuessBeforeItHasAPace)
{
    EXPECT_FALSE (secondsLeft (0, 0, 500, 0.5));
    EXPECT_FALSE (secondsLeft (0, 0.5, 60'000, 0.5));
    EXPECT_FALSE (secondsLeft (5'000, 0, 0, 0.5)) << "a clock that was set back";
}

TEST (Job, waitsLongerAfterEachFailureAndNotAsLongAsItsNeighbour)
{
    std::set<std::int64_t> delays;
    std::int64_t longest = 0;

    for (std::uint64_t i = 0; i < 1'000; ++i)
    {
        EXPECT_LE (retryDelay (1, mixBits (i)), 1'000);
        EXPECT_LE (retryDelay (4, mixBits (i)), 8'000);
        EXPECT_LE (retryDelay (1'000, mixBits (i)), 300'000);
        delays.insert (retryDelay (4, mixBits (i)));
        longest = std::max (longest, retryDelay (4, mixBits (i)));
    }

    EXPECT_GT (delays.size(), 800u);
    EXPECT_GT (longest, 7'000);
}

TEST (JobState, isReadBackByItsName)
{
    for (const auto state : { JobState::ready, JobState::running, JobState::done, JobState::failed, JobState::cancelled })
        EXPECT_EQ (jobStateFrom (nameOf (state)), state);
}

} // namespace athanor
