// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Louder, softer or upside down. */
template <typename S>
class Gain final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.gain", "Gain", "Mix", "Makes a sound louder or softer." };

    Gain() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to make louder or softer." };
    Knob level { *this, "level", decibels (-60, 24, 0), "How much louder; all the way down is silence." };
    Knob polarity { *this, "polarity", choice (polarities), "Turned over, the wave pulls where it pushed, which matters beside its twin." };
    Output out { *this, "out", "The sound at its new level." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        if (block[in].silent)
            return block[out].clear();

        const auto gains = gainsOf (block[level]);
        const float goal = block.choice (polarity) == 1 ? -1.0f : 1.0f;
        const auto from = isFresh ? goal : sign;
        const auto step = (goal - from) / quantum;

        for (int frame = 0; frame < quantum; ++frame)
            block[out][frame] = block[in][frame] * gains[frame] * (from + step * static_cast<float> (frame + 1));

        sign = goal;
        isFresh = false;
    }

    void reset() noexcept override { isFresh = true; }

private:
    static constexpr std::array<std::string_view, 2> polarities { "as it is", "turned over" };

    float sign = 1; // Glides when turned over, against clicks.
    bool isFresh = true;
};

} // namespace athanor
