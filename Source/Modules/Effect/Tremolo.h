// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/OnePole.h"
#include "Modules/Effect/Sweep.h"

namespace athanor
{

/** Makes the sound pulse, or wander from side to side. */
template <typename S>
class Tremolo final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.tremolo", "Tremolo", "Effects", "Makes the sound louder and softer in turns; spread wide, it wanders from side to side." };

    Tremolo() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to set in motion." };
    Sweep<S> sweep { *this, 5, 0 };
    Knob shape { *this, "shape", choice (shapes), "How it swells and fades." };
    Knob depth { *this, "depth", amount (0.6f), "How soft it gets: at 1 it falls silent." };
    Output out { *this, "out", "The sound in motion." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        // 150 Hz rounds the corners of a square off, so that it does not click.
        rounding = dsp::OnePole<S>::design (S (static_cast<float> (150 / rate)));
        reset();
    }

    void reset() noexcept override
    {
        sweep.reset();
        corners.reset();
        isFresh = true;
    }

    void process (const Block<S>& block) noexcept override
    {
        sweep.begin (block);
        const auto kind = block.choice (shape);
        const bool isSilent = block[in].silent;

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto phase = dsp::fraction (sweep.next (block, frame));
            const auto fall = waveAt (kind, phase) * block[depth][frame];

            if (isFresh)
                corners.resetTo (fall);

            isFresh = false;
            block[out][frame] = block[in][frame] * (1.0f - corners.low (fall, rounding));
        }

        if (isSilent)
            block[out].clear();
    }

private:
    static constexpr std::array<std::string_view, 5> shapes { "sine", "triangle", "square", "fading", "swelling" };

    /** How far it has fallen: 0 is loud, 1 is soft. */
    static S waveAt (int kind, S phase) noexcept
    {
        switch (kind)
        {
            case 1:
                return 1.0f - abs (2.0f * phase - 1.0f);
            case 2:
                return select (phase < 0.5f, S (0.0f), S (1.0f));
            case 3:
                return phase;
            case 4:
                return 1.0f - phase;
            default:
                return 0.5f - 0.5f * dsp::cosine (phase);
        }
    }

    dsp::OnePole<S> corners;
    S rounding { 0.0f };
    bool isFresh = true;
};

} // namespace athanor
