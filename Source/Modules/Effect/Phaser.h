// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/OnePole.h"
#include "Dsp/Shape/SoftLimit.h"
#include "Modules/Effect/Sweep.h"

namespace athanor
{

/** A chain of allpasses beside the sound, whose notches wander.

    Julius O. Smith, "An allpass approach to digital phasing and flanging", 1984.
*/
template <typename S>
class Phaser final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.phaser", "Phaser", "Effects", "Lets a few soft notches wander through the sound." };

    Phaser() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to phase." };
    Sweep<S> sweep { *this, 0.25f };
    Knob stages { *this, "stages", choice (stageNames, 1), "How many stages there are; each two make a notch." };
    Knob centre { *this, "centre", hertz (60, 6'000, 700), "Around which frequency the notches wander." };
    Knob depth { *this, "depth", amount (0.6f), "How far they wander." };
    Knob feedback { *this, "feedback", bipolar (0.4f), "How sharply they sing; to the left, between where they sang before." };
    Knob mix { *this, "mix", amount (0.5f), "How much of the phased sound is heard; in the middle the notches are deepest." };
    Output out { *this, "out", "The sound with its notches." };
    Tail tail { *this, 0.2 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        for (auto& stage : chain)
            stage.reset();

        returned = S (0.0f);
        sweep.reset();
        isFresh = true;
    }

    void startLane (int lane) noexcept override
    {
        for (auto& stage : chain)
            stage.resetLane (lane);

        returned.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        sweep.begin (block);
        const auto wanted = stageCounts[static_cast<std::size_t> (block.choice (stages))];
        const auto before = isFresh ? wanted : now;

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            const auto octaves = 2.5f * block[depth][frame] * dsp::sine (sweep.next (block, frame));
            const auto shape = dsp::OnePole<S>::design (block[centre][frame] * dsp::exp2 (octaves) * framePeriod);
            auto y = dsp::softLimit (x + 0.9f * block[feedback][frame] * returned);
            S old = y, phased = y;

            for (std::size_t i = 0; i < chain.size(); ++i)
            {
                y = 2.0f * chain[i].low (y, shape) - y;
                old = i + 1 == before ? y : old;
                phased = i + 1 == wanted ? y : phased;
            }

            const auto way = static_cast<float> (frame + 1) / quantum;
            returned = dsp::mix (old, phased, S (way));
            block[out][frame] = dsp::mix (x, returned, block[mix][frame]);
        }

        now = wanted;
        isFresh = false;

        if (block[in].silent)
            settle (block[out]);
    }

private:
    static constexpr std::array<std::string_view, 4> stageNames { "4", "6", "8", "12" };
    static constexpr std::array<std::size_t, 4> stageCounts { 4, 6, 8, 12 };

    float framePeriod = 1 / 48'000.0f;
    std::array<dsp::OnePole<S>, 12> chain;
    S returned { 0.0f };
    std::size_t now = 6; ///< Stages heard; another number is faded to within a quantum, against clicks.
    bool isFresh = true;
};

} // namespace athanor
