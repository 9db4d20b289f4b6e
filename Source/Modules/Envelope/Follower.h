// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Envelope/Curve.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** How loud a sound is, as a signal to turn knobs with. */
template <typename S>
class Follower final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "env.follower", "Follower", "Envelopes", "Listens how loud a sound is, and turns knobs with it: auto-wah, ducking, talking pads." };

    Follower() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to listen to." };
    Knob attack { *this, "attack", seconds (0.0005f, 1, 0.005f), "How fast it follows a sound that grows." };
    Knob release { *this, "release", seconds (0.005f, 5, 0.15f), "How fast it follows a sound that fades." };
    Knob gain { *this, "gain", decibels (-24, 36, 0), "How sensitive it is." };
    Output out { *this, "out", "The loudness, 0 to 1; a full-scale sine reaches 1." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { level = S (0.0f); }

    void startLane (int lane) noexcept override { level.set (lane, 0); }

    void process (const Block<S>& block) noexcept override
    {
        const auto& input = block[in];
        auto& result = block[out];

        if (input.silent && isNone (level > 1e-5f))
        {
            level = S (0.0f);
            return result.clear();
        }

        // One time constant, 63 % of the way, is what musicians expect of a follower's times.
        const Through up (block[attack], [this] (S time) { return dsp::keptPerFrame (time, 1.44269504f, framePeriod); });
        const Through down (block[release], [this] (S time) { return dsp::keptPerFrame (time, 1.44269504f, framePeriod); });
        const auto loud = gainsOf (block[gain]);

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto now = dsp::abs (input[frame]) * loud[frame];
            level = dsp::fma (level - now, select (now > level, up[frame], down[frame]), now);
            result[frame] = min (level, S (1.0f));
        }
    }

private:
    float framePeriod = 1 / 48'000.0f;
    S level { 0.0f };
};

} // namespace athanor
