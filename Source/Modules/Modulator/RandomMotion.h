// SPDX-License-Identifier: GPL-3.0-or-later
// Chance as a signal to turn knobs with: in steps, or in curves from one value to the next.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/NoteLength.h"
#include "Modules/Source/NoteSeed.h"

#include <algorithm>
#include <array>

namespace athanor
{

/** What both kinds do. In time with the song, the same place in the song always draws the same value. */
template <typename S, bool isSmooth>
class RandomMotion : public ModuleOf<S>
{
public:
    Input trigger { *this, "trigger", "Draws a new value, where rate is not to wait for.", Normal::trigger };
    Input random { *this, "random", "What makes the chance of one note unlike that of the next.", Normal::random };
    Knob rate { *this, "rate", hertz (0.01f, 200, 4), "How many values there are in a second, while sync is free." };
    Knob sync { *this, "sync", choice (noteLengths), "The note length that it keeps to." };
    Knob change { *this, "change", amount (1), "How likely a value is a new one." };
    Knob voices { *this, "voices", choice (alikeOrApart, 1), "Whether all voices move alike, or each for itself." };
    Knob polarity { *this, "polarity", choice (polarities), "Whether it moves to both sides, or only up." };
    Knob level { *this, "level", amount (1), "How far it moves." };
    Output out { *this, "out", "The motion, -1 to 1, or 0 to 1." };

    void prepare (double sampleRate) override
    {
        framePeriod = static_cast<float> (1 / sampleRate);
        reset();
    }

    void reset() noexcept override
    {
        lanes = {};
        way = from = to = S (0.0f);
        fresh.all();
    }

    void startLane (int lane) noexcept override { fresh.add (lane); }

    void process (const Block<S>& block) noexcept override
    {
        const auto beats = beatsOf (block.choice (sync));
        const auto& moment = *block.moment;
        fresh.take ([&] (int lane) { begin (block, lane, beats); });

        if (beats > 0)
            way = S (static_cast<float> (moment.beat / beats - wholeOf (moment.beat / beats)));

        const S synced (beats > 0 ? static_cast<float> (moment.beatsPerFrame / beats) : 0.0f);
        const auto &levels = block[level], &speeds = block[rate], &draws = block[trigger];
        const bool isUp = block.choice (polarity) == 1;
        auto& result = block[out];

        for (int frame = 0; frame < quantum; ++frame)
        {
            const auto isDue = way >= 1.0f;

            if (! isNone (isDue))
                drawDue (block, isDue, frame, beats);

            if (! draws.silent && ! isNone (draws[frame] > 0.5f))
                drawStruck (block, draws[frame], frame, beats);

            const auto value = isSmooth ? dsp::mix (from, to, way * way * (3.0f - 2.0f * way)) : to;
            result[frame] = (isUp ? dsp::fma (value, S (0.5f), S (0.5f)) : value) * levels[frame];
            way += beats > 0 ? synced : min (speeds[frame] * framePeriod, S (1.0f));
        }
    }

protected:
    explicit RandomMotion (const Module::About& about) : ModuleOf<S> (about) {}

private:
    static constexpr std::array<std::string_view, 2> alikeOrApart { "alike", "apart" };
    static constexpr std::array<std::string_view, 2> polarities { "both sides", "up" };

    struct Lane
    {
        std::uint32_t seed = 1, drawn = 0;
    };

    static double wholeOf (double x) noexcept
    {
        const auto whole = static_cast<double> (static_cast<std::int64_t> (x));
        return whole > x ? whole - 1 : whole;
    }

    void begin (const Block<S>& block, int index, double beats) noexcept
    {
        auto& lane = lanes[static_cast<std::size_t> (index)];
        lane.seed = block.choice (voices) == 1 ? seedAt (block[random], quantum - 1, index) : 0x51ed270b;
        lane.drawn = 0;
        way.set (index, 0);
        draw (block, index, 0, beats);
        draw (block, index, 0, beats);
    }

    /** Goes on to the next value. In time with the song it is a function of the place there, else of how many there were. */
    void draw (const Block<S>& block, int index, int frame, double beats) noexcept
    {
        auto& lane = lanes[static_cast<std::size_t> (index)];
        ++lane.drawn;
        const auto place = beats > 0 ? static_cast<std::uint32_t> (static_cast<std::int64_t> ((block.moment->beat + (frame + 2) * block.moment->beatsPerFrame) / beats)) : lane.drawn;
        const auto chance = dsp::scatter (lane.seed + dsp::scatter (place));
        const bool isNew = 0.5f + 0.5f * dsp::chanceOf (chance + 1) <= block[change][frame][index];
        from.set (index, to[index]);

        if (isNew)
            to.set (index, dsp::chanceOf (chance));
    }

    void drawDue (const Block<S>& block, dsp::Mask<S::size> isDue, int frame, double beats) noexcept
    {
        for (int lane = 0; lane < S::size; ++lane)
            if (isDue[lane])
            {
                draw (block, lane, frame, beats);
                way.set (lane, std::max (0.0f, way[lane] - 1.0f));
            }
    }

    /** Leaves from where it is, so that a curve does not jump. */
    void drawStruck (const Block<S>& block, S struck, int frame, double beats) noexcept
    {
        if (beats > 0)
            return;

        for (int lane = 0; lane < S::size; ++lane)
            if (struck[lane] > 0.5f)
            {
                const float t = way[lane], here = from[lane] + (to[lane] - from[lane]) * t * t * (3 - 2 * t);
                draw (block, lane, frame, beats);
                from.set (lane, here);
                way.set (lane, 0);
            }
    }

    float framePeriod = 1 / 48'000.0f;
    std::array<Lane, S::size> lanes;
    S way { 0.0f }, from { 0.0f }, to { 0.0f };
    FreshLanes<S::size> fresh;
};

template <typename S>
class RandomSteps final : public RandomMotion<S, false>
{
public:
    static constexpr Module::About about { "random.steps", "Random steps", "Modulators", "A new random value at each step, as the old sample-and-hold made them." };

    RandomSteps() : RandomMotion<S, false> (about) {}
};

template <typename S>
class RandomSmooth final : public RandomMotion<S, true>
{
public:
    static constexpr Module::About about { "random.smooth", "Random drift", "Modulators", "Wanders from one random value to the next in soft curves." };

    RandomSmooth() : RandomMotion<S, true> (about) {}
};

} // namespace athanor
