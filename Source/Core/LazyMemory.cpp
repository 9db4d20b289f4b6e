// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/LazyMemory.h"

#if defined(__unix__) || defined(__APPLE__)
#include <sys/mman.h>
#else
#include <cstdlib>
#endif

namespace athanor
{

#if defined(__unix__) || defined(__APPLE__)
LazyMemory::LazyMemory (std::size_t floats) noexcept : bytes (floats * sizeof (float))
{
    auto* mapped = bytes > 0 ? mmap (nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) : MAP_FAILED;
    memory = mapped != MAP_FAILED ? static_cast<float*> (mapped) : nullptr;
}

LazyMemory::~LazyMemory()
{
    if (memory != nullptr)
        munmap (memory, bytes);
}
#else
LazyMemory::LazyMemory (std::size_t floats) noexcept : memory (static_cast<float*> (std::calloc (floats, sizeof (float)))), bytes (floats * sizeof (float))
{}

LazyMemory::~LazyMemory() { std::free (memory); }
#endif

} // namespace athanor
