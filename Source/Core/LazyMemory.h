// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for what may never be played.
#pragma once

#include <cstddef>
#include <utility>

namespace athanor
{

/** Floats that are zero, and that are not taken from the system before they are touched; calloc promises the first alone, and clears
    what it has used before. For rings of some hundred kilobytes and more. */
class LazyMemory
{
public:
    LazyMemory() = default;

    /** Not for the audio thread. Without memory, it is empty. */
    explicit LazyMemory (std::size_t floats) noexcept;

    LazyMemory (LazyMemory&& other) noexcept : memory (std::exchange (other.memory, nullptr)), bytes (std::exchange (other.bytes, 0)) {}

    LazyMemory& operator= (LazyMemory&& other) noexcept
    {
        std::swap (memory, other.memory);
        std::swap (bytes, other.bytes);
        return *this;
    }

    ~LazyMemory();

    bool isEmpty() const noexcept { return memory == nullptr; }

    /** Aligned for whole registers. */
    float* data() const noexcept { return memory; }

private:
    float* memory = nullptr;
    std::size_t bytes = 0;
};

} // namespace athanor
