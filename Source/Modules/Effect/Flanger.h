// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Delay/DelayLine.h"
#include "Dsp/Shape/SoftLimit.h"
#include "Modules/Effect/Sweep.h"

namespace athanor
{

/** Two tape machines that play the same and are never at the same place. */
template <typename S>
class Flanger final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.flanger", "Flanger", "Effects", "Sends a comb of notches up and down the sound, like a jet." };

    Flanger() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to comb." };
    Sweep<S> sweep { *this, 0.15f };
    Knob delay { *this, "delay", seconds (0.0002f, 0.01f, 0.0018f), "How far apart the two are in the middle of the motion." };
    Knob depth { *this, "depth", amount (0.7f), "How far the motion goes." };
    Knob feedback { *this, "feedback", bipolar (0.5f), "How much it sings; to the left it sings hollow." };
    Knob mix { *this, "mix", amount (0.5f), "How much of the second is heard; in the middle the notches are deepest." };
    Output out { *this, "out", "Both together." };
    Tail tail { *this, 0.3 };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        line.prepare (static_cast<int> (0.045 * rate) + 8);
        reset();
    }

    void reset() noexcept override
    {
        line.reset();
        sweep.reset();
    }

    void startLane (int lane) noexcept override { line.clearLane (lane); }

    void process (const Block<S>& block) noexcept override
    {
        sweep.begin (block);

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];

            // By octaves, two each way at most, as an ear hears the notches move.
            const auto octaves = 2.0f * block[depth][frame] * dsp::sine (sweep.next (block, frame));
            const auto distance = max (block[delay][frame] * sampleRate * dsp::exp2 (octaves), S (2.0f));
            const auto second = line.read (distance - 1.0f);
            line.push (dsp::softLimit (x + 0.95f * block[feedback][frame] * second));
            block[out][frame] = dsp::mix (x, second, block[mix][frame]);
        }

        if (block[in].silent)
            settle (block[out]);
    }

private:
    float sampleRate = 48'000;
    dsp::DelayLine<S> line;
};

} // namespace athanor
