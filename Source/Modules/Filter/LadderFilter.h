// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Filter/Ladder.h"
#include "Modules/Filter/Cutoff.h"

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
        else if (! cutoff.isSteady (block) || ! block[resonance].steady || ! block[drive].steady)
            render<true> (block, before, wanted);
        else if (wanted == before && wanted == 0)
            renderPlain (block);
        else
            render<false> (block, before, wanted);
    }

private:
    static constexpr std::array<std::string_view, 6> modes { "low 24 dB", "low 12 dB", "band 24 dB", "band 12 dB", "high 24 dB", "high 12 dB" };

    using Filter = dsp::Ladder<S::size>;

    /** A driven sound keeps about its loudness. */
    struct Drive
    {
        S push, level;
    };

    Drive driveAt (const Block<S>& block, int frame) const noexcept
    {
        const auto push = dsp::decibelsToGain (block[drive][frame] * 0.5f);
        return { push * push, (1 / dsp::softClipScale) / push };
    }

    typename Filter::Shape shapeAt (const Block<S>& block, int frame, const Drive& driven) const noexcept
    {
        return Filter::design (cutoff.at (block, frame) * framePeriod, block[resonance][frame] * 4.25f, driven.push);
    }

    void renderPlain (const Block<S>& block) noexcept
    {
        const auto driven = driveAt (block, 0);
        const auto& input = block[in];
        auto& result = block[out];
        auto filter = ladder;

        filter.run (
            shapeAt (block, 0, driven), quantum, [&] (int frame) { return input[frame]; }, [&] (int frame, S y) { result[frame] = y * driven.level; });

        ladder = filter;
    }

    /** The other slopes are sums of the poles (Zavalishin, "The Art of VA Filter Design", 5.5). */
    static S sumOf (const typename Filter::Outputs& y, int mode, float part) noexcept
    {
        static constexpr float sums[6][5] { { 0, 0, 0, 0, 1 }, { 0, 0, 1, 0, 0 }, { 0, 0, 4, -8, 4 }, { 0, 2, -2, 0, 0 }, { 1, -4, 6, -4, 1 }, { 1, -2, 1, 0, 0 } };
        const auto& sum = sums[mode];
        auto total = y[0] * (sum[0] * part);

        for (std::size_t pole = 1; pole < 5; ++pole)
            total = dsp::fma (y[pole], S (sum[pole] * part), total);

        return total;
    }

    template <bool isMoving>
    void render (const Block<S>& block, int before, int wanted) noexcept
    {
        const bool isDriveMoving = ! block[drive].steady;
        auto driven = driveAt (block, 0);
        auto shape = shapeAt (block, 0, driven);
        const auto& input = block[in];
        auto& result = block[out];
        auto filter = ladder;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
            {
                if (isDriveMoving)
                    driven = driveAt (block, frame);

                shape = shapeAt (block, frame, driven);
            }

            const auto poles = filter.tick (input[frame], shape);
            auto y = sumOf (poles, wanted, 1);

            if (wanted != before)
            {
                const float way = static_cast<float> (frame + 1) / quantum;
                y = sumOf (poles, wanted, way) + sumOf (poles, before, 1 - way);
            }

            result[frame] = y * driven.level;
        }

        ladder = filter;
    }

    float framePeriod = 1 / 48'000.0f;
    int lastMode = -1;
    Filter ladder;
};

} // namespace athanor
