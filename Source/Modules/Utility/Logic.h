// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Joins two gates into one. */
template <typename S>
class Logic final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.logic", "Logic", "Utility", "Joins two gates into one, to make rhythms out of rhythms." };

    Logic() : ModuleOf<S> (about) {}

    Input a { *this, "a", "The first gate, open above one half." };
    Input b { *this, "b", "The second gate, open above one half." };
    Knob mode { *this, "mode", choice (modes), "When the gate that comes out is open." };
    Output out { *this, "out", "1 while it is open, else 0." };
    Output flip { *this, "flip", "Changes between 0 and 1 each time the gate opens: half the rhythm." };

    void reset() noexcept override
    {
        before = S (0.0f);
        flipped = S (0.0f);
    }

    void startLane (int lane) noexcept override
    {
        before.set (lane, 0.0f);
        flipped.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto kind = block.choice (mode);

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto open = join (kind, block[a][frame] > 0.5f, block[b][frame] > 0.5f);
            flipped = select ((open > 0.5f) & (before <= 0.5f), 1.0f - flipped, flipped);
            before = open;
            block[out][frame] = open;
            block[flip][frame] = flipped;
        }
    }

private:
    static constexpr std::array<std::string_view, 6> modes { "both", "either", "only one", "not both", "neither", "first without second" };

    static S join (int kind, dsp::Mask<S::size> x, dsp::Mask<S::size> y) noexcept
    {
        const auto when = [] (dsp::Mask<S::size> mask) { return select (mask, S (1.0f), S (0.0f)); };

        switch (kind)
        {
            case 0:
                return when (x & y);
            case 1:
                return when (x | y);
            case 2:
                return when ((x | y) & ! (x & y));
            case 3:
                return when (! (x & y));
            case 4:
                return when (! (x | y));
            default:
                return when (x & ! y);
        }
    }

    S before { 0.0f }, flipped { 0.0f };
};

} // namespace athanor
