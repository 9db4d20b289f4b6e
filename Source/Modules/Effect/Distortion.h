// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/OnePole.h"
#include "Dsp/Shape/Distortion.h"
#include "Dsp/Shape/HalfBand.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Drives the sound into a curve, which gives it overtones. */
template <typename S>
class Distortion final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.distortion", "Distortion", "Effects", "Overdrives the sound, from a little warmth to destruction." };

    Distortion() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to overdrive." };
    Knob kind { *this, "kind", choice (dsp::bendNames), "How the wave is bent: rounded, rounded unevenly, cut off, folded back, or turned up." };
    Knob drive { *this, "drive", decibels (0, 48, 12), "How hard the sound is driven into the curve; its loudness is held back in part." };
    Knob bias { *this, "bias", bipolar (0), "Shifts the wave to one side of the curve, for even overtones." };
    Knob tone { *this, "tone", hertz (500, 20'000, 10'000), "What is above grows dull, against harshness." };
    Knob level { *this, "level", decibels (-24, 24, 0), "How loud it is afterwards." };
    Knob mix { *this, "mix", amount (1), "How much is overdriven; in between, the clean sound plays beside it." };
    Output out { *this, "out", "The sound, overdriven." };
    Tail tail { *this, 0.1 };

    void prepare (double rate) override
    {
        over.prepare (rate);
        framePeriod = static_cast<float> (1 / (rate * over.factor()));
        reset();
    }

    void reset() noexcept override
    {
        over.reset();
        treble.reset();
        offset.reset();
        isFresh = true;
    }

    void startLane (int lane) noexcept override
    {
        over.resetLane (lane);
        treble.resetLane (lane);
        offset.resetLane (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto wanted = static_cast<dsp::Bend> (block.choice (kind));
        const auto before = isFresh ? wanted : now;
        const Through gain (block[drive], [] (S x) { return dsp::decibelsToGain (x); });
        const Through taken (block[drive], [] (S x) { return dsp::decibelsToGain (-0.4f * x); });
        const Through louder (block[level], [] (S x) { return dsp::decibelsToGain (x); });
        const Through dull (block[tone], [this] (S hz) { return dsp::OnePole<S>::design (hz * framePeriod); });
        const auto slow = dsp::OnePole<S>::design (S (8.0f * framePeriod));

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto push = gain[frame], pull = taken[frame], shape = dull[frame], wet = block[mix][frame], lean = block[bias][frame];
            const auto turn = static_cast<float> (frame + 1) / quantum;

            const auto bent = [&] (S x) {
                const auto driven = x * push + lean;
                auto y = dsp::bend (wanted, driven);

                if (before != wanted)
                    y = dsp::mix (dsp::bend (before, driven), y, S (turn));

                y = offset.high (treble.low (y, shape), slow);
                return dsp::mix (x, y * pull, wet);
            };

            block[out][frame] = over.tick (block[in][frame], bent) * louder[frame];
        }

        now = wanted;
        isFresh = false;

        if (block[in].silent)
            settle (block[out]);
    }

private:
    float framePeriod = 1 / 192'000.0f; ///< Of the higher rate.
    dsp::Oversampled<S> over;
    dsp::OnePole<S> treble, offset;
    dsp::Bend now = dsp::Bend::soft; ///< A new kind is faded to within a quantum, against clicks.
    bool isFresh = true;
};

} // namespace athanor
