// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Oscillator/BandLimited.h"
#include "Modules/Source/NoteSeed.h"
#include "Modules/Source/Tuning.h"

namespace athanor
{

/** A sine whose phase is pushed about by another: plug operators into each other for bells, basses and electric pianos.

    John Chowning, "The synthesis of complex audio spectra by means of frequency modulation", 1973.
*/
template <typename S>
class Operator final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.fm", "FM operator", "Sources",
                                           "A sine that another operator can push about: plug several into each other for bells, basses and electric pianos." };

    Operator() : ModuleOf<S> (about) {}

    Tuning tuning { *this };
    Input in { *this, "in", "Pushes the phase; another operator goes here." };
    Input trigger { *this, "trigger", "Starts the wave again at each note, so that each sounds alike.", Normal::trigger };
    Knob ratio { *this, "ratio", { 0.125f, 32, 1, "x", Curve::logarithmic }, "How many times the note's frequency it runs at; whole numbers are in tune with it." };
    Knob depth { *this, "depth", { 0, 16, 2 }, "How far an input of 1 pushes the phase, in radians: the brightness." };
    Knob feedback { *this, "feedback", amount (0), "How far it pushes itself: from a sine to nearly a saw, and on to noise." };
    Knob level { *this, "level", amount (1), "How loud it is, or how hard it pushes the next." };
    Output out { *this, "out", "The wave, from -1 to 1." };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override { state = {}; }

    void startLane (int lane) noexcept override
    {
        state.phase.set (lane, 0);
        state.last.set (lane, 0);
        state.beforeLast.set (lane, 0);
    }

    void process (const Block<S>& block) noexcept override
    {
        const bool isSteady = tuning.isSteady (block) && block[ratio].steady;
        isSteady ? render<false> (block) : render<true> (block);
    }

private:
    struct State
    {
        dsp::Phase<S::size> phase;
        S last { 0.0f }, beforeLast { 0.0f };
    };

    S turnsAt (const Block<S>& block, int frame) const noexcept
    {
        return min (dsp::pitchToHertz (tuning.at (block, frame)) * block[ratio][frame] * framePeriod, S (0.49f));
    }

    template <bool isMoving>
    void render (const Block<S>& block) noexcept
    {
        constexpr float turnsPerRadian = 0.159154943f;
        const auto &pushes = block[in], &depths = block[depth], &feedbacks = block[feedback], &levels = block[level], &starts = block[trigger];
        auto turns = turnsAt (block, 0);
        auto& result = block[out];
        auto now = state;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
                turns = turnsAt (block, frame);

            if (! starts.silent && ! isNone (starts[frame] > 0.5f))
                restart (now, starts[frame]);

            // The mean of two frames keeps strong feedback from ringing at half the sample rate.
            const auto itself = (now.last + now.beforeLast) * feedbacks[frame] * 0.12f;
            const auto pushed = dsp::fma (pushes[frame] * depths[frame], S (turnsPerRadian), itself);
            const auto wave = dsp::sine (now.phase.distance() + clamp (pushed, S (-1e5f), S (1e5f)));
            now.beforeLast = now.last;
            now.last = wave;
            result[frame] = wave * levels[frame];
            now.phase.advance (turns);
        }

        state = now;
    }

    static void restart (State& now, S triggered) noexcept
    {
        for (int lane = 0; lane < S::size; ++lane)
            if (triggered[lane] > 0.5f)
                now.phase.set (lane, 0);
    }

    float framePeriod = 1 / 48'000.0f;
    State state;
};

} // namespace athanor
