// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/StateVariable.h"
#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** The resonances of a mouth: vowels, and everything between two of them.

    Formants of a tenor after the tables of the Csound manual (appendix "Formant values", 2005), which follow Johan Sundberg,
    "The Science of the Singing Voice", 1987.
*/
template <typename S>
class FormantFilter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "filter.formant", "Formant filter", "Filters", "Makes a sound speak: the vowels, and everything between two of them." };

    FormantFilter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound that shall speak; best one with many harmonics." };
    Knob vowel { *this, "vowel", { 0, 4, 0 }, "A at 0, E at 1, I at 2, O at 3, U at 4, and everything between." };
    Knob size { *this, "size", semitones (-12, 12, 0), "How small the mouth is: a giant below zero, a child above." };
    Knob sharpness { *this, "sharpness", amount (0.5f), "How clearly it speaks." };
    Knob mix { *this, "mix", amount (1), "How much of it is heard instead of the sound itself." };
    Output out { *this, "out", "The sound that speaks." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        for (auto& filter : filters)
            filter.reset();
    }

    void startLane (int lane) noexcept override
    {
        for (auto& filter : filters)
            filter.resetLane (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        bool isQuiet = block[in].silent;

        for (auto& filter : filters)
            isQuiet = isQuiet && filter.isQuiet();

        if (isQuiet)
        {
            reset();
            return block[out].clear();
        }

        const bool isSteady = block[vowel].steady && block[size].steady && block[sharpness].steady;
        isSteady ? render<false> (block) : render<true> (block);
    }

private:
    static constexpr std::size_t count = 5;
    static constexpr std::size_t vowels = 5;

    using Filter = dsp::StateVariable<S::size>;
    using Row = std::array<float, count>;

    // Hz, factors and Hz, for the vowels A E I O U.
    static constexpr std::array<Row, vowels> frequencies { { { 650, 1'080, 2'650, 2'900, 3'250 }, { 400, 1'700, 2'600, 3'200, 3'580 }, { 290, 1'870, 2'800, 3'250, 3'540 }, { 400, 800, 2'600, 2'800, 3'000 }, { 350, 600, 2'700, 2'900, 3'300 } } };
    static constexpr std::array<Row, vowels> levels { { { 1, 0.501f, 0.447f, 0.398f, 0.079f }, { 1, 0.2f, 0.251f, 0.2f, 0.1f }, { 1, 0.178f, 0.126f, 0.1f, 0.032f }, { 1, 0.316f, 0.251f, 0.251f, 0.05f }, { 1, 0.1f, 0.141f, 0.2f, 0.05f } } };
    static constexpr std::array<Row, vowels> widths { { { 80, 90, 120, 130, 140 }, { 70, 80, 100, 120, 120 }, { 40, 90, 100, 120, 120 }, { 40, 80, 100, 120, 120 }, { 40, 60, 100, 120, 120 } } };

    struct Shapes
    {
        std::array<typename Filter::Shape, count> filters;
        std::array<S, count> gains;
    };

    static S between (const std::array<Row, vowels>& table, S place, std::size_t formant) noexcept
    {
        S value (table[0][formant]);

        for (std::size_t i = 1; i < vowels; ++i)
            value = dsp::mix (value, S (table[i][formant]), clamp (place - static_cast<float> (i - 1), S (0.0f), S (1.0f)));

        return value;
    }

    Shapes shapesAt (const Block<S>& block, int frame) const noexcept
    {
        const auto place = block[vowel][frame];
        const auto scale = dsp::exp2 (block[size][frame] * (1.0f / 12));
        const auto broad = dsp::exp2 (dsp::fma (block[sharpness][frame], S (-3.0f), S (2.0f)));
        Shapes shapes;

        for (std::size_t i = 0; i < count; ++i)
        {
            const auto hz = between (frequencies, place, i);
            const auto damping = between (widths, place, i) * broad / hz;
            shapes.filters[i] = Filter::design (hz * scale * framePeriod, damping);
            shapes.gains[i] = between (levels, place, i) * damping * 2.0f;
        }

        return shapes;
    }

    template <bool isMoving>
    void render (const Block<S>& block) noexcept
    {
        auto shapes = shapesAt (block, 0);
        const auto &input = block[in], &mixes = block[mix];
        auto& result = block[out];
        auto now = filters;

        for (int frame = 0; frame < quantum; ++frame)
        {
            // A mouth is slow: eight frames are a sixth of a millisecond.
            if (isMoving && frame % 8 == 0)
                shapes = shapesAt (block, frame);

            S sum { 0.0f };

            for (std::size_t i = 0; i < count; ++i)
                sum = dsp::fma (now[i].tick (input[frame], shapes.filters[i]).band, shapes.gains[i], sum);

            result[frame] = dsp::mix (input[frame], sum, mixes[frame]);
        }

        filters = now;
    }

    float framePeriod = 1 / 48'000.0f;
    std::array<Filter, count> filters;
};

} // namespace athanor
