// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** A value that stands still until somebody turns it. */
template <typename S>
class Constant final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.constant", "Constant", "Utility", "Gives out one value, to turn several things with one knob." };

    Constant() : ModuleOf<S> (about) {}

    Knob value { *this, "value", bipolar (1), "The value." };
    Knob unit { *this, "unit", choice (units), "What 1 stands for: itself, an octave in semitones, or a hundred." };
    Output out { *this, "out", "The value in its unit." };

    void process (const Block<S>& block) noexcept override
    {
        const auto factor = factors[static_cast<std::size_t> (block.choice (unit))];

        if (block[value].steady)
            return block[out].hold (block[value].first() * factor);

        for (int frame = 0; frame < quantum; ++frame)
            block[out][frame] = block[value][frame] * factor;
    }

private:
    static constexpr std::array<std::string_view, 3> units { "1", "12", "100" };
    static constexpr std::array<float, 3> factors { 1, 12, 100 };
};

} // namespace athanor
