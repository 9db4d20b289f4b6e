// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Tells how loud a sound is, as motions that can turn other things. */
template <typename S>
class Meter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.meter", "Meter", "Utility", "Measures how loud a sound is, to look at or to turn something else." };

    Meter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to measure." };
    Knob time { *this, "time", seconds (0.005f, 3, 0.3f), "How long the measure looks back." };
    Output out { *this, "out", "The sound, as it came." };
    Output peak { *this, "peak", "The highest it has been lately, 0 to 1 and beyond." };
    Output strength { *this, "strength", "How strong it has been lately (RMS): a full sine is 0.707." };
    Tail tail { *this, 8 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { mean = highest = S (0.0f); }

    void startLane (int lane) noexcept override
    {
        mean.set (lane, 0.0f);
        highest.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        const Through left (block[time], [this] (S seconds) { return dsp::exp2 (-1.44269504f * framePeriod / seconds); });
        block[out] = block[in];

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            const auto kept = left[frame];
            mean = dsp::fma (mean - x * x, kept, x * x);
            highest = max (abs (x), highest * kept);
            block[peak][frame] = highest;
            block[strength][frame] = dsp::sqrt (mean);
        }

        settle (block[peak]);
        settle (block[strength]);
    }

private:
    float framePeriod = 1 / 48'000.0f;
    S mean { 0.0f }, highest { 0.0f };
};

} // namespace athanor
