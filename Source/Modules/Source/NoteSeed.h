// SPDX-License-Identifier: GPL-3.0-or-later
// From where the chance of a note comes, so that the same note in the same song is the same each time.
#pragma once

#include "Dsp/Oscillator/Noise.h"
#include "Modules/Module.h"

#include <bit>

namespace athanor
{

/** A seed from a note's random value; where nothing is plugged in, from the lane alone, so that two channels differ. */
template <typename S>
std::uint32_t seedAt (const Signal<S>& random, int frame, int lane) noexcept
{
    return random.silent ? static_cast<std::uint32_t> (lane + 1) : std::bit_cast<std::uint32_t> (random[frame][lane]);
}

/** Lanes of a module that have just been given to a new voice. */
template <int count>
class FreshLanes
{
public:
    void all() noexcept { bits = (1u << count) - 1; }

    void add (int lane) noexcept { bits |= 1u << lane; }

    /** Calls `start (lane)` for each, once. */
    template <typename Start>
    void take (Start start) noexcept
    {
        for (int lane = 0; bits != 0; ++lane, bits >>= 1)
            if ((bits & 1u) != 0)
                start (lane);
    }

private:
    unsigned bits = (1u << count) - 1;
};

} // namespace athanor
