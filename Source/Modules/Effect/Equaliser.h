// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/Equaliser.h"
#include "Modules/Knobs.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace athanor
{

/** Lifts and lowers parts of the spectrum: two cuts, two shelves, three bells. */
template <typename S>
class Equaliser final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.eq", "Equaliser", "Effects", "Lifts and lowers parts of the spectrum." };

    Equaliser() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to shape." };
    Knob lowCut { *this, "lowCut", hertz (10, 2'000, 10), "What is below is taken away; all the way down is off." };
    Knob lowFrequency { *this, "lowFrequency", hertz (20, 1'000, 120), "Where the low shelf ends." };
    Knob lowGain { *this, "lowGain", decibels (-24, 24, 0), "How much louder the bass below it gets." };
    Knob frequency1 { *this, "frequency1", hertz (20, 20'000, 300), "The middle of the first bell." };
    Knob gain1 { *this, "gain1", decibels (-24, 24, 0), "How much louder the first bell makes it." };
    Knob width1 { *this, "width1", octaves (1.5f), "How wide the first bell is, in octaves." };
    Knob frequency2 { *this, "frequency2", hertz (20, 20'000, 1'200), "The middle of the second bell." };
    Knob gain2 { *this, "gain2", decibels (-24, 24, 0), "How much louder the second bell makes it." };
    Knob width2 { *this, "width2", octaves (1.5f), "How wide the second bell is, in octaves." };
    Knob frequency3 { *this, "frequency3", hertz (20, 20'000, 4'000), "The middle of the third bell." };
    Knob gain3 { *this, "gain3", decibels (-24, 24, 0), "How much louder the third bell makes it." };
    Knob width3 { *this, "width3", octaves (1.5f), "How wide the third bell is, in octaves." };
    Knob highFrequency { *this, "highFrequency", hertz (1'000, 20'000, 8'000), "Where the high shelf begins." };
    Knob highGain { *this, "highGain", decibels (-24, 24, 0), "How much louder the treble above it gets." };
    Knob highCut { *this, "highCut", hertz (500, 22'000, 22'000), "What is above is taken away; all the way up is off." };
    Knob level { *this, "level", decibels (-24, 24, 0), "How loud the whole is afterwards." };
    Output out { *this, "out", "The sound with its new colour." };
    Tail tail { *this, 0.05 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        for (auto& band : bands)
            band.reset();
    }

    void startLane (int lane) noexcept override
    {
        for (auto& band : bands)
            band.resetLane (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        block[out].frames = block[in].frames;

        run (block, bands[0], { &lowCut }, isAt (block, lowCut, lowest), [&] (int frame) {
            return Filter::lowCut (ratioAt (block, lowCut, frame), S (flat), clamp ((block[lowCut][frame] - lowest) * 0.1f, S (0.0f), S (1.0f)));
        });
        run (block, bands[1], { &lowFrequency, &lowGain }, isAt (block, lowGain, 0), [&] (int frame) {
            return Filter::lowShelf (ratioAt (block, lowFrequency, frame), block[lowGain][frame], S (flat));
        });
        bell (block, bands[2], frequency1, gain1, width1);
        bell (block, bands[3], frequency2, gain2, width2);
        bell (block, bands[4], frequency3, gain3, width3);
        run (block, bands[5], { &highFrequency, &highGain }, isAt (block, highGain, 0), [&] (int frame) {
            return Filter::highShelf (ratioAt (block, highFrequency, frame), block[highGain][frame], S (flat));
        });
        run (block, bands[6], { &highCut }, isAt (block, highCut, highest), [&] (int frame) {
            return Filter::highCut (ratioAt (block, highCut, frame), S (flat), clamp ((highest - block[highCut][frame]) * 0.0005f, S (0.0f), S (1.0f)));
        });

        if (! isAt (block, level, 0))
        {
            const Through gains (block[level], [] (S x) { return dsp::decibelsToGain (x); });

            for (int frame = 0; frame < quantum; ++frame)
                block[out][frame] *= gains[frame];
        }

        if (block[in].silent)
            settle (block[out]);
    }

private:
    using Filter = dsp::Band<S::size>;

    static constexpr float lowest = 10, highest = 22'000; ///< Where the cuts are off.
    static constexpr float flat = 0.70710678f;            ///< Quality without a bump.
    static constexpr int framesPerShape = 4;              ///< Tangents are dear; four frames are too short to hear.

    static constexpr Range octaves (float initial) { return { 0.1f, 4, initial, "oct", Curve::logarithmic }; }

    static bool isAt (const Block<S>& block, const Knob& knob, float value) noexcept
    {
        return block[knob].steady && isNone (abs (block[knob].first() - value) > 0.0f);
    }

    S ratioAt (const Block<S>& block, const Knob& knob, int frame) const noexcept { return block[knob][frame] * framePeriod; }

    void bell (const Block<S>& block, Filter& band, const Knob& frequency, const Knob& gain, const Knob& width) noexcept
    {
        run (block, band, { &frequency, &gain, &width }, isAt (block, gain, 0), [&] (int frame) {
            const auto span = dsp::exp2 (block[width][frame]);
            return Filter::bell (ratioAt (block, frequency, frame), block[gain][frame], sqrt (span) / (span - 1.0f));
        });
    }

    /** Sends the sound through a band in its place. A band that is off costs nothing, and begins anew when it is turned on. */
    template <typename Design>
    void run (const Block<S>& block, Filter& band, std::initializer_list<const Knob*> knobs, bool isOff, Design design) noexcept
    {
        if (isOff)
            return band.reset();

        const bool isSteady = std::ranges::all_of (knobs, [&] (auto* knob) { return block[*knob].steady; });
        auto& sound = block[out];
        auto filter = band;
        auto shape = design (0);

        for (int frame = 0; frame < quantum; ++frame)
        {
            if (! isSteady && frame % framesPerShape == 0)
                shape = design (frame);

            sound[frame] = filter.tick (sound[frame], shape);
        }

        band = filter;
    }

    float framePeriod = 1 / 48'000.0f;
    std::array<Filter, 7> bands;
};

} // namespace athanor
