// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers too small to hear are zero on every rendering thread: they would cost a hundred times as much as others.
#pragma once

#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace athanor
{

/** While one lives, its thread takes denormals for zero. What was set before comes back. */
class DenormalsOff
{
public:
#if defined(__x86_64__)
    DenormalsOff() noexcept : before (_mm_getcsr())
    {
        _mm_setcsr (before | 0x8040u);
    } // flush to zero, denormals are zero

    ~DenormalsOff() { _mm_setcsr (before); }

private:
    unsigned before;
#elif defined(__aarch64__)
    DenormalsOff() noexcept
    {
        asm volatile("mrs %0, fpcr"
                     : "=r"(before));
        asm volatile("msr fpcr, %0" ::"r"(before | (std::uint64_t { 1 } << 24)));
    }

    ~DenormalsOff() { asm volatile("msr fpcr, %0" ::"r"(before)); }

private:
    std::uint64_t before = 0;
#endif

public:
    DenormalsOff (const DenormalsOff&) = delete;
};

} // namespace athanor
