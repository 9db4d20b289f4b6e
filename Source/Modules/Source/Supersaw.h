// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Oscillator/BandLimited.h"
#include "Modules/Source/NoteSeed.h"
#include "Modules/Source/Tuning.h"

#include <array>

namespace athanor
{

/** Seven saws a little out of tune, spread between the speakers. */
template <typename S>
class Supersaw final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.supersaw", "Supersaw", "Sources", "Seven saws a little out of tune with each other: wide, shimmering, huge." };

    Supersaw() : ModuleOf<S> (about) {}

    Tuning tuning { *this };
    Input random { *this, "random", "Where in its wave each saw starts.", Normal::random };
    Knob detune { *this, "detune", amount (0.3f), "How far the outer saws are from the note, up to three quarters of a semitone." };
    Knob mix { *this, "mix", amount (0.7f), "How loud the six outer saws are beside the middle one." };
    Knob spread { *this, "spread", amount (0.8f), "How far apart the saws stand." };
    Output left { *this, "left", "The saws as the left speaker gets them." };
    Output right { *this, "right", "The saws as the right speaker gets them." };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        state = {};
        fresh.all();
    }

    void startLane (int lane) noexcept override
    {
        for (auto* brighten : { &state.left, &state.right })
        {
            brighten->last.set (lane, 0);
            brighten->beforeLast.set (lane, 0);
        }

        fresh.add (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        fresh.take ([&] (int lane) {
            const auto seed = seedAt (block[random], quantum - 1, lane);

            for (std::size_t saw = 0; saw < count; ++saw)
                state.phases[saw].set (lane, 0.5f + 0.499f * dsp::chanceOf (seed + static_cast<std::uint32_t> (saw)));
        });

        const bool isSteady = tuning.isSteady (block) && block[detune].steady && block[mix].steady && block[spread].steady;
        isSteady ? render<false> (block) : render<true> (block);
    }

private:
    static constexpr std::size_t count = 7;

    // Uneven, so that no two beat at the same speed; the middle one is in tune and their sum is nearly zero.
    static constexpr std::array<float, count> offsets { 0, -1.0f, -0.587f, -0.181f, 0.193f, 0.571f, 0.983f };
    static constexpr std::array<float, count> places { 0, -1.0f, 0.66f, -0.33f, 0.33f, -0.66f, 1.0f };

    struct State
    {
        std::array<dsp::Phase<S::size>, count> phases;
        dsp::Brighten<S::size> left, right;
    };

    struct Speed
    {
        S turns, apart, framesPerTurn;
    };

    /** Three quarters of a semitone are 4.4 % of the frequency; detune is squared, for fine beating at its low end. */
    Speed speedAt (const Block<S>& block, int frame) const noexcept
    {
        const auto turns = clamp (dsp::pitchToHertz (tuning.at (block, frame)) * framePeriod, S (1e-6f), S (0.45f));
        const auto wide = block[detune][frame];
        return { turns, turns * (wide * wide * 0.0442737824f), 1.0f / min (turns, S (0.25f)) };
    }

    struct Gains
    {
        S middle, outer, width;
    };

    /** The seven are independent, so their powers add. */
    Gains gainsAt (const Block<S>& block, int frame) const noexcept
    {
        const auto outer = block[mix][frame];
        const auto level = 1.0f / dsp::sqrt (dsp::fma (outer * outer, S (6.0f), S (1.0f)));
        return { level, level * outer, block[spread][frame] };
    }

    template <bool isMoving>
    void render (const Block<S>& block) noexcept
    {
        auto speed = speedAt (block, 0);
        auto gains = gainsAt (block, 0);
        auto &l = block[left], &r = block[right];
        auto now = state;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
            {
                speed = speedAt (block, frame);
                gains = gainsAt (block, frame);
            }

            S middle { 0.0f }, side { 0.0f };

            for (std::size_t saw = 0; saw < count; ++saw)
            {
                const auto wave = dsp::saw (now.phases[saw].distance(), speed.framesPerTurn) * (saw == 0 ? gains.middle : gains.outer);
                middle += wave;
                side = dsp::fma (wave, S (places[saw]), side);
                now.phases[saw].advance (dsp::fma (speed.apart, S (offsets[saw]), speed.turns));
            }

            l[frame] = now.left (dsp::fma (-side, gains.width, middle));
            r[frame] = now.right (dsp::fma (side, gains.width, middle));
        }

        state = now;
    }

    float framePeriod = 1 / 48'000.0f;
    FreshLanes<S::size> fresh;
    State state;
};

} // namespace athanor
