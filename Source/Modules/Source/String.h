// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Delay/DelayLine.h"
#include "Dsp/Envelope/Curve.h"
#include "Dsp/Filter/OnePole.h"
#include "Modules/Source/NoteSeed.h"
#include "Modules/Source/Tuning.h"

namespace athanor
{

/** A plucked string: a burst of noise that runs round a delay as long as the note's period and loses its treble on the way.

    Kevin Karplus, Alex Strong, "Digital synthesis of plucked-string and drum timbres", 1983; tuned and extended after
    David Jaffe, Julius Smith, "Extensions of the Karplus-Strong plucked-string algorithm", 1983.
*/
template <typename S>
class String final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.string", "String", "Sources", "A string to pluck, strike or bow with any sound: guitars, harps, koto." };

    String() : ModuleOf<S> (about) {}

    Tuning tuning { *this };
    Input trigger { *this, "trigger", "Plucks the string.", Normal::trigger };
    Input in { *this, "in", "Sound that sets the string moving, as a bow or a hammer does." };
    Input random { *this, "random", "What makes one pluck unlike the next.", Normal::random };
    Knob decay { *this, "decay", seconds (0.05f, 30, 4), "How long it takes to fade by 60 dB." };
    Knob brightness { *this, "brightness", amount (0.6f), "How much treble the string keeps on its way: nylon at 0, steel at 1." };
    Knob hardness { *this, "hardness", amount (0.7f), "What plucks it: a thumb at 0, a plectrum at 1." };
    Knob position { *this, "position", { 0.02f, 0.5f, 0.18f }, "Where it is plucked, from the bridge to the middle." };
    Output out { *this, "out", "The string." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        sampleRate = static_cast<float> (rate);
        line.prepare (static_cast<int> (rate / lowestHertz) + 8);
        reset();
    }

    void reset() noexcept override
    {
        line.reset();
        damping.reset();
        pick.reset();
        noise = {};
        burst = S (0.0f);
        quietFrames = static_cast<int> (sampleRate);
        fresh.all();
    }

    void startLane (int lane) noexcept override
    {
        line.clearLane (lane);
        damping.resetLane (lane);
        pick.resetLane (lane);
        burst.set (lane, 0);
        fresh.add (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        fresh.take ([&] (int lane) { noise.seed (lane, seedAt (block[random], quantum - 1, lane)); });

        const bool isTouched = ! block[trigger].silent || ! block[in].silent;
        quietFrames = isTouched ? 0 : quietFrames;

        // What is left after a period in which nothing moved is below -120 dB.
        if (static_cast<float> (quietFrames) > sampleRate / lowestHertz)
            return block[out].clear();

        const bool isSteady = tuning.isSteady (block) && block[decay].steady && block[brightness].steady && block[hardness].steady;
        isSteady ? render<false> (block) : render<true> (block);
    }

private:
    static constexpr float lowestHertz = 18;

    struct Shape
    {
        S period, distance, damping, kept, pick;
    };

    Shape shapeAt (const Block<S>& block, int frame) const noexcept
    {
        const auto hz = clamp (dsp::pitchToHertz (tuning.at (block, frame)), S (lowestHertz), S (sampleRate * 0.22f));
        const auto ratio = hz * (1 / sampleRate);
        const auto g = dsp::OnePole<S>::design (ratio * dsp::exp2 (dsp::fma (block[brightness][frame], S (6.5f), S (1.0f))));

        // The damping filter is late by its phase at the note; so much shorter is the delay. Its slope is tan (w / 2) / tan (wc / 2).
        const auto slope = dsp::tangent (0.5f * ratio) * (1.0f - g) / g;
        const auto period = 1.0f / ratio;
        const auto distance = max (period - 1.0f - dsp::angleOf (slope) * period, S (1.0f));
        const auto kept = dsp::exp2 (period * (-dsp::decayHalvings / sampleRate) / block[decay][frame]);
        const auto pickShape = dsp::OnePole<S>::design (dsp::exp2 (block[hardness][frame] * 5.0f) * (600 / sampleRate));
        return { period, distance, g, kept, pickShape };
    }

    template <bool isMoving>
    void render (const Block<S>& block) noexcept
    {
        auto shape = shapeAt (block, 0);
        const auto &plucks = block[trigger], &pushes = block[in], &places = block[position];
        auto& result = block[out];
        S loudest { 0.0f };

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
                shape = shapeAt (block, frame);

            if (! plucks.silent)
                burst = select (plucks[frame] > 0.5f, shape.period, burst);

            const auto plucked = select (burst > 0.0f, noise.next(), S (0.0f));
            const auto force = pick.low (plucked, shape.pick) + pushes[frame] * 0.25f;
            burst -= 1.0f;

            const auto wave = dsp::fma (damping.low (line.read (shape.distance), shape.damping), shape.kept, force);
            line.push (wave);

            // A string plucked at a third of its length lacks every third harmonic.
            result[frame] = wave - line.read (max (shape.period * places[frame], S (1.0f)));
            loudest = max (loudest, dsp::abs (wave));
        }

        burst = max (burst, S (0.0f));
        quietFrames = isNone (loudest > 1e-6f) ? quietFrames + quantum : 0;
    }

    float sampleRate = 48'000;
    dsp::DelayLine<S> line;
    dsp::OnePole<S> damping, pick;
    dsp::Noise<S::size> noise;
    S burst { 0.0f }; ///< Frames for which the string is still being plucked.
    int quietFrames = 0;
    FreshLanes<S::size> fresh;
};

} // namespace athanor
