// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/StateVariable.h"
#include "Modules/Filter/Cutoff.h"

namespace athanor
{

/** The plain filter: low, band, high, notch and more, with two poles or four. */
template <typename S>
class StateVariableFilter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "filter.svf", "Filter", "Filters",
                                           "A clean filter that stays in tune when its cutoff is played like a note." };

    StateVariableFilter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to filter." };
    Cutoff cutoff { *this, 1'000 };
    Knob resonance { *this, "resonance", amount (0.2f), "How loudly the cutoff itself rings." };
    Knob mode { *this, "mode", choice (modes), "What is let through." };
    Knob slope { *this, "slope", choice (slopes), "How steeply the rest falls away, for each octave." };
    Output out { *this, "out", "What is let through." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        stages[0].reset();
        stages[1].reset();
        isFresh = true;
    }

    void startLane (int lane) noexcept override
    {
        stages[0].resetLane (lane);
        stages[1].resetLane (lane);
    }

    void process (const Block<S>& block) noexcept override
    {
        const auto target = mixFor (block.choice (mode), block.choice (slope) == 1);

        if (isFresh)
            last = target;

        isFresh = false;

        if (block[in].silent && stages[0].isQuiet() && stages[1].isQuiet())
        {
            block[out].clear();
            stages[0].reset();
            stages[1].reset();
        }
        else
        {
            const bool isSteady = cutoff.isSteady (block) && block[resonance].steady && target == last;
            const bool isSteep = target.isSteep > 0 || last.isSteep > 0;

            if (isSteep)
                isSteady ? render<false, true> (block, target) : render<true, true> (block, target);
            else
                isSteady ? render<false, false> (block, target) : render<true, false> (block, target);
        }

        last = target;
    }

private:
    static constexpr std::array<std::string_view, 6> modes { "low", "band", "high", "notch", "peak", "all" };
    static constexpr std::array<std::string_view, 2> slopes { "12 dB", "24 dB" };

    /** How much of each is heard; band counts in units of the damping. Glides when a choice changes, against clicks. */
    struct Mix
    {
        float input, band, low, isSteep;

        bool operator== (const Mix&) const = default;
    };

    static Mix mixFor (int mode, bool isSteep) noexcept
    {
        static constexpr std::array<std::array<float, 3>, 6> table { { { 0, 0, 1 }, { 0, 1, 0 }, { 1, -1, -1 }, { 1, -1, 0 }, { 1, -1, -2 }, { 1, -2, 0 } } };
        const auto& row = table[static_cast<std::size_t> (mode)];
        return { row[0], row[1], row[2], isSteep ? 1.0f : 0.0f };
    }

    using Stage = dsp::StateVariable<S::size>;

    /** Four poles are two stages of unlike damping that together are flat (Butterworth); resonance goes to the second. */
    template <bool hasTwoStages>
    [[gnu::always_inline]] static void shapesAt (std::array<typename Stage::Shape, 2>& shapes, S ratio, S resonant, float isSteep) noexcept
    {
        const auto less = dsp::exp2 (resonant * -5.5f);
        shapes[0] = Stage::design (ratio, dsp::mix (1.41421356f * less, S (1.84775907f), S (isSteep)));

        if constexpr (hasTwoStages)
            shapes[1] = Stage::design (ratio, 0.76536686f * less);
    }

    template <bool isMoving, bool isSteep>
    void render (const Block<S>& block, const Mix& target) noexcept
    {
        auto filters = stages;
        auto mix = last;
        const auto hz = cutoff.over (block);
        std::array<typename Stage::Shape, 2> shapes;
        shapesAt<isSteep> (shapes, hz[0] * framePeriod, block[resonance].first(), mix.isSteep);
        const auto& input = block[in];
        auto& result = block[out];

        const auto pass = [&] (S x, int stage) {
            const auto& shape = shapes[static_cast<std::size_t> (stage)];
            const auto y = filters[static_cast<std::size_t> (stage)].tick (x, shape);
            return dsp::fma (x, S (mix.input), dsp::fma (y.low, S (mix.low), y.band * (shape.damping * mix.band)));
        };

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
            {
                const float way = static_cast<float> (frame + 1) / quantum;
                const auto glide = [&] (float Mix::*part) { return last.*part + (target.*part - last.*part) * way; };
                mix = { glide (&Mix::input), glide (&Mix::band), glide (&Mix::low), glide (&Mix::isSteep) };
                shapesAt<isSteep> (shapes, hz[frame] * framePeriod, block[resonance][frame], mix.isSteep);
            }

            const auto gentle = pass (input[frame], 0);

            if constexpr (isSteep)
                result[frame] = dsp::mix (gentle, pass (gentle, 1), S (mix.isSteep));
            else
                result[frame] = gentle;
        }

        stages = filters;

        if (target.isSteep <= 0)
            stages[1].reset();
    }

    float framePeriod = 1 / 48'000.0f;
    bool isFresh = true;
    Mix last {};
    std::array<Stage, 2> stages;
};

} // namespace athanor
