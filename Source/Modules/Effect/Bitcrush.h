// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Plays the sound as an early sampler would have. */
template <typename S>
class Bitcrush final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.bitcrush", "Bitcrush", "Effects", "Plays the sound with few bits and few samples, as an early sampler would." };

    Bitcrush() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to crush." };
    Knob bits { *this, "bits", Range { 1, 16, 8, "bit" }, "How many bits are left; fewer are rougher." };
    Knob rate { *this, "rate", hertz (100, 48'000, 11'025), "How many samples a second are left; fewer are duller and ring strangely." };
    Knob jitter { *this, "jitter", amount (0), "How unevenly the samples are taken." };
    Knob mix { *this, "mix", amount (1), "How much is crushed; in between, the clean sound plays beside it." };
    Output out { *this, "out", "The sound, crushed." };
    Tail tail { *this, 0.02 };

    void reset() noexcept override
    {
        held = S (0.0f);
        left = S (0.0f);
        chance = 0x2545f491u;
    }

    void startLane (int lane) noexcept override
    {
        held.set (lane, 0.0f);
        left.set (lane, 0.0f);
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto period = static_cast<float> (1 / block.moment->sampleRate);
        const Through steps (block[bits], [] (S x) { return dsp::exp2 (x - 1.0f); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto x = block[in][frame];
            const auto isDue = left <= 0.0f;
            const auto coarse = dsp::round (clamp (x, S (-4.0f), S (4.0f)) * steps[frame]) / steps[frame];

            held = select (isDue, coarse, held);
            left = left + select (isDue, 1.0f + block[jitter][frame] * uneven(), S (0.0f)) - min (block[rate][frame] * period, S (1.0f));
            left = max (left, S (-1.0f)); // What the last sample came too late by is made good by the next.
            block[out][frame] = dsp::mix (x, held, block[mix][frame]);
        }

        if (block[in].silent)
            settle (block[out]);
    }

private:
    /** Chance from -0.8 to 0.8, alike for all lanes. */
    float uneven() noexcept
    {
        chance = chance * 1'664'525u + 1'013'904'223u;
        return static_cast<float> (static_cast<std::int32_t> (chance)) * (0.8f / 0x1p31f);
    }

    S held { 0.0f }, left { 0.0f }; ///< Left: samples until the next is taken.
    std::uint32_t chance = 0x2545f491u;
};

} // namespace athanor
