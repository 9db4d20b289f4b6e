// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Makes a motion larger, smaller or upside down, and moves it up or down. */
template <typename S>
class Scale final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.scale", "Scale and offset", "Utility", "Makes a motion larger, smaller or upside down, and moves it up or down." };

    Scale() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The motion." };
    Knob factor { *this, "factor", Range { -4, 4, 1 }, "How much larger it gets; below 0 it is upside down." };
    Knob offset { *this, "offset", Range { -4, 4, 0 }, "How far it is moved up afterwards." };
    Output out { *this, "out", "The motion in its new size and place." };

    void process (const Block<S>& block) noexcept override
    {
        const auto &x = block[in], &size = block[factor], &up = block[offset];

        if (x.steady && size.steady && up.steady)
            return block[out].hold (dsp::fma (x.first(), size.first(), up.first()));

        for (int frame = 0; frame < quantum; ++frame)
            block[out][frame] = dsp::fma (x[frame], size[frame], up[frame]);
    }
};

} // namespace athanor
