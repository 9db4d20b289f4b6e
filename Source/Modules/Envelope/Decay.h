// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Envelope/Curve.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Rises and falls when it is struck, however long the key is held. */
template <typename S>
class Decay final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "env.decay", "Decay", "Envelopes", "Rises and falls when it is struck, however long the key is held: drums, plucks, accents." };

    Decay() : ModuleOf<S> (about) {}

    Input trigger { *this, "trigger", "Above one half where it is struck; it rises anew from where it is.", Normal::trigger };
    Input velocity { *this, "velocity", "How hard it is struck, 0 to 1.", Normal::velocity };
    Knob attack { *this, "attack", seconds (0, 5, 0.001f), "How long it takes to rise." };
    Knob decay { *this, "decay", seconds (0.001f, 20, 0.3f), "How long it takes to fall by 60 dB." };
    Knob touch { *this, "touch", amount (0), "How much lower it is where it is struck softly." };
    Output out { *this, "out", "The envelope, 0 to 1." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { level = rising = height = S (0.0f); }

    void startLane (int lane) noexcept override
    {
        for (auto* part : { &level, &rising, &height })
            part->set (lane, 0);
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto& strikes = block[trigger];
        auto& result = block[out];

        if (strikes.silent && isNone (level > 0.0f) && isNone (rising > 0.5f))
            return result.clear();

        const Through up (block[attack], [this] (S time) { return dsp::keptPerFrame (time, dsp::attackHalvings, framePeriod); });
        const Through down (block[decay], [this] (S time) { return dsp::keptPerFrame (time, dsp::decayHalvings, framePeriod); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto isStruck = strikes[frame] > 0.5f;
            const auto isRising = isStruck | (rising > 0.5f);
            height = select (isStruck, dsp::mix (S (1.0f), block[velocity][frame], block[touch][frame]), height);
            const auto goal = select (isRising, height * dsp::attackPeak, S (0.0f));
            const auto next = dsp::fma (level - goal, select (isRising, up[frame], down[frame]), goal);

            // From above its new height it does not rise; it only goes on falling.
            const auto isThere = next >= height;
            rising = select (isRising & ! isThere, S (1.0f), S (0.0f));
            level = select (isRising & (level <= height), min (next, height), next);
            result[frame] = level;
        }

        level = select ((level > dsp::silence) | (rising > 0.5f), level, S (0.0f));
    }

private:
    float framePeriod = 1 / 48'000.0f;
    S level { 0.0f }, rising { 0.0f }, height { 0.0f };
};

} // namespace athanor
