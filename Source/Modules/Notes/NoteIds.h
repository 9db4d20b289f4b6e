// SPDX-License-Identifier: GPL-3.0-or-later
// Names for the notes that note devices add.
#pragma once

#include "Dsp/Oscillator/Noise.h"

namespace athanor
{

/** A name for the `which`-th note that is made from another. The top bit keeps it apart from the names of played notes. */
constexpr std::uint32_t derivedNote (std::uint32_t from, std::uint32_t which) noexcept
{
    return dsp::scatter (from * 16 + which) | 0x80000000u;
}

} // namespace athanor
