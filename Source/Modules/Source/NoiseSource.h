// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/OnePole.h"
#include "Modules/Source/NoteSeed.h"

#include <array>

namespace athanor
{

/** White, pink and brown noise, the same each time a song is played. */
template <typename S>
class NoiseSource final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.noise", "Noise", "Sources", "Wind, breath, surf and snares: noise in three colours." };

    NoiseSource() : ModuleOf<S> (about) {}

    Input random { *this, "random", "What makes the noise of one note unlike that of the next.", Normal::random };
    Knob colour { *this, "colour", choice (colours), "White hisses, pink is as the ear weighs it, brown rumbles." };
    Knob level { *this, "level", amount (1), "How loud it is." };
    Output out { *this, "out", "The noise, from -1 to 1 while it is white." };

    void prepare (double rate) override
    {
        const auto ratio = [rate] (double hz) { return dsp::OnePole<S>::design (S (static_cast<float> (hz / rate))); };
        double hz = 15;

        for (auto& shape : pinkShapes)
        {
            shape = ratio (hz);
            hz *= 4;
        }

        brownShape = ratio (20);

        // A one-pole of gain g leaves g / (2 - g) of the power of white noise.
        brownLevel = 0.6f * dsp::sqrt (2.0f / brownShape - 1.0f);
        reset();
    }

    void reset() noexcept override
    {
        noise = {};
        pink = {};
        brown = {};
        fresh.all();
    }

    void startLane (int lane) noexcept override
    {
        for (auto& stage : pink)
            stage.resetLane (lane);

        brown.resetLane (lane);
        fresh.add (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        fresh.take ([&] (int lane) { noise.seed (lane, seedAt (block[random], quantum - 1, lane)); });

        const int chosen = block.choice (colour);
        const auto& levels = block[level];
        auto& result = block[out];

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto white = noise.next();
            const auto coloured = chosen == 0 ? white : chosen == 1 ? makePink (white)
                                                                    : brown.low (white, brownShape) * brownLevel;
            result[frame] = coloured * levels[frame];
        }
    }

private:
    static constexpr std::array<std::string_view, 3> colours { "white", "pink", "brown" };
    static constexpr std::size_t stages = 6;

    /** Three decibels for each octave are six decibels for every second one: a staircase of shelves, each two octaves above the last. */
    S makePink (S x) noexcept
    {
        for (std::size_t stage = 0; stage < stages; ++stage)
        {
            const auto low = pink[stage].low (x, pinkShapes[stage]);
            x = dsp::mix (low, x, S (0.5f));
        }

        return x * 9.0f; // About as loud as the white.
    }

    dsp::Noise<S::size> noise;
    std::array<dsp::OnePole<S>, stages> pink;
    dsp::OnePole<S> brown;
    std::array<S, stages> pinkShapes;
    S brownShape, brownLevel;
    FreshLanes<S::size> fresh;
};

} // namespace athanor
