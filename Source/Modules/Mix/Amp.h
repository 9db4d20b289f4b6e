// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Module.h"

namespace athanor
{

/** A voltage-controlled amplifier: an envelope opens and closes it. */
template <typename S>
class Amp final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "amp", "Amp", "Mix", "Opens and closes for an envelope: silent at 0, as loud as it comes in at 1." };

    Amp() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to open and close." };
    Input in2 { *this, "in2", "A second sound that is treated alike, as for the right of two channels." };
    Input level { *this, "level", "How far it is open, 0 to 1; an envelope goes here." };
    Knob open { *this, "open", amount (0), "How far it is open with nothing plugged in; the level is added." };
    Knob gain { *this, "gain", decibels (-60, 24, 0), "How loud it is when fully open." };
    Knob curve { *this, "curve", choice (curves), "Linear follows the level exactly; exponential opens late, as the ear hears loudness." };
    Output out { *this, "out", "The sound, as loud as the level lets it be." };
    Output out2 { *this, "out2", "The second sound, as loud as the level lets it be." };
    Tail tail { *this, 0 };

    void process (const Block<S>& block) noexcept override
    {
        const bool isShut = block[level].silent && block[open].steady && isNone (block[open].first() > 0.0f);
        auto &first = block[out], &second = block[out2];

        if (isShut || block[in].silent)
            first.clear();

        if (isShut || block[in2].silent)
            second.clear();

        if (! first.silent && ! second.silent)
            render<true, true> (block);
        else if (! first.silent)
            render<true, false> (block);
        else if (! second.silent)
            render<false, true> (block);
    }

private:
    static constexpr std::array<std::string_view, 2> curves { "linear", "exponential" };

    template <bool hasFirst, bool hasSecond>
    void render (const Block<S>& block) noexcept
    {
        const bool isExponential = block.choice (curve) == 1;
        const bool isGainSteady = block[gain].steady;
        const auto &a = block[in], &b = block[in2], &opening = block[level], &offset = block[open];
        auto &x = block[out], &y = block[out2];
        auto loud = dsp::decibelsToGain (block[gain].first());

        for (int frame = 0; frame < quantum; ++frame)
        {
            if (! isGainSteady)
                loud = dsp::decibelsToGain (block[gain][frame]);

            const auto wide = opening[frame] + offset[frame];

            // The cube is 60 dB down at a tenth, as an exponential would be, but reaches zero without a jump.
            const auto factor = isExponential ? wide * wide * wide * loud : wide * loud;

            if constexpr (hasFirst)
                x[frame] = a[frame] * factor;

            if constexpr (hasSecond)
                y[frame] = b[frame] * factor;
        }
    }
};

} // namespace athanor
