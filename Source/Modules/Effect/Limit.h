// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Dynamics/Compression.h"
#include "Dsp/Dynamics/Limiter.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** Keeps the sound below a ceiling. */
template <typename S>
class Limit final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.limiter", "Limiter", "Effects", "Keeps the sound below a ceiling without distorting it; the last thing before the world hears it." };

    Limit() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to keep below the ceiling." };
    Knob drive { *this, "drive", decibels (-12, 24, 0), "How much louder it is made before the ceiling, for density." };
    Knob ceiling { *this, "ceiling", decibels (-24, 0, -1), "What is never exceeded, between the samples too." };
    Knob release { *this, "release", seconds (0.01f, 1, 0.12f), "How soon it lets go after a peak." };
    Output out { *this, "out", "The sound below the ceiling." };
    Output reduction { *this, "reduction", "How far it is turned down now: 0 is not at all, 0.5 is by half." };
    Latency latency { *this, Frames (dsp::Limiter::latency) };
    Tail tail { *this, 2 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { limiter.reset(); }

    void process (const Block<S>& block) noexcept override
    {
        const Through louder (block[drive], [] (S x) { return dsp::decibelsToGain (x); });
        const Through highest (block[ceiling], [] (S x) { return dsp::decibelsToGain (x); });
        const Through left (block[release], [this] (S x) { return dsp::leftPerFrame (x, framePeriod); });

        for (int frame = 0; frame < quantum; ++frame)
        {
            block[out][frame] = limiter.tick (block[in][frame] * louder[frame], highest[frame][0], left[frame][0]);
            block[reduction][frame] = 1.0f - limiter.gain();
        }

        if (block[in].silent)
            settle (block[out]);

        settle (block[reduction]);
    }

private:
    float framePeriod = 1 / 48'000.0f;
    dsp::Limiter limiter;
};

} // namespace athanor
