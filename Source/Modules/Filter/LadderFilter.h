// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/Ladder.h"
#include "Modules/Filter/Cutoff.h"
#include "Modules/Knobs.h"

namespace athanor
{

/** The warm one: four poles, saturation, and resonance that sings by itself. */
template <typename S>
class LadderFilter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "filter.ladder", "Ladder filter", "Filters",
                                           "The fat low-pass of the classic synthesizers, which can be driven and sings by itself near full resonance." };

    LadderFilter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to filter." };
    Cutoff cutoff { *this, 1'000 };
    Knob resonance { *this, "resonance", amount (0.2f), "How loudly the cutoff itself rings; from 0.94 on it sings without end." };
    Knob drive { *this, "drive", decibels (0, 36, 0), "How hard the sound is pushed into saturation; louder input does the same." };
    Knob mode { *this, "mode", choice (modes), "What is let through, and how steeply the rest falls away for each octave." };
    Output out { *this, "out", "What is let through." };
    Tail tail { *this, 0 };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        reset();
    }

    void reset() noexcept override
    {
        ladder.reset();
        lastMode = -1;
    }

    void startLane (int lane) noexcept override { ladder.resetLane (lane); }

    void process (const Block<S>& block) noexcept override
    {
        const int wanted = block.choice (mode);
        const int before = lastMode < 0 ? wanted : lastMode;
        lastMode = wanted;

        if (block[in].silent && ladder.isQuiet())
        {
            ladder.reset();
            block[out].clear();
        }
        else
            choose (block, before, wanted);
    }

private:
    static constexpr std::array<std::string_view, 6> modes { "low 24 dB", "low 12 dB", "band 24 dB", "band 12 dB", "high 24 dB", "high 12 dB" };

    using Filter = dsp::Ladder<S::size>;

    void choose (const Block<S>& block, int before, int wanted) noexcept
    {
        const bool isSteady = cutoff.isSteady (block) && block[resonance].steady && block[drive].steady;
        const bool isPlain = wanted == 0 && before == 0;

        if (isSteady)
            isPlain ? renderPlain (block) : render<false, false> (block, before, wanted);
        else
            isPlain ? render<true, true> (block, before, wanted) : render<true, false> (block, before, wanted);
    }

    /** A driven sound keeps about its loudness. */
    struct Drive
    {
        S push, level;
    };

    static Drive driveOf (S decibels) noexcept
    {
        const auto push = dsp::decibelsToGain (decibels * 0.5f);
        return { push * push, (1 / dsp::softClipScale) / push };
    }

    typename Filter::Shape shapeFor (S hz, S resonant, const Drive& driven) const noexcept
    {
        return Filter::design (hz * framePeriod, resonant * 4.25f, driven.push);
    }

    void renderPlain (const Block<S>& block) noexcept
    {
        const auto driven = driveOf (block[drive].first());
        const auto& input = block[in];
        auto& result = block[out];
        auto filter = ladder;

        filter.run (
            shapeFor (cutoff.over (block)[0], block[resonance].first(), driven), quantum, [&] (int frame) { return input[frame]; }, [&] (int frame, S y) { result[frame] = y * driven.level; });

        ladder = filter;
    }

    /** The other slopes are sums of the poles (Zavalishin, "The Art of VA Filter Design", 5.5). */
    static S sumOf (const typename Filter::Outputs& y, int mode) noexcept
    {
        static constexpr float sums[6][5] { { 0, 0, 0, 0, 1 }, { 0, 0, 1, 0, 0 }, { 0, 0, 4, -8, 4 }, { 0, 2, -2, 0, 0 }, { 1, -4, 6, -4, 1 }, { 1, -2, 1, 0, 0 } };
        const auto& sum = sums[mode];
        auto total = y[0] * sum[0];

        for (std::size_t pole = 1; pole < 5; ++pole)
            total = dsp::fma (y[pole], S (sum[pole]), total);

        return total;
    }

    template <bool isMoving, bool isPlain>
    void render (const Block<S>& block, int before, int wanted) noexcept
    {
        const auto hz = cutoff.over (block);
        const auto &resonant = block[resonance], &input = block[in];
        const Through driven (block[drive], driveOf);
        auto push = driven[0];
        auto shape = shapeFor (hz[0], resonant[0], push);
        auto& result = block[out];
        auto filter = ladder;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
            {
                push = driven[frame];
                shape = shapeFor (hz[frame], resonant[frame], push);
            }

            const auto poles = filter.tick (input[frame], shape);
            auto y = isPlain ? poles[4] : sumOf (poles, wanted);

            if (! isPlain && wanted != before)
                y = dsp::mix (sumOf (poles, before), y, S (static_cast<float> (frame + 1) / quantum));

            result[frame] = y * push.level;
        }

        ladder = filter;
    }

    float framePeriod = 1 / 48'000.0f;
    int lastMode = -1;
    Filter ladder;
};

} // namespace athanor
