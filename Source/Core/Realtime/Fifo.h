// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <optional>
#include <type_traits>

namespace athanor
{

/** A queue between exactly one writer and one reader. A full queue refuses; it never overwrites. */
template <typename Item, std::size_t capacity>
class Fifo
{
    static_assert (std::is_trivially_copyable_v<Item>, "What crosses threads is plain data: no heap, no destructor.");
    static_assert ((capacity & (capacity - 1)) == 0, "A power of two, so that the counters may wrap.");

public:
    /** False when the reader has fallen behind; the caller decides what that means. */
    [[nodiscard]] bool push (const Item& item) noexcept
    {
        const auto writing = written.load (std::memory_order_relaxed);

        if (writing - read.load (std::memory_order_acquire) == capacity)
            return false;

        items[writing % capacity] = item;
        written.store (writing + 1, std::memory_order_release);
        return true;
    }

    [[nodiscard]] std::optional<Item> pop() noexcept
    {
        const auto reading = read.load (std::memory_order_relaxed);

        if (reading == written.load (std::memory_order_acquire))
            return {};

        const auto item = items[reading % capacity];
        read.store (reading + 1, std::memory_order_release);
        return item;
    }

private:
    std::array<Item, capacity> items {};
    alignas (64) std::atomic<std::size_t> written { 0 };
    alignas (64) std::atomic<std::size_t> read { 0 };
};

} // namespace athanor
