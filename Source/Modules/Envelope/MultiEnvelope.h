// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Envelope/SegmentLanes.h"
#include "Modules/KnobRow.h"

namespace athanor
{

/** Up to six stretches from level to level, which may go round while the key is held. */
template <typename S>
class MultiEnvelope final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "env.multi", "Multi-stage envelope", "Envelopes",
                                           "Up to six stretches from level to level that may go round and round: rhythms, wobbles, long journeys." };

    MultiEnvelope() : ModuleOf<S> (about) {}

    Input gate { *this, "gate", "Above one half while the key is held.", Normal::gate };
    Input trigger { *this, "trigger", "Above one half where a note starts again.", Normal::trigger };
    std::array<Knob, 6> times { knobRow (*this, timeNames, seconds (0, 20, 0.2f), "How long this stretch takes.") };
    std::array<Knob, 6> levels { knobRow (*this, levelNames, bipolar (0), "The level this stretch leads to.") };
    std::array<Knob, 6> bends { knobRow (*this, bendNames, bipolar (0), "How this stretch bends: fast first above zero, fast last below.") };
    Knob stages { *this, "stages", whole (1, 6, 4), "How many stretches there are." };
    Knob sustain { *this, "sustain", whole (0, 6, 0), "After which stretch it waits while the key is held; 0 for none." };
    Knob loop { *this, "loop", whole (0, 6, 0), "With which stretch it goes on there, or at its end, while the key is held; 0 for none." };
    Knob speed { *this, "speed", { 0.125f, 8, 1, "x", Curve::logarithmic }, "How fast all of it goes." };
    Knob scale { *this, "scale", amount (1), "How high all of it is." };
    Output out { *this, "out", "The envelope, -1 to 1." };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        reset();
    }

    void reset() noexcept override { lanes.reset(); }

    void startLane (int lane) noexcept override { lanes.resetLane (lane); }

    /** Knobs are taken at the end of each quantum: a time that moves cannot be heard any finer. */
    void process (const Block<S>& block) noexcept override
    {
        dsp::SegmentPlan plan;
        plan.count = block.choice (stages);
        plan.sustain = std::min (block.choice (sustain), plan.count) - 1;
        plan.loopFrom = std::min (block.choice (loop), plan.count) - 1;

        if (plan.sustain >= 0 && plan.loopFrom > plan.sustain)
            plan.loopFrom = -1;

        lanes.process (block[gate], block[trigger], block[out], [&] (int lane) {
            const float frames = sampleRate / block[speed].last()[lane];
            const float height = block[scale].last()[lane];

            for (std::size_t i = 0; i < times.size(); ++i)
                plan.segments[i] = { block[times[i]].last()[lane] * frames, block[levels[i]].last()[lane] * height, block[bends[i]].last()[lane] };

            return plan;
        });
    }

private:
    static constexpr std::array<std::string_view, 6> timeNames { "time1", "time2", "time3", "time4", "time5", "time6" };
    static constexpr std::array<std::string_view, 6> levelNames { "level1", "level2", "level3", "level4", "level5", "level6" };
    static constexpr std::array<std::string_view, 6> bendNames { "bend1", "bend2", "bend3", "bend4", "bend5", "bend6" };

    float sampleRate = 48'000;
    SegmentLanes<S> lanes;
};

} // namespace athanor
