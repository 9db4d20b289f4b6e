// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Delay/DelayLine.h"
#include "Modules/Effect/Sweep.h"

namespace athanor
{

/** Makes several out of one, as a section of strings is never quite together. */
template <typename S>
class Chorus final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.chorus", "Chorus", "Effects", "Makes one sound into several that are not quite together." };

    Chorus() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to multiply." };
    Sweep<S> sweep { *this, 0.45f };
    Knob voices { *this, "voices", whole (1, most, 3), "How many there are beside the sound itself." };
    Knob depth { *this, "depth", amount (0.4f), "How far their pitch wavers." };
    Knob delay { *this, "delay", seconds (0.002f, 0.04f, 0.009f), "How late they are." };
    Knob mix { *this, "mix", amount (0.5f), "How much of them is heard: 0 is only the sound, 1 only the others." };
    Output out { *this, "out", "All of them together." };
    Tail tail { *this, 0.08 };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        line.prepare (static_cast<int> (0.07 * rate) + 8);
        reset();
    }

    void reset() noexcept override
    {
        line.reset();
        sweep.reset();
        isFresh = true;
    }

    void startLane (int lane) noexcept override { line.clearLane (lane); }

    void process (const Block<S>& block) noexcept override
    {
        sweep.begin (block);
        const auto count = block.choice (voices);
        const auto gains = gainsFor (count);
        const auto from = isFresh ? gains : last;
        const Through dry (block[mix], [] (S x) { return dsp::cosine (0.25f * x); });
        const Through wet (block[mix], [] (S x) { return dsp::sine (0.25f * x); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto way = static_cast<float> (frame + 1) / quantum;
            const auto x = block[in][frame];
            const auto phase = sweep.next (block, frame);
            const auto late = block[delay][frame] * sampleRate;
            const auto far = block[depth][frame] * (0.004f * sampleRate);
            S others { 0.0f };
            line.push (x);

            for (std::size_t i = 0; i < most; ++i)
            {
                if (from[i] <= 0 && gains[i] <= 0)
                    continue;

                // Each starts elsewhere on the circle and is a little later than the one before.
                const auto place = static_cast<float> (i);
                const auto swing = 1.0f + dsp::sine (phase + (0.31f * place));
                const auto distance = late * (1.0f + 0.17f * place) + far * swing;
                others += line.read (max (distance, S (1.0f))) * (from[i] + (gains[i] - from[i]) * way);
            }

            block[out][frame] = x * dry[frame] + others * wet[frame];
        }

        last = gains;
        isFresh = false;

        if (block[in].silent)
            settle (block[out]);
    }

private:
    static constexpr int most = 4;
    using Gains = std::array<float, most>;

    /** Of each voice, so that together they are as loud as one. */
    static Gains gainsFor (int count) noexcept
    {
        static constexpr Gains loudness { 1, 0.70710678f, 0.57735027f, 0.5f };
        Gains gains {};

        for (int i = 0; i < count; ++i)
            gains[static_cast<std::size_t> (i)] = loudness[static_cast<std::size_t> (count - 1)];

        return gains;
    }

    float sampleRate = 48'000;
    dsp::DelayLine<S> line;
    Gains last {}; ///< A change of their number is faded, against clicks.
    bool isFresh = true;
};

} // namespace athanor
