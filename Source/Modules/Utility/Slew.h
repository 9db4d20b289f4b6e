// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Dynamics/Compression.h"
#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Lets a motion take its time. */
template <typename S>
class Slew final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "utility.slew", "Slew", "Utility", "Lets a motion take its time, as a glide does between two notes." };

    Slew() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The motion." };
    Knob rise { *this, "rise", seconds (0, 10, 0.1f), "How long it takes upwards." };
    Knob fall { *this, "fall", seconds (0, 10, 0.1f), "How long it takes downwards." };
    Knob curve { *this, "curve", choice (curves), "Even goes by one in that time; easing slows down towards the end, wherever that is." };
    Output out { *this, "out", "The motion, slowed down." };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        now = S (0.0f);
        hasBegun = S (0.0f);
    }

    void startLane (int lane) noexcept override { hasBegun.set (lane, 0.0f); }

    void process (const Block<S>& block) noexcept override
    {
        // It begins where the motion is: nothing glides in from zero.
        now = select (hasBegun > 0.5f, now, block[in].first());
        hasBegun = S (1.0f);

        if (block[in].steady && isNone (abs (block[in].first() - now) > 0.0f))
            return block[out].hold (now);

        if (block.choice (curve) == 0)
            moveEvenly (block);
        else
            ease (block);
    }

private:
    static constexpr std::array<std::string_view, 2> curves { "even", "easing" };

    void moveEvenly (const Block<S>& block) noexcept
    {
        const auto step = [this] (S seconds) { return framePeriod / max (seconds, S (1e-6f)); };
        const Through up (block[rise], step);
        const Through down (block[fall], step);

        for (int frame = 0; frame < quantum; ++frame)
        {
            now += clamp (block[in][frame] - now, -down[frame], up[frame]);
            block[out][frame] = now;
        }
    }

    void ease (const Block<S>& block) noexcept
    {
        // Five time constants: what is left then is less than a hundredth.
        const auto left = [this] (S seconds) { return dsp::leftPerFrame (0.2f * seconds, framePeriod); };
        const Through up (block[rise], left);
        const Through down (block[fall], left);

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto goal = block[in][frame];
            const auto kept = select (goal < now, down[frame], up[frame]);
            const auto away = dsp::fma (now - goal, kept, S (0.0f));
            now = select (abs (away) > 1e-6f, goal + away, goal);
            block[out][frame] = now;
        }
    }

    float framePeriod = 1 / 48'000.0f;
    S now { 0.0f }, hasBegun { 0.0f };
};

} // namespace athanor
