// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Dsp/Dynamics/Compression.h"
#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Lets sound through only while something is loud enough. */
template <typename S>
class Gate final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.gate", "Gate", "Effects", "Closes when the sound is soft, so that hiss and spill are not heard, or chops it to another sound's rhythm." };

    Gate() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to let through or not." };
    Input sidechain { *this, "sidechain", "Another sound that may open it." };
    Knob listen { *this, "listen", choice (sources), "Which sound opens it." };
    Knob threshold { *this, "threshold", decibels (-80, 0, -36), "Above this level it opens." };
    Knob hysteresis { *this, "hysteresis", decibels (0, 24, 4), "How far below the threshold the level must fall before it closes, against flutter." };
    Knob attack { *this, "attack", seconds (0.0001f, 0.1f, 0.001f), "How soon it opens." };
    Knob hold { *this, "hold", seconds (0, 2, 0.04f), "How long it stays open after the level has fallen." };
    Knob release { *this, "release", seconds (0.005f, 4, 0.15f), "How soon it closes then." };
    Knob floor { *this, "floor", decibels (-80, 0, -80), "How much is let through while it is closed; all the way down is nothing." };
    Output out { *this, "out", "The sound while it is let through." };
    Output open { *this, "open", "How far it is open, 0 to 1." };
    Tail tail { *this, 6 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        follower.reset();
        level = isOpen = held = S (0.0f);
    }

    void startLane (int lane) noexcept override
    {
        follower.resetLane (lane);

        for (auto* value : { &level, &isOpen, &held })
            value->set (lane, 0);
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto& heard = block[block.choice (listen) == 1 ? sidechain : in];
        const auto left = [this] (S seconds) { return dsp::leftPerFrame (seconds, framePeriod); };
        const Through up (block[attack], left);
        const Through down (block[release], left);
        const Through opens (block[threshold], [] (S x) { return dsp::decibelsToGain (x); });
        const Through apart (block[hysteresis], [] (S x) { return dsp::decibelsToGain (-x); });
        const Through least (block[floor], [] (S x) { return dsp::decibelsToGain (x) * clamp ((x + 80.0f) * (1.0f / 6), S (0.0f), S (1.0f)); });

        // The level falls by itself in 10 ms, so that the gate does not close between two swings of a bass.
        const auto fall = dsp::leftPerFrame (S (0.01f), framePeriod);

        for (int frame = 0; frame < quantum; ++frame)
        {
            level = max (dsp::linked (abs (heard[frame])), level * fall);

            const auto isLoud = level > opens[frame];
            const auto isLoudEnough = isLoud | ((isOpen > 0.5f) & (level > opens[frame] * apart[frame]));
            held = select (isLoudEnough, block[hold][frame], max (held - framePeriod, S (0.0f)));
            isOpen = select (isLoudEnough | ((isOpen > 0.5f) & (held > 0.0f)), S (1.0f), S (0.0f));

            const auto opening = follower.tick (isOpen, down[frame], up[frame]);
            block[open][frame] = opening;
            block[out][frame] = block[in][frame] * dsp::mix (least[frame], S (1.0f), opening);
        }

        if (! settle (block[open]) || ! block[in].silent)
            return;

        follower.reset();
        level = S (0.0f);
        block[out].clear();
    }

private:
    static constexpr std::array<std::string_view, 2> sources { "this sound", "sidechain" };

    float framePeriod = 1 / 48'000.0f;
    S level { 0.0f }, isOpen { 0.0f }, held { 0.0f }; ///< Held: seconds that it still stays open.
    dsp::Follower<S::size> follower;                  ///< 0 to 1.
};

} // namespace athanor
