// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers that compute parts of one quantum side by side, and are joined before it ends.
#pragma once

#include <atomic>
#include <cstdint>
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

    /** Calls `work (context, i)` for each i below `count`, in any order, on all threads, and returns when all are done. A helper
        that the system has put aside is not waited for unless it holds a part: the others then do its share.
        @param count  Up to 65,535. */
    void run (int count, void (*work) (void* context, int index), void* context) noexcept;

private:
    void help() noexcept;
    bool takePart() noexcept;

    struct Round
    {
        void (*work) (void*, int) = nullptr;
        void* context = nullptr;
    };

    Round round;                                          ///< Only looked at by who holds a part of it.
    std::uint32_t roundNumber = 0;                        ///< The caller's own.
    alignas (64) std::atomic<std::uint64_t> ticket { 0 }; ///< The round, how many parts it has, and which is next: one word, so that nobody takes a part of another round.
    alignas (64) std::atomic<int> partsDone { 0 };
    std::atomic<bool> isOver { false };
    std::vector<std::jthread> helpers;
};

} // namespace athanor
