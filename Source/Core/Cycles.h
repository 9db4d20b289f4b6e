// SPDX-License-Identifier: GPL-3.0-or-later
// The processor's own clock: cheap enough to read around every track, and no system call.
#pragma once

#include <cstdint>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace athanor
{

/** Ticks of a steady counter; how many make a second must be measured. Zero where there is none. */
inline std::uint64_t cyclesNow() noexcept
{
#if defined(__x86_64__)
    return __rdtsc();
#elif defined(__aarch64__)
    std::uint64_t value = 0;
    asm volatile("mrs %0, cntvct_el0"
                 : "=r"(value));
    return value;
#else
    return 0;
#endif
}

} // namespace athanor
