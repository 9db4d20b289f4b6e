// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Allocations.h"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace
{
thread_local long allocations = 0;

void* take (std::size_t size, std::size_t alignment)
{
    ++allocations;

    if (void* memory = std::aligned_alloc (alignment, (size + alignment - 1) / alignment * alignment))
        return memory;

    throw std::bad_alloc();
}
} // namespace

long athanor::countAllocations() noexcept { return allocations; }

void* operator new (std::size_t size) { return take (size, alignof (std::max_align_t)); }

void* operator new (std::size_t size, std::align_val_t alignment) { return take (size, static_cast<std::size_t> (alignment)); }

void operator delete (void* memory) noexcept { std::free (memory); }

void operator delete (void* memory, std::size_t) noexcept { std::free (memory); }

void operator delete (void* memory, std::align_val_t) noexcept { std::free (memory); }

void operator delete (void* memory, std::size_t, std::align_val_t) noexcept { std::free (memory); }
