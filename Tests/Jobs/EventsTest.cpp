// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Events.h"

#include <gtest/gtest.h>

#include <thread>

namespace athanor
{

TEST (JobEvents, keepTheLastOfEachJob)
{
    int wakes = 0;
    JobEvents events ([&] { ++wakes; });
    events.add ({ 1, JobState::running, 0.1, {} });
    events.add ({ 2, JobState::running, 0.5, {} });
    events.add ({ 1, JobState::running, 0.2, 3.0 });

    const auto news = events.poll();
    ASSERT_EQ (news.size(), 2u);
    EXPECT_EQ (news[0].id, 1);
    EXPECT_EQ (news[0].progress, 0.2);
    EXPECT_EQ (news[0].secondsLeft, 3.0);
    EXPECT_EQ (news[1].id, 2);
    EXPECT_EQ (wakes, 1) << "one call of poll() is asked for";
    EXPECT_TRUE (events.poll().empty());

    events.add ({ 1, JobState::done, 1, {} });
    EXPECT_EQ (wakes, 2);
}

TEST (JobEvents, loseNoEndWhileManyThreadsAdd)
{
    JobEvents events;
    std::vector<std::thread> threads;

    for (JobId id = 1; id <= 4; ++id)
        threads.emplace_back ([&events, id] {
            for (int i = 0; i < 1'000; ++i)
                events.add ({ id, JobState::running, i / 1'000.0, {} });

            events.add ({ id, JobState::done, 1, {} });
        });

    std::size_t ended = 0;

    while (ended < threads.size())
        for (const auto& event : events.poll())
            ended += event.state == JobState::done ? 1 : 0;

    for (auto& thread : threads)
        thread.join();

    EXPECT_EQ (ended, 4u);
}

} // namespace athanor
