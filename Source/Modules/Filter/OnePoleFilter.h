// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/OnePole.h"
#include "Modules/Filter/Cutoff.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** The gentlest filter: 6 dB for each octave. */
template <typename S>
class OnePoleFilter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "filter.onepole", "Gentle filter", "Filters", "Takes the edge off, or the mud out, without a trace of its own." };

    OnePoleFilter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to filter." };
    Cutoff cutoff { *this, 2'000 };
    Output low { *this, "low", "What is below the cutoff." };
    Output high { *this, "high", "What is above the cutoff; together with the low it is the sound again." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { pole.reset(); }

    void startLane (int lane) noexcept override { pole.resetLane (lane); }

    void process (const Block<S>& block) noexcept override
    {
        const auto& input = block[in];
        auto &below = block[low], &above = block[high];

        if (input.silent && isNone (pole.size() > 1e-6f))
        {
            pole.reset();
            below.clear();
            above.clear();
            return;
        }

        const bool isSteady = cutoff.isSteady (block);
        const auto hz = cutoff.over (block);
        auto shape = dsp::OnePole<S>::design (hz[0] * framePeriod);
        auto now = pole;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if (! isSteady)
                shape = dsp::OnePole<S>::design (hz[frame] * framePeriod);

            below[frame] = now.low (input[frame], shape);
            above[frame] = input[frame] - below[frame];
        }

        pole = now;
    }

private:
    float framePeriod = 1 / 48'000.0f;
    dsp::OnePole<S> pole;
};

} // namespace athanor
