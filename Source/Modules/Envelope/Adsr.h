// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Envelope/Curve.h"
#include "Modules/Module.h"

namespace athanor
{

/** Attack, decay, sustain, release, in the curves of an analogue envelope. */
template <typename S>
class Adsr final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "env.adsr", "Envelope", "Envelopes",
                                           "Rises when a note starts, falls to a level while it is held, and fades when it is let go." };

    Adsr() : ModuleOf<S> (about) {}

    Input gate { *this, "gate", "Above one half while the key is held.", Normal::gate };
    Input trigger { *this, "trigger", "Above one half where a note starts again: the attack rises anew from where it is.", Normal::trigger };
    Knob attack { *this, "attack", seconds (0, 20, 0.003f), "How long it takes to rise." };
    Knob decay { *this, "decay", seconds (0, 20, 0.4f), "How long it would take to fall by 60 dB on its way to sustain." };
    Knob sustain { *this, "sustain", amount (0.6f), "Where it stays while the key is held." };
    Knob release { *this, "release", seconds (0, 20, 0.25f), "How long it takes to fade by 60 dB when the key is let go." };
    Output out { *this, "out", "The envelope, 0 to 1." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { state = {}; }

    void startLane (int lane) noexcept override
    {
        state.level.set (lane, 0);
        state.rising.set (lane, 0);
        state.held.set (lane, 0);
    }

    void process (const Block<S>& block) noexcept override
    {
        const bool isUntouched = block[gate].steady && block[trigger].silent && areKnobsSteady (block) && isNone (state.rising > 0.0f) && isNone (dsp::abs (held (block[gate].first()) - state.held) > 0.0f);

        if (! isUntouched)
            render (block);
        else if (isNone (max (state.level, block[gate].first()) > 0.0f))
            block[out].clear();
        else
            fall (block);
    }

private:
    struct State
    {
        S level { 0.0f };
        S rising { 0.0f }; ///< 1 during the attack.
        S held { 0.0f };   ///< The gate of the last frame: 1 or 0.
    };

    struct Curves
    {
        S attack, decay, sustain, release;
    };

    static S held (S x) noexcept { return select (x > 0.5f, S (1.0f), S (0.0f)); }

    bool areKnobsSteady (const Block<S>& block) const noexcept
    {
        return block[attack].steady && block[decay].steady && block[sustain].steady && block[release].steady;
    }

    Curves curvesAt (const Block<S>& block, int frame) const noexcept
    {
        return { dsp::keptPerFrame (block[attack][frame], dsp::attackHalvings, framePeriod),
                 dsp::keptPerFrame (block[decay][frame], dsp::decayHalvings, framePeriod),
                 block[sustain][frame],
                 dsp::keptPerFrame (block[release][frame], dsp::decayHalvings, framePeriod) };
    }

    /** No lane rises and no gate moves: four frames at a time, each four frames after its last, so that none waits for another. */
    void fall (const Block<S>& block) noexcept
    {
        const auto curves = curvesAt (block, 0);
        const auto isHeld = state.held > 0.5f;
        const auto goal = select (isHeld, curves.sustain, S (0.0f));
        const auto kept = select (isHeld, curves.decay, curves.release);
        auto& result = block[out];
        auto away = state.level - goal;

        if (isNone (dsp::abs (away) > 1e-6f))
        {
            result.hold (goal);
            state.level = goal;
            return;
        }

        S ahead[4] { away * kept, away * kept * kept, away * kept * (kept * kept), away * (kept * kept) * (kept * kept) };
        const auto four = (kept * kept) * (kept * kept);

        for (int frame = 0; frame < quantum; frame += 4)
        {
            for (int step = 0; step < 4; ++step)
            {
                result[frame + step] = ahead[step] + goal;
                away = ahead[step];
                ahead[step] *= four;
            }
        }

        away = select (dsp::abs (away) > 1e-6f, away, S (0.0f));
        state.level = end (away + goal, isHeld);
    }

    /** A level that nobody holds and nobody hears is zero, so that the voice can be given away. */
    static S end (S level, dsp::Mask<S::size> isHeld) noexcept
    {
        return select (isHeld | (level > dsp::silence), level, S (0.0f));
    }

    void render (const Block<S>& block) noexcept
    {
        const bool isSteady = areKnobsSteady (block);
        const auto &keys = block[gate], &starts = block[trigger];
        auto& result = block[out];
        auto curves = curvesAt (block, 0);
        auto now = state;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if (! isSteady)
                curves = curvesAt (block, frame);

            const auto isHeld = keys[frame] > 0.5f;
            const auto isNew = isHeld & ((now.held <= 0.5f) | (starts[frame] > 0.5f));
            const auto isRising = isHeld & (isNew | (now.rising > 0.5f));
            const auto goal = select (isRising, S (dsp::attackPeak), select (isHeld, curves.sustain, S (0.0f)));
            const auto kept = select (isRising, curves.attack, select (isHeld, curves.decay, curves.release));
            const auto level = dsp::fma (now.level - goal, kept, goal);

            now.held = held (keys[frame]);
            now.rising = select (isRising & (level < 1.0f), S (1.0f), S (0.0f));
            now.level = select (isRising, min (level, S (1.0f)), level);
            result[frame] = now.level;
        }

        now.level = end (now.level, now.held > 0.5f);
        state = now;
    }

    float framePeriod = 1 / 48'000.0f;
    State state;
};

} // namespace athanor
