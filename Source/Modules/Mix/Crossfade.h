// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** From one sound to another. */
template <typename S>
class Crossfade final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "mix.crossfade", "Crossfade", "Mix", "Goes over from one sound to another." };

    Crossfade() : ModuleOf<S> (about) {}

    Input a { *this, "a", "The sound heard at 0." };
    Input b { *this, "b", "The sound heard at 1." };
    Knob fade { *this, "fade", amount (0.5f), "How far it has gone over." };
    Knob curve { *this, "curve", choice (curves), "Equal power keeps unlike sounds equally loud on the way; linear suits sounds that are alike, and motions." };
    Output out { *this, "out", "What is heard between the two." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        if (block[a].silent && block[b].silent)
            return block[out].clear();

        const float goal = block.choice (curve) == 1 ? 1.0f : 0.0f;
        const auto from = isFresh ? goal : straight;
        const auto step = (goal - from) / quantum;
        const Through rising (block[fade], [] (S x) { return dsp::sine (0.25f * x); });
        const Through falling (block[fade], [] (S x) { return dsp::cosine (0.25f * x); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            const S line (from + step * static_cast<float> (frame + 1));
            const auto x = block[fade][frame];
            const auto first = dsp::mix (falling[frame], 1.0f - x, line);
            const auto second = dsp::mix (rising[frame], x, line);
            block[out][frame] = block[a][frame] * first + block[b][frame] * second;
        }

        straight = goal;
        isFresh = false;
    }

    void reset() noexcept override { isFresh = true; }

private:
    static constexpr std::array<std::string_view, 2> curves { "equal power", "linear" };

    float straight = 0; // Glides when the curve changes, against clicks.
    bool isFresh = true;
};

} // namespace athanor
