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

        const bool restarts = block.choice (restart) == 1 && ! block[trigger].silent;
        const bool isSpeedSteady = tuning.isSteady (block) && block[fm].steady && block[fmDepth].steady;
        const bool isFormSteady = block[shape].steady && block[width].steady;
        const auto used = isFormSteady ? shapesIn (block[shape].first()) : Used {};

        if (isSpeedSteady && isFormSteady && ! restarts && ! used.sine && ! used.triangle && ! used.pulse)
            renderSaw (block);
        else if (isSpeedSteady)
            render<false> (block, used, restarts);
        else
            render<true> (block, used, restarts);
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

    /** Which shapes are heard in any lane. */
    struct Used
    {
        bool sine = true, triangle = true, saw = true, pulse = true;
    };

    static S weight (S form, float place) noexcept { return max (1.0f - dsp::abs (form - place), S (0.0f)); }

    static Used shapesIn (S form) noexcept
    {
        const auto isHeard = [&] (float place) { return ! isNone (weight (form, place) > 0.0f); };
        return { isHeard (0), isHeard (1), isHeard (2), isHeard (3) };
    }

    template <bool isSpeedMoving>
    void render (const Block<S>& block, const Used& used, bool restarts) noexcept
    {
        auto speed = speedAt (block, 0);
        const auto &forms = block[shape], &widths = block[width], &starts = block[trigger];
        auto& result = block[out];
        auto now = state;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isSpeedMoving)
                speed = speedAt (block, frame);

            if (restarts && ! isNone (starts[frame] > 0.5f))
                restartLanes (now, starts[frame], block[phase][frame]);

            result[frame] = blend (now, speed, used, forms[frame], widths[frame]);
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
    static S blend (State& now, const Speed& speed, const Used& used, S form, S up) noexcept
    {
        const auto here = now.phase.distance();
        S edged { 0.0f };

        if (used.saw || used.pulse)
        {
            const auto ramp = dsp::saw (here, speed.framesPerTurn);
            edged = ramp * weight (form, 2);

            if (used.pulse)
                edged = dsp::fma (ramp - dsp::saw (now.phase.distance (dsp::round (up) - up), speed.framesPerTurn), weight (form, 3), edged);
        }

        if (used.triangle)
            edged = dsp::fma (dsp::triangle (now.phase.distance (S (-0.25f)), speed.framesPerTurn), weight (form, 1), edged);

        const auto bright = now.brighten (edged);
        return used.sine ? dsp::fma (dsp::sine (speed.turnsPerFrame - here), weight (form, 0), bright) : bright;
    }

    float framePeriod = 1 / 48'000.0f;
    unsigned fresh = allLanes;
    State state;
};

} // namespace athanor
