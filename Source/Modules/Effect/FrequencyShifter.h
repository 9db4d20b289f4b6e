// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Shape/Quadrature.h"
#include "Dsp/Shape/SoftLimit.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Moves every tone by the same number of hertz, so that harmonies come apart.

    Harald Bode and Robert Moog, "A high-accuracy frequency shifter for professional audio applications", 1972.
*/
template <typename S>
class FrequencyShifter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.shifter", "Frequency shifter", "Effects", "Moves every tone by the same number of hertz, so that harmonies come apart." };

    FrequencyShifter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to shift." };
    Knob shift { *this, "shift", Range { -2'000, 2'000, 60, "Hz" }, "How far everything moves; a few hertz make it float." };
    Knob fine { *this, "fine", Range { -10, 10, 0, "Hz" }, "Moves it a little more." };
    Knob feedback { *this, "feedback", amount (0), "How much is shifted again, into endless stairs." };
    Knob mix { *this, "mix", amount (1), "How much is shifted; in between, both play together." };
    Output out { *this, "out", "The sound, shifted up." };
    Output down { *this, "down", "The sound, shifted down as far." };
    Tail tail { *this, 0.3 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        quadrature.prepare (rate);
        reset();
    }

    void reset() noexcept override
    {
        quadrature.reset();
        phase = returned = S (0.0f);
    }

    void startLane (int lane) noexcept override
    {
        quadrature.resetLane (lane);
        returned.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            const auto pair = quadrature.tick (dsp::softLimit (x + 0.95f * block[feedback][frame] * returned));
            const auto a = pair.first * dsp::cosine (phase);
            const auto b = pair.second * dsp::sine (phase);
            phase = dsp::fraction (phase + (block[shift][frame] + block[fine][frame]) * framePeriod);
            returned = a - b;
            block[out][frame] = dsp::mix (pair.first, a - b, block[mix][frame]);
            block[down][frame] = dsp::mix (pair.first, a + b, block[mix][frame]);
        }

        if (block[in].silent && settle (block[out]))
            settle (block[down]);
    }

private:
    float framePeriod = 1 / 48'000.0f;
    dsp::Quadrature<S> quadrature;
    S phase { 0.0f }, returned { 0.0f };
};

} // namespace athanor
