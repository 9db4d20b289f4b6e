// SPDX-License-Identifier: GPL-3.0-or-later
// What slots gave the time before, for those modulators that Vital computes before the slots that move them.
#pragma once

#include "Modules/Synth/Motion/NoteTurn.h"
#include "Patch/PatchSpec.h"

#include <array>

namespace athanor::synth
{

/** Vital computes voices in pairs, one after the other, and each slot leaves its value where the next pair finds it: what is read too
    early is of the two voices computed before, or, by the first pair of a block, of the newest voice in the block before. */
class LateSlots
{
public:
    /** Takes what the slot gives now, and returns what is heard of it. */
    Lanes exchange (int slot, Lanes now, const PairOrder& order) noexcept
    {
        auto& before = left[static_cast<std::size_t> (slot)];
        auto heard = now;

        for (int i = 0; i < order.count; ++i)
        {
            const auto first = 4 * order.pair[static_cast<std::size_t> (i)];

            for (int lane = 0; lane < 4; ++lane)
            {
                heard.set (first + lane, before[static_cast<std::size_t> (lane)]);
                before[static_cast<std::size_t> (lane)] = now[first + lane];
            }
        }

        return heard;
    }

    /** Where no voice was heard yet. */
    void begin (int slot, Lanes value) noexcept
    {
        for (int lane = 0; lane < 4; ++lane)
            left[static_cast<std::size_t> (slot)][static_cast<std::size_t> (lane)] = value[lane];
    }

    /** After the last pair of a block: the next block begins with what its first or second voice, the newest, gave. */
    void keepVoice (int ofPair) noexcept
    {
        const auto kept = static_cast<std::size_t> (2 * ofPair);

        for (auto& value : left)
            value = { value[kept], value[kept + 1], value[kept], value[kept + 1] };
    }

private:
    std::array<std::array<float, 4>, patch::slots> left {};
};

} // namespace athanor::synth
