// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

#include <algorithm>
#include <array>

namespace athanor
{

/** A switch between four sounds that never clicks. */
template <typename S>
class Select final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.select", "Select", "Mix", "Chooses one of four sounds or motions, or stands between two of them." };

    Select() : ModuleOf<S> (about) {}

    Input in1 { *this, "in1", "What is heard at 1." };
    Input in2 { *this, "in2", "What is heard at 2." };
    Input in3 { *this, "in3", "What is heard at 3." };
    Input in4 { *this, "in4", "What is heard at 4." };
    Knob place { *this, "place", Range { 1, 4, 1 }, "Which one is heard; between two numbers both are." };
    Output out { *this, "out", "What has been chosen." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        const std::array inputs { &block[in1], &block[in2], &block[in3], &block[in4] };
        auto& result = block[out];

        if (std::ranges::all_of (inputs, [] (auto* input) { return input->silent; }))
            return result.clear();

        for (int frame = 0; frame < quantum; ++frame)
        {
            S sum { 0.0f };

            for (std::size_t i = 0; i < inputs.size(); ++i)
                sum += (*inputs[i])[frame] * max (1.0f - abs (block[place][frame] - static_cast<float> (i + 1)), S (0.0f));

            result[frame] = sum;
        }
    }
};

} // namespace athanor
