// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Oscillator/BandLimited.h"
#include "Modules/Source/Tuning.h"

namespace athanor
{

/** Sine, triangle, saw and pulse without aliasing, and everything between two neighbours. */
template <typename S>
class Analogue final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.analogue", "Analogue oscillator", "Sources",
                                           "The classic waveforms, clean up to the highest notes, that melt into each other." };

    Analogue() : ModuleOf<S> (about) {}

    Tuning tuning { *this };
    Input trigger { *this, "trigger", "Starts the wave again where restart is on.", Normal::trigger };
    Input fm { *this, "fm", "Bends the frequency at any speed; 1 adds as much as the FM knob says." };
    Knob shape { *this, "shape", { 0, 3, 2 }, "Sine at 0, triangle at 1, saw at 2, pulse at 3; between them, a blend of both." };
    Knob width { *this, "width", { 0.02f, 0.98f, 0.5f }, "How much of its time the pulse is up; a square at one half. It carries no direct current." };
    Knob fmDepth { *this, "fmDepth", { 0, 8, 1 }, "How many times its own frequency the FM input adds." };
    Knob phase { *this, "phase", amount (0), "Where in its wave a new voice starts." };
    Knob restart { *this, "restart", choice (offOn), "Whether each note starts the wave again, or it runs on." };
    Output out { *this, "out", "The wave, from -1 to 1." };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        state = {};
        fresh = allLanes;
    }

    void startLane (int lane) noexcept override
    {
        state.brighten.last.set (lane, 0);
        state.brighten.beforeLast.set (lane, 0);
        fresh |= 1u << lane;
    }

    void process (const Block<S>& block) noexcept override
    {
        startFreshLanes (block[phase].first());

        const bool isSteady = tuning.isSteady (block) && block[shape].steady && block[width].steady && block[fm].silent;
        const bool restarts = block.choice (restart) == 1 && ! block[trigger].silent;

        if (! isSteady || restarts)
            return render<true> (block, block[shape].first(), restarts);

        const S form = block[shape].first();

        if (isNone (form < 2.0f) && isNone (form > 2.0f))
            renderSaw (block);
        else
            render<false> (block, form, false);
    }

private:
    static constexpr std::array<std::string_view, 2> offOn { "off", "on" };
    static constexpr unsigned allLanes = (1u << S::size) - 1;

    struct State
    {
        dsp::Phase<S::size> phase;
        dsp::Brighten<S::size> brighten;
    };

    /** Everything that depends on pitch alone. */
    struct Speed
    {
        S turnsPerFrame, framesPerTurn;
    };

    Speed speedAt (const Block<S>& block, int frame) const noexcept
    {
        const auto natural = dsp::pitchToHertz (tuning.at (block, frame)) * framePeriod;
        const auto bent = natural * dsp::fma (block[fm][frame], block[fmDepth][frame], S (1.0f));
        const auto turns = clamp (bent, S (-0.49f), S (0.49f));

        // Two corners must not overlap, so above an eighth of the sample rate they are rounded a little less than they should be.
        return { turns, 1.0f / clamp (dsp::abs (turns), S (1e-6f), S (0.25f)) };
    }

    void startFreshLanes (S start) noexcept
    {
        for (int lane = 0; fresh != 0; ++lane, fresh >>= 1)
            if ((fresh & 1u) != 0)
                state.phase.set (lane, start[lane]);
    }

    void renderSaw (const Block<S>& block) noexcept
    {
        const auto speed = speedAt (block, 0);
        const auto steps = dsp::Phase<S::size>::toSteps (speed.turnsPerFrame);
        auto& result = block[out];
        auto now = state;

        for (int frame = 0; frame < quantum; ++frame)
        {
            result[frame] = now.brighten (dsp::saw (now.phase.distance(), speed.framesPerTurn));
            now.phase.advance (steps);
        }

        state = now;
    }

    template <bool isMoving>
    void render (const Block<S>& block, S form, bool restarts) noexcept
    {
        auto speed = speedAt (block, 0);
        auto& result = block[out];
        auto now = state;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
            {
                speed = speedAt (block, frame);
                form = block[shape][frame];

                if (restarts)
                    restartLanes (now, block[trigger][frame], block[phase][frame]);
            }

            result[frame] = blend (now, speed, form, block[width][frame]);
            now.phase.advance (speed.turnsPerFrame);
        }

        state = now;
    }

    static void restartLanes (State& now, S triggered, S start) noexcept
    {
        for (int lane = 0; lane < S::size; ++lane)
            if (triggered[lane] > 0.5f)
                now.phase.set (lane, start[lane]);
    }

    /** The shapes stand so that their fundamentals agree; the sine waits for the one frame that brightening takes. */
    static S blend (State& now, const Speed& speed, S form, S up) noexcept
    {
        const auto weight = [&] (float place) { return max (1.0f - dsp::abs (form - place), S (0.0f)); };
        const auto here = now.phase.distance();
        const auto ramp = dsp::saw (here, speed.framesPerTurn);
        const auto pulse = ramp - dsp::saw (now.phase.distance (dsp::round (up) - up), speed.framesPerTurn);
        const auto bend = dsp::triangle (now.phase.distance (S (-0.25f)), speed.framesPerTurn);
        const auto edged = dsp::fma (weight (1), bend, dsp::fma (weight (2), ramp, weight (3) * pulse));
        return dsp::fma (weight (0), dsp::sine (speed.turnsPerFrame - here), now.brighten (edged));
    }

    float framePeriod = 1 / 48'000.0f;
    unsigned fresh = allLanes;
    State state;
};

} // namespace athanor
