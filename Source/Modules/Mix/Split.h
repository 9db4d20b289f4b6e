// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Modules/Module.h"

namespace athanor
{

/** Takes stereo sound apart. */
template <typename S>
class Split final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.split", "Split", "Mix", "Takes stereo sound apart: left and right, or what both share and what sets them apart." };

    Split() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to take apart." };
    Output left { *this, "left", "The left channel, on both sides." };
    Output right { *this, "right", "The right channel, on both sides." };
    Output mid { *this, "mid", "What both channels share, on both sides." };
    Output side { *this, "side", "What sets the left channel apart from the right, on both sides." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        if (block[in].silent)
        {
            for (const auto* port : { &left, &right, &mid, &side })
                block[*port].clear();

            return;
        }

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            block[left][frame] = x[0];
            block[right][frame] = x[1];
            block[mid][frame] = 0.5f * (x[0] + x[1]);
            block[side][frame] = 0.5f * (x[0] - x[1]);
        }
    }
};

} // namespace athanor
