// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on a thread of its own while another one changes everything: what ThreadSanitizer is to look at.
#include "Engine/Studio.h"

#include "Support/Chance.h"
#include "Support/RealtimeWatch.h"

#include <gtest/gtest.h>

#include <thread>

namespace athanor
{

TEST (EngineThreads, playOnWhileSongsGraphsAndKnobsChange)
{
    Studio studio (randomSong (seedForTests() + 10));
    Musician musician (studio, seedForTests() + 10);
    std::atomic<bool> isOver { false };
    std::atomic<int> callbacks { 0 };
    const RealtimeWatch watch;

    std::thread audio ([&] {
        for (Dice sizes (1); ! isOver.load (std::memory_order_relaxed);)
        {
            studio.callback (sizes.between (1, 300));
            callbacks.fetch_add (1, std::memory_order_relaxed);
        }
    });

    studio.order (StartPlaying {});

    for (int i = 0; i < rounds (150); ++i)
    {
        if (i % 30 == 29)
            musician.changeSong();

        musician.act();

        // As fast as the engine can take it, but no faster: each act is heard.
        for (const auto before = callbacks.load (std::memory_order_relaxed); callbacks.load (std::memory_order_relaxed) == before;)
            std::this_thread::yield();
    }

    isOver.store (true, std::memory_order_relaxed);
    audio.join();
    EXPECT_EQ (watch.violations(), 0) << watch.report();
    EXPECT_GT (studio.engine.report.plan.load(), 1u);
}

} // namespace athanor
