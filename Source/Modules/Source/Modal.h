// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Envelope/Curve.h"
#include "Dsp/Filter/OnePole.h"
#include "Modules/Source/Tuning.h"

#include <algorithm>
#include <array>

namespace athanor
{

/** A struck body: twelve resonances, from string over bar and drum skin to bell.

    The ratios are those of ideal bodies in Neville Fletcher, Thomas Rossing, "The Physics of Musical Instruments", 1998.
*/
template <typename S>
class Modal final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.modal", "Resonator", "Sources", "A body to strike: strings, marimbas, drum skins and bells." };

    Modal() : ModuleOf<S> (about) {}

    Tuning tuning { *this };
    Input trigger { *this, "trigger", "Strikes the body.", Normal::trigger };
    Input in { *this, "in", "Sound that sets the body moving." };
    Knob material { *this, "material", { 0, 3, 1 }, "What it is: a string at 0, a bar at 1, a drum skin at 2, a bell at 3." };
    Knob decay { *this, "decay", seconds (0.02f, 30, 2), "How long it takes to fade by 60 dB." };
    Knob damping { *this, "damping", amount (0.4f), "How much sooner the high resonances fade: metal at 0, wood at 1." };
    Knob brightness { *this, "brightness", amount (0.6f), "How loud the high resonances are." };
    Knob position { *this, "position", { 0.02f, 0.5f, 0.3f }, "Where it is struck, from the edge to the middle." };
    Knob hardness { *this, "hardness", amount (0.6f), "What it is struck with: felt at 0, metal at 1." };
    Output out { *this, "out", "The body." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        modes = {};
        mallet = {};
    }

    void startLane (int lane) noexcept override
    {
        for (auto& mode : modes)
        {
            mode.cosine.set (lane, 0);
            mode.sine.set (lane, 0);
        }

        for (auto& stage : mallet)
            stage.resetLane (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        if (block[trigger].silent && block[in].silent && isQuiet())
        {
            reset();
            return block[out].clear();
        }

        tune (block);
        render (block);
    }

private:
    static constexpr std::size_t count = 12;

    struct Mode
    {
        S cosine { 0.0f }, sine { 0.0f };         ///< Where it swings.
        S turnCosine { 0.0f }, turnSine { 0.0f }; ///< What a frame turns it by, and how much of it is left then.
        S gain { 0.0f };
    };

    static constexpr std::array<std::array<float, count>, 4> bodies {
        { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 },
          { 1, 2.756f, 5.404f, 8.933f, 13.345f, 18.638f, 24.814f, 31.871f, 39.81f, 48.63f, 58.33f, 68.92f },
          { 1, 1.594f, 2.136f, 2.296f, 2.653f, 2.918f, 3.156f, 3.501f, 3.6f, 3.652f, 4.06f, 4.154f },
          { 0.5f, 1, 1.183f, 1.506f, 2, 2.514f, 2.662f, 3.011f, 4.166f, 5.433f, 6.796f, 8.215f } }
    };

    bool isQuiet() const noexcept
    {
        S loudest { 0.0f };

        for (auto& mode : modes)
            loudest = max (loudest, max (dsp::abs (mode.cosine), dsp::abs (mode.sine)));

        for (auto& stage : mallet)
            loudest = max (loudest, stage.size());

        return isNone (loudest > 1e-6f);
    }

    static S ratioOf (S kind, std::size_t mode) noexcept
    {
        auto ratio = S (bodies[0][mode]);

        for (std::size_t body = 1; body < bodies.size(); ++body)
            ratio = dsp::mix (ratio, S (bodies[body][mode]), clamp (kind - static_cast<float> (body - 1), S (0.0f), S (1.0f)));

        return ratio;
    }

    /** Once in a quantum: where a mode swings stays, so that nothing clicks when it turns faster from now on. */
    void tune (const Block<S>& block) noexcept
    {
        const auto base = dsp::pitchToHertz (tuning.at (block, quantum - 1)) * framePeriod;
        const auto time = block[decay].last(), losses = block[damping].last() * 1.5f, place = block[position].last();
        const auto dullness = dsp::log2 (max (block[brightness].last(), S (0.02f))) * 1.2f;

        for (std::size_t i = 0; i < count; ++i)
        {
            auto& mode = modes[i];
            const auto ratio = ratioOf (block[material].last(), i);
            const auto turns = base * ratio;
            const auto octaves = dsp::log2 (max (ratio, S (1.0f)));
            const auto kept = dsp::exp2 (-dsp::decayHalvings * framePeriod / time * dsp::exp2 (octaves * losses));
            const auto isHeard = turns < 0.48f;
            mode.turnCosine = select (isHeard, kept * dsp::cosine (turns), S (0.0f));
            mode.turnSine = select (isHeard, kept * dsp::sine (turns), S (0.0f));
            mode.gain = select (isHeard, dsp::sine (0.5f * static_cast<float> (i + 1) * place) * dsp::exp2 (octaves * dullness * 0.5f), S (0.0f));
        }
    }

    void render (const Block<S>& block) noexcept
    {
        const auto shape = dsp::OnePole<S>::design (dsp::exp2 (block[hardness].first() * 6.0f) * (250 * framePeriod));

        // A strike moves the body alike, however long the mallet stays on it.
        const auto &strikes = block[trigger], &pushes = block[in];
        auto& result = block[out];
        auto now = modes;

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto struck = select (strikes[frame] > 0.5f, S (1.0f), S (0.0f));
            const auto force = dsp::fma (pushes[frame], S (0.05f), mallet[1].low (mallet[0].low (struck, shape), shape));
            S sum { 0.0f };

            for (auto& mode : now)
            {
                const auto turned = dsp::fma (mode.cosine, mode.turnCosine, dsp::fma (-mode.sine, mode.turnSine, force * mode.gain));
                mode.sine = dsp::fma (mode.cosine, mode.turnSine, mode.sine * mode.turnCosine);
                mode.cosine = turned;
                sum += mode.sine;
            }

            result[frame] = sum;
        }

        modes = now;
    }

    float framePeriod = 1 / 48'000.0f;
    std::array<Mode, count> modes;
    std::array<dsp::OnePole<S>, 2> mallet;
};

} // namespace athanor
