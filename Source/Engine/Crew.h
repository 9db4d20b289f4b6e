// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers that compute parts of one quantum side by side, and are joined before it ends.
#pragma once

#include <atomic>
#include <thread>
#include <vector>

namespace athanor
{

/** A few threads that wait for work by looking, not by sleeping: for rendering, where nothing else is to be done. */
class Crew
{
public:
    /** `helpers` threads besides the caller. */
    explicit Crew (int helpers);
    ~Crew();

    Crew (const Crew&) = delete;

    /** Calls `work (context, i)` for each i below `count`, in any order, on all threads, and returns when all are done. */
    void run (int count, void (*work) (void* context, int index), void* context) noexcept;

private:
    void help() noexcept;
    void takeParts() noexcept;

    struct Round
    {
        void (*work) (void*, int) = nullptr;
        void* context = nullptr;
        int count = 0;
    };

    Round round;
    alignas (64) std::atomic<std::uint32_t> roundNumber { 0 };
    alignas (64) std::atomic<int> nextPart { 0 };
    alignas (64) std::atomic<int> helpersBusy { 0 };
    std::atomic<bool> isOver { false };
    std::vector<std::jthread> helpers;
};

} // namespace athanor
