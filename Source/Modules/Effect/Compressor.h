// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Channels.h"
#include "Dsp/Dynamics/Compression.h"
#include "Modules/Knobs.h"

#include <array>

namespace athanor
{

/** Turns loud passages down, by its own sound or by another's. */
template <typename S>
class Compressor final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "effect.compressor", "Compressor", "Effects", "Turns loud passages down, so that the whole can be louder." };

    Compressor() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to hold together." };
    Input sidechain { *this, "sidechain", "Another sound that may do the ducking, as a kick does to a bass." };
    Knob listen { *this, "listen", choice (sources), "Which sound decides how far it is turned down." };
    Knob threshold { *this, "threshold", decibels (-60, 0, -18), "Above this level it is turned down." };
    Knob ratio { *this, "ratio", Range { 1, 20, 4, ": 1", Curve::logarithmic }, "How many decibels more go in for one more to come out." };
    Knob knee { *this, "knee", decibels (0, 24, 6), "How gently it sets in around the threshold." };
    Knob attack { *this, "attack", seconds (0.0001f, 0.2f, 0.01f), "How soon it turns down; a late one lets drums hit." };
    Knob release { *this, "release", seconds (0.005f, 2, 0.12f), "How soon it lets go." };
    Knob makeup { *this, "makeup", decibels (-12, 24, 0), "How much louder it is made afterwards." };
    Knob mix { *this, "mix", amount (1), "How much is compressed; in between, the untouched sound plays beside it." };
    Output out { *this, "out", "The sound, held together." };
    Output reduction { *this, "reduction", "How far it is turned down now: 0 is not at all, 0.5 is by half." };
    Tail tail { *this, 2 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { follower.reset(); }

    void startLane (int lane) noexcept override { follower.resetLane (lane); }

    void process (const Block<S>& block) noexcept override
    {
        const auto& heard = block[block.choice (listen) == 1 ? sidechain : in];

        if (block[in].silent && heard.silent && isNone (follower.now() < -1e-4f))
        {
            follower.reset();
            block[out].clear();
            block[reduction].clear();
            return;
        }

        const auto left = [this] (S seconds) { return dsp::leftPerFrame (seconds, framePeriod); };
        const Through down (block[attack], left);
        const Through up (block[release], left);
        const Through slope (block[ratio], [] (S x) { return 1.0f - 1.0f / x; });
        const Through louder (block[makeup], [] (S x) { return dsp::decibelsToGain (x); });
        auto following = follower;

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto level = dsp::gainToDecibels (dsp::linked (abs (heard[frame])));
            const auto goal = dsp::compression (level, block[threshold][frame], block[knee][frame], slope[frame]);
            const auto gain = dsp::decibelsToGain (following.tick (goal, down[frame], up[frame]));
            const auto x = block[in][frame];
            block[out][frame] = dsp::mix (x, x * gain * louder[frame], block[mix][frame]);
            block[reduction][frame] = 1.0f - gain;
        }

        follower = following;
    }

private:
    static constexpr std::array<std::string_view, 2> sources { "this sound", "sidechain" };

    float framePeriod = 1 / 48'000.0f;
    dsp::Follower<S::size> follower; ///< Decibels, zero or below.
};

} // namespace athanor
