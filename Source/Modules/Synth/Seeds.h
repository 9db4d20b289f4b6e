// SPDX-License-Identifier: GPL-3.0-or-later
// With which random numbers a patch begins.
#pragma once

#include "Patch/PatchSpec.h"

#include <array>
#include <cstdint>

namespace athanor::synth
{

/** Who draws. */
enum class Drawer { oscillator1,
                    oscillator2,
                    oscillator3,
                    sample,
                    note,
                    random1,
                    random2,
                    random3,
                    random4 };

constexpr int drawerCount = 9;

/** Vital computes voices in pairs and gives each drawer of each pair a generator of its own, whose seed is the next number. It makes
    them when the first note is heard, in the order in which they will be computed then; so seeds are the same whenever a preset is
    opened in a new session, and depend on nothing but the preset. A chord of random phases sounds as it does in Vital only with
    the same ones. */
class Seeds
{
public:
    Seeds() noexcept;
    explicit Seeds (const PatchSpec&);

    /** Pairs of voices count from 0. */
    std::uint32_t of (Drawer drawer, int pair) const noexcept
    {
        return first + static_cast<std::uint32_t> (drawerCount * pair + places[static_cast<std::size_t> (drawer)]);
    }

private:
    std::uint32_t first = 11; ///< Those before were taken when the program began.
    std::array<int, drawerCount> places {};
};

} // namespace athanor::synth
