// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Envelope/SegmentLanes.h"

namespace athanor
{

/** Delay, attack, hold, decay, sustain and release, each in exactly its time, with bends to draw. */
template <typename S>
class Ahdsr final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "env.ahdsr", "Envelope with hold", "Envelopes",
                                           "An envelope whose stretches take exactly their time, with a delay, a hold and bends of your own." };

    Ahdsr() : ModuleOf<S> (about) {}

    Input gate { *this, "gate", "Above one half while the key is held.", Normal::gate };
    Input trigger { *this, "trigger", "Above one half where a note starts again.", Normal::trigger };
    Knob delay { *this, "delay", seconds (0, 10, 0), "How long it waits before it rises." };
    Knob attack { *this, "attack", seconds (0, 20, 0.005f), "How long it takes to rise." };
    Knob hold { *this, "hold", seconds (0, 10, 0.02f), "How long it stays at its highest." };
    Knob decay { *this, "decay", seconds (0, 20, 0.3f), "How long it takes to fall to sustain." };
    Knob sustain { *this, "sustain", amount (0.5f), "Where it stays while the key is held." };
    Knob release { *this, "release", seconds (0, 20, 0.3f), "How long it takes to fade when the key is let go." };
    Knob attackBend { *this, "attackBend", bipolar (0.1f), "How it rises: fast first above zero, fast last below." };
    Knob fallBend { *this, "fallBend", bipolar (0.5f), "How it falls: fast first above zero, fast last below." };
    Output out { *this, "out", "The envelope, 0 to 1." };
    Tail tail { *this, 0 };

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
        lanes.process (block[gate], block[trigger], block[out], [&] (int lane) {
            const auto frames = [&] (const Knob& knob) { return block[knob].last()[lane] * sampleRate; };
            const float rise = block[attackBend].last()[lane], fall = block[fallBend].last()[lane], level = block[sustain].last()[lane];
            return dsp::SegmentPlan { { { { frames (delay), 0, 0 }, { frames (attack), 1, rise }, { frames (hold), 1, 0 }, { frames (decay), level, fall }, { frames (release), 0, fall } } },
                                      5,
                                      3,
                                      -1 };
        });
    }

private:
    float sampleRate = 48'000;
    SegmentLanes<S> lanes;
};

} // namespace athanor
