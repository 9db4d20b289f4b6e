// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Delay/DelayLine.h"
#include "Dsp/Filter/OnePole.h"
#include "Modules/Filter/Cutoff.h"

namespace athanor
{

/** A short echo tuned to a note, whose teeth ring at every harmonic. */
template <typename S>
class CombFilter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "filter.comb", "Comb filter", "Filters", "Rings at every harmonic of a note: strings, pipes and metal out of any sound." };

    CombFilter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to filter." };
    Cutoff cutoff { *this, 220 };
    Knob feedback { *this, "feedback", { -0.99f, 0.99f, 0.8f }, "How long it rings; below zero only at the odd harmonics, an octave lower." };
    Knob damping { *this, "damping", hertz (200, 20'000, 8'000), "Treble above this rings less long." };
    Knob mix { *this, "mix", amount (0.5f), "How much of it is heard beside the sound itself." };
    Output out { *this, "out", "The sound with its teeth." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        line.prepare (static_cast<int> (rate / 20) + 8);
        reset();
    }

    void reset() noexcept override
    {
        line.reset();
        loss.reset();
        quietFrames = static_cast<int> (sampleRate);
    }

    void startLane (int lane) noexcept override
    {
        line.clearLane (lane);
        loss.resetLane (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        quietFrames = block[in].silent ? quietFrames : 0;

        // The longest echo is a twentieth of a second: what has been quiet for so long is over.
        if (static_cast<float> (quietFrames) > sampleRate / 20)
            return block[out].clear();

        cutoff.isSteady (block) && block[damping].steady ? render<false> (block) : render<true> (block);
    }

private:
    struct Shape
    {
        S distance, loss;
    };

    /** The loss is late by its phase at the note (see String); so much shorter is the echo. */
    Shape shapeAt (const Block<S>& block, int frame) const noexcept
    {
        const auto ratio = clamp (cutoff.over (block)[frame], S (20.0f), S (sampleRate * 0.22f)) * (1 / sampleRate);
        const auto g = dsp::OnePole<S>::design (block[damping][frame] * (1 / sampleRate));
        const auto period = 1.0f / ratio;
        const auto late = dsp::angleOf (dsp::tangent (0.5f * ratio) * (1.0f - g) / g) * period;
        return { max (period - 1.0f - late, S (1.0f)), g };
    }

    template <bool isMoving>
    void render (const Block<S>& block) noexcept
    {
        auto shape = shapeAt (block, 0);
        const auto &input = block[in], &returns = block[feedback], &mixes = block[mix];
        auto& result = block[out];
        S loudest { 0.0f };

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
                shape = shapeAt (block, frame);

            const auto echo = loss.low (line.read (shape.distance), shape.loss);
            const auto wave = dsp::fma (echo, returns[frame], input[frame]);
            line.push (wave);
            result[frame] = dsp::mix (input[frame], wave, mixes[frame]);
            loudest = max (loudest, dsp::abs (wave));
        }

        quietFrames = isNone (loudest > 1e-6f) ? quietFrames + quantum : 0;
    }

    float sampleRate = 48'000;
    dsp::DelayLine<S> line;
    dsp::OnePole<S> loss;
    int quietFrames = 0;
};

} // namespace athanor
