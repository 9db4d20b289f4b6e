// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Dsp/Filter/OnePole.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** From one point to wider than it came, with the bass in the middle. */
template <typename S>
class Width final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.width", "Width", "Effects", "Makes the sound narrower or wider, and keeps the bass in the middle." };

    Width() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to make narrower or wider." };
    Knob width { *this, "width", Range { 0, 2, 1 }, "0 is one point in the middle, 1 leaves it, 2 doubles what sets the sides apart." };
    Knob bassBelow { *this, "bassBelow", hertz (10, 500, 10), "What is below stands in the middle; all the way down is off." };
    Knob middle { *this, "middle", decibels (-24, 12, 0), "How loud is what both sides share." };
    Output out { *this, "out", "The sound in its new width." };
    Tail tail { *this, 0.1 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { lows.reset(); }

    void process (const Block<S>& block) noexcept override
    {
        const Through louder (block[middle], [] (S x) { return dsp::decibelsToGain (x); });
        const Through shape (block[bassBelow], [this] (S hz) { return dsp::OnePole<S>::design (hz * framePeriod); });
        const Through share (block[bassBelow], [] (S hz) { return clamp ((hz - 10.0f) * 0.1f, S (0.0f), S (1.0f)); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            const auto shared = 0.5f * (x + dsp::swapped (x));
            const auto apart = 0.5f * (x - dsp::swapped (x));
            const auto high = apart - share[frame] * lows.low (apart, shape[frame]);
            block[out][frame] = shared * louder[frame] + high * block[width][frame];
        }

        if (block[in].silent)
            settle (block[out]);
    }

private:
    float framePeriod = 1 / 48'000.0f;
    dsp::OnePole<S> lows;
};

} // namespace athanor
