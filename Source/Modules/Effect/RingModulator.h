// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Knobs.h"

namespace athanor
{

/** Multiplies two sounds: what is heard are the sums and differences of their tones. */
template <typename S>
class RingModulator final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.ringmod", "Ring modulator", "Effects", "Multiplies the sound with a tone or with another sound, which makes bells and robots." };

    RingModulator() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to multiply." };
    Input carrier { *this, "carrier", "The other sound." };
    Knob source { *this, "source", choice (sources), "What it is multiplied with: a tone of its own, or the other sound." };
    Knob frequency { *this, "frequency", hertz (0.1f, 10'000, 220), "The pitch of its own tone." };
    Knob mix { *this, "mix", amount (1), "How much is multiplied; in between, the untouched sound plays beside it." };
    Output out { *this, "out", "The product." };
    Tail tail { *this, 0 };

    void reset() noexcept override
    {
        phase = S (0.0f);
        isFresh = true;
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto period = static_cast<float> (1 / block.moment->sampleRate);
        const float goal = block.choice (source) == 1 ? 1.0f : 0.0f;
        const auto from = isFresh ? goal : other;

        for (int frame = 0; frame < quantum; ++frame)
        {
            const S over (from + (goal - from) * static_cast<float> (frame + 1) / quantum);
            const auto tone = dsp::mix (dsp::sine (phase), block[carrier][frame], over);
            const auto x = block[in][frame];
            phase = dsp::fraction (phase + block[frequency][frame] * period);
            block[out][frame] = dsp::mix (x, x * tone, block[mix][frame]);
        }

        other = goal;
        isFresh = false;

        if (block[in].silent)
            block[out].clear();
    }

private:
    static constexpr std::array<std::string_view, 2> sources { "own tone", "other sound" };

    S phase { 0.0f };
    float other = 0; ///< 1 while the other sound is heard; glides, against clicks.
    bool isFresh = true;
};

} // namespace athanor
