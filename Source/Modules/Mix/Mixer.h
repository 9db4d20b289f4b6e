// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Four sounds into one. */
template <typename S>
class Mixer final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.mixer", "Mixer", "Mix", "Mixes four sounds, or four motions, into one." };

    Mixer() : ModuleOf<S> (about) {}

    Input in1 { *this, "in1", "The first sound." };
    Input in2 { *this, "in2", "The second sound." };
    Input in3 { *this, "in3", "The third sound." };
    Input in4 { *this, "in4", "The fourth sound." };
    Knob level1 { *this, "level1", decibels (-60, 12, 0), "How loud the first sound is." };
    Knob level2 { *this, "level2", decibels (-60, 12, 0), "How loud the second sound is." };
    Knob level3 { *this, "level3", decibels (-60, 12, 0), "How loud the third sound is." };
    Knob level4 { *this, "level4", decibels (-60, 12, 0), "How loud the fourth sound is." };
    Output out { *this, "out", "All four together." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        const std::array inputs { &in1, &in2, &in3, &in4 };
        const std::array levels { &level1, &level2, &level3, &level4 };
        auto& result = block[out];
        bool isFirst = true;

        for (std::size_t i = 0; i < inputs.size(); ++i)
        {
            const auto& sound = block[*inputs[i]];

            if (sound.silent)
                continue;

            const auto gains = gainsOf (block[*levels[i]]);

            for (int frame = 0; frame < quantum; ++frame)
                result[frame] = sound[frame] * gains[frame] + (isFirst ? S (0.0f) : result[frame]);

            isFirst = false;
        }

        if (isFirst)
            result.clear();
    }
};

} // namespace athanor
