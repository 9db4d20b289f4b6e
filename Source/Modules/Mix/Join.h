// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Modules/Module.h"

namespace athanor
{

/** Puts stereo sound together again. */
template <typename S>
class Join final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.join", "Join", "Mix", "Puts two sounds together as left and right, or as middle and sides." };

    Join() : ModuleOf<S> (about) {}

    Input left { *this, "left", "What becomes the left channel: the left of this cable." };
    Input right { *this, "right", "What becomes the right channel: the right of this cable." };
    Input mid { *this, "mid", "What both channels share." };
    Input side { *this, "side", "What sets the left channel apart from the right." };
    Output out { *this, "out", "All of them as one stereo sound." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        if (block[left].silent && block[right].silent && block[mid].silent && block[side].silent)
            return block[out].clear();

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto apart = block[side][frame] * dsp::makeStereo (1, -1);
            block[out][frame] = dsp::makeStereo (block[left][frame][0], block[right][frame][1]) + block[mid][frame] + apart;
        }
    }
};

} // namespace athanor
