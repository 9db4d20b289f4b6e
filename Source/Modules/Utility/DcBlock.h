// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/OnePole.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Centres a wave that stands off zero. */
template <typename S>
class DcBlock final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.dcblock", "DC block", "Utility", "Takes away what stands still, which nobody hears and every speaker feels." };

    DcBlock() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound." };
    Knob frequency { *this, "frequency", hertz (1, 50, 8), "What is slower is taken away." };
    Output out { *this, "out", "The sound around zero." };
    Tail tail { *this, 0.3 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { filter.reset(); }

    void startLane (int lane) noexcept override { filter.resetLane (lane); }

    void process (const Block<S>& block) noexcept override
    {
        const Through shape (block[frequency], [this] (S hz) { return dsp::OnePole<S>::design (hz * framePeriod); });

        for (int frame = 0; frame < quantum; ++frame)
            block[out][frame] = filter.high (block[in][frame], shape[frame]);

        if (block[in].silent)
            settle (block[out]);
    }

private:
    float framePeriod = 1 / 48'000.0f;
    dsp::OnePole<S> filter;
};

} // namespace athanor
