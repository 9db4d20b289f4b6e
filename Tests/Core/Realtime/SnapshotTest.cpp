// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Realtime/Snapshot.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>

namespace athanor
{

namespace
{
std::atomic<int> alive { 0 };
std::atomic<int> freedElsewhere { 0 };

/** Whole only if every element says the same: a torn or freed value cannot hide. */
struct Numbers
{
    explicit Numbers (int n)
    {
        numbers.fill (n);
        ++alive;
    }

    ~Numbers()
    {
        freedElsewhere += std::this_thread::get_id() != maker;
        numbers.fill (-1);
        --alive;
    }

    std::thread::id maker = std::this_thread::get_id();
    std::array<int, 64> numbers {};
};

struct Counted
{
    Counted() { ++alive; }

    ~Counted() { --alive; }
};

/** Relaxed, so that counting does not itself order the threads and hide a race from ThreadSanitizer. */
void countRelaxed (std::atomic<int>& counter) { counter.fetch_add (1, std::memory_order_relaxed); }
} // namespace

TEST (Snapshot, isEmptyBeforeTheFirstValue)
{
    ThreadsForTests threads;
    Snapshot<Numbers> numbers;

    EXPECT_EQ (numbers.acquire (threads.audio), nullptr);
}

TEST (Snapshot, freesWhatWasNeverPickedUp)
{
    ThreadsForTests threads;

    {
        Snapshot<Numbers> numbers;
        numbers.publish (threads.message, std::make_unique<Numbers> (1));
        numbers.publish (threads.message, std::make_unique<Numbers> (2));

        EXPECT_EQ (alive, 1);
        EXPECT_EQ (numbers.acquire (threads.audio)->numbers[0], 2);
    }

    EXPECT_EQ (alive, 0);
}

TEST (Snapshot, keepsTheValueBeforeUntilTheNextCall)
{
    ThreadsForTests threads;

    {
        Snapshot<Numbers> numbers;
        numbers.publish (threads.message, std::make_unique<Numbers> (1));
        const auto* first = numbers.acquire (threads.audio);
        numbers.publish (threads.message, std::make_unique<Numbers> (2));
        EXPECT_EQ (numbers.acquire (threads.audio)->numbers[0], 2);

        numbers.freeRetired (threads.message);
        EXPECT_EQ (alive, 2);
        EXPECT_EQ (first->numbers[0], 1);

        numbers.acquire (threads.audio);
        numbers.freeRetired (threads.message);
        EXPECT_EQ (alive, 1);
    }

    EXPECT_EQ (alive, 0);
}

TEST (Snapshot, isWholeNeverOlderAndFreedByTheMessageThread)
{
    ThreadsForTests threads;

    {
        Snapshot<Numbers> snapshot;
        std::atomic<int> seen { 0 };
        std::atomic<bool> done { false };
        int torn = 0;

        std::thread audio ([&] {
            for (int newest = 0; ! done;)
            {
                const auto* held = snapshot.acquire (threads.audio);

                if (held == nullptr)
                    continue;

                if (held->numbers[0] != newest)
                    countRelaxed (seen);

                torn += held->numbers[0] < newest;
                newest = held->numbers[0];

                for (const auto number : held->numbers)
                    torn += number != newest;
            }
        });

        for (int i = 1; seen.load (std::memory_order_relaxed) < 1'000; ++i)
            snapshot.publish (threads.message, std::make_unique<Numbers> (i));

        done = true;
        audio.join();

        EXPECT_EQ (torn, 0);
        EXPECT_LE (alive, 4) << "pending, current, the one before and retired: never more";
    }

    EXPECT_EQ (alive, 0);
    EXPECT_EQ (freedElsewhere, 0);
}

// As fast as both can go, so that the two threads meet between any two of their steps.
TEST (Snapshot, losesNothingAtFullSpeed)
{
    ThreadsForTests threads;

    {
        Snapshot<Counted> values;
        std::atomic<int> swaps { 0 };
        std::atomic<bool> done { false };

        std::thread audio ([&] {
            for (const Counted* last = nullptr; ! done;)
                if (const auto* value = values.acquire (threads.audio); value != last)
                {
                    last = value;
                    countRelaxed (swaps);
                }
        });

        while (swaps.load (std::memory_order_relaxed) < 300'000)
            values.publish (threads.message, std::make_unique<Counted>());

        done = true;
        audio.join();
    }

    EXPECT_EQ (alive, 0);
}

} // namespace athanor
