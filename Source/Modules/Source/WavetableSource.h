// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Oscillator/Wavetable.h"
#include "Modules/Source/NoteSeed.h"
#include "Modules/Source/Tuning.h"

#include <algorithm>
#include <array>

namespace athanor
{

/** Moves through a row of single cycles. */
template <typename S>
class WavetableSource final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "source.wavetable", "Wavetable", "Sources", "Moves through a row of waves, built in or your own, and is clean up to the highest notes." };

    WavetableSource() : ModuleOf<S> (about) {}

    SoundSlot sound { *this, "sound", "Your own waves: cycles of 2048 frames one after the other, or one cycle of any length." };
    Tuning tuning { *this };
    Input trigger { *this, "trigger", "Starts the wave again where restart is on.", Normal::trigger };
    Input fm { *this, "fm", "Bends the frequency at any speed; 1 adds as much as the FM knob says." };
    Knob table { *this, "table", choice (names), "Which row of waves is played." };
    Knob position { *this, "position", amount (0), "Where in the row it stands; between two waves it blends." };
    Knob fmDepth { *this, "fmDepth", { 0, 8, 1 }, "How many times its own frequency the FM input adds." };
    Knob phase { *this, "phase", amount (0), "Where in its wave a new voice starts." };
    Knob restart { *this, "restart", choice (offOn), "Whether each note starts the wave again, or it runs on." };
    Output out { *this, "out", "The wave, from -1 to 1." };

    void prepare (double rate) override
    {
        framePeriod = static_cast<float> (1 / rate);
        builtIn = dsp::builtInWavetables();
        reset();
    }

    void reset() noexcept override
    {
        now = {};
        fresh.all();
        loaded = nullptr;
        own.clear();
    }

    void startLane (int lane) noexcept override { fresh.add (lane); }

    void process (const Block<S>& block) noexcept override
    {
        fresh.take ([&] (int lane) { now.set (lane, block[phase].first()[lane]); });
        load (block[sound]);

        const auto wanted = static_cast<std::size_t> (block.choice (table));
        const auto& waves = wanted < builtIn.size() ? builtIn[wanted] : own;

        if (waves.cycles() == 0)
            return block[out].clear();

        const bool isSteady = tuning.isSteady (block) && block[fm].steady && block[fmDepth].steady && block[position].steady;
        isSteady ? render<false> (block, waves) : render<true> (block, waves);
    }

private:
    static constexpr std::array<std::string_view, 9> names { dsp::wavetableNames[0], dsp::wavetableNames[1], dsp::wavetableNames[2],
                                                             dsp::wavetableNames[3], dsp::wavetableNames[4], dsp::wavetableNames[5],
                                                             dsp::wavetableNames[6], dsp::wavetableNames[7], "own" };
    static constexpr std::array<std::string_view, 2> offOn { "off", "on" };
    static constexpr int mostOwn = 16;

    using Place = dsp::WavetablePlace<S::size>;

    /** One cycle of the recording in each quantum: a tenth of a millisecond's work. Of more than there is room for, evenly many. */
    void load (const dsp::Sound* source) noexcept
    {
        if (source != loaded)
        {
            own.clear();
            loaded = source;
        }

        if (source == nullptr || source->frames() < 2 || own.cycles() >= cyclesIn (*source))
            return;

        std::array<float, dsp::Wavetable::cycleLength> cycle;
        const auto frames = static_cast<double> (source->frames());
        const auto whole = static_cast<int> (source->frames() / dsp::Wavetable::cycleLength);
        const bool isRow = whole >= 2;
        const double length = isRow ? dsp::Wavetable::cycleLength : frames;
        const int index = isRow ? static_cast<int> (static_cast<long> (own.cycles()) * (whole - 1) / std::max (1, cyclesIn (*source) - 1)) : 0;

        for (std::size_t point = 0; point < cycle.size(); ++point)
        {
            const double place = length * static_cast<double> (point) / dsp::Wavetable::cycleLength;
            const auto first = static_cast<std::size_t> (place), last = static_cast<std::size_t> (length) - 1;
            const auto start = isRow ? static_cast<std::size_t> (index) * dsp::Wavetable::cycleLength : 0;
            const auto at = [&] (std::size_t frame) { return source->samples[(start + frame) * static_cast<std::size_t> (source->channels)]; };
            const float part = static_cast<float> (place - static_cast<double> (first));
            cycle[point] = at (first) + (at (first < last ? first + 1 : 0) - at (first)) * part;
        }

        maker.add (own, cycle);
    }

    static int cyclesIn (const dsp::Sound& source) noexcept
    {
        return std::clamp (static_cast<int> (source.frames() / dsp::Wavetable::cycleLength), 1, mostOwn);
    }

    S turnsAt (const Block<S>& block, int frame) const noexcept
    {
        const auto natural = dsp::pitchToHertz (tuning.at (block, frame)) * framePeriod;
        return clamp (natural * dsp::fma (block[fm][frame], block[fmDepth][frame], S (1.0f)), S (-0.49f), S (0.49f));
    }

    template <bool isMoving>
    void render (const Block<S>& block, const dsp::Wavetable& waves) noexcept
    {
        const bool restarts = block.choice (restart) == 1 && ! block[trigger].silent;
        auto turns = turnsAt (block, 0);
        auto place = Place::at (waves, block[position].first(), dsp::abs (turns));
        auto& result = block[out];
        auto here = now;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if constexpr (isMoving)
            {
                turns = turnsAt (block, frame);
                place = Place::at (waves, block[position][frame], dsp::abs (turns));
            }

            if (restarts)
                for (int lane = 0; lane < S::size; ++lane)
                    if (block[trigger][frame][lane] > 0.5f)
                        here.set (lane, block[phase][frame][lane]);

            result[frame] = place.read (waves, here);
            here.advance (turns);
        }

        now = here;
    }

    float framePeriod = 1 / 48'000.0f;
    std::span<const dsp::Wavetable> builtIn;
    dsp::WavetableMaker maker;
    dsp::Wavetable own { mostOwn };
    const dsp::Sound* loaded = nullptr;
    dsp::Phase<S::size> now;
    FreshLanes<S::size> fresh;
};

} // namespace athanor
