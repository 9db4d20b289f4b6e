// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Prefault.h"

#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace athanor
{

void prefault ([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) noexcept
{
#if defined(MADV_POPULATE_WRITE)
    constexpr std::uintptr_t page = 4'096;
    const auto begin = (reinterpret_cast<std::uintptr_t> (memory) + page - 1) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t> (memory) + bytes) / page * page;

    // Older systems say no to either.
    if (end > begin)
    {
        madvise (reinterpret_cast<void*> (begin), end - begin, MADV_HUGEPAGE);
        madvise (reinterpret_cast<void*> (begin), end - begin, MADV_POPULATE_WRITE);
    }
#endif
}

} // namespace athanor
