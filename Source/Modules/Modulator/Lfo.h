// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Envelope/Curve.h"
#include "Dsp/Oscillator/BandLimited.h"
#include "Modules/Knobs.h"
#include "Modules/NoteLength.h"
#include "Modules/Source/NoteSeed.h"

namespace athanor
{

/** A slow wave that turns knobs. */
template <typename S>
class Lfo final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "lfo", "LFO", "Modulators", "A slow wave that turns knobs: vibrato, tremolo, sweeps, in time with the song if you like." };

    Lfo() : ModuleOf<S> (about) {}

    Input trigger { *this, "trigger", "Starts the wave again, where it starts with each note.", Normal::trigger };
    Knob shape { *this, "shape", choice (shapes), "How it moves." };
    Knob rate { *this, "rate", hertz (0.01f, 100, 2), "How often it goes round in a second, while sync is free." };
    Knob sync { *this, "sync", choice (noteLengths), "The note length that it keeps to." };
    Knob start { *this, "start", choice (starts), "Whether it runs with the song, starts with each note, or goes round only once for each." };
    Knob phase { *this, "phase", amount (0), "Where in its wave it starts." };
    Knob fade { *this, "fade", seconds (0, 20, 0), "How long it takes to grow after a note starts." };
    Knob smooth { *this, "smooth", seconds (0, 1, 0.001f), "How long it takes over its jumps, which might click otherwise." };
    Knob polarity { *this, "polarity", choice (polarities), "Whether it moves to both sides, or only up." };
    Knob level { *this, "level", amount (1), "How far it moves." };
    Output out { *this, "out", "The wave, -1 to 1, or 0 to 1." };

    void prepare (double sampleRate) override
    {
        framePeriod = static_cast<float> (1 / sampleRate);
        reset();
    }

    void reset() noexcept override
    {
        state = {};
        fresh.all();
    }

    void startLane (int lane) noexcept override { fresh.add (lane); }

    void process (const Block<S>& block) noexcept override
    {
        const auto beats = beatsOf (block.choice (sync));
        const auto mode = static_cast<Start> (block.choice (start));
        follow (block, beats, mode);

        const Through grows (block[fade], [this] (S time) { return S (framePeriod) / max (time, S (1e-4f)); });
        const Through kept (block[smooth], [this] (S time) { return dsp::keptPerFrame (time, 3.0f, framePeriod); });
        const Through speed (block[rate], [this] (S hz) { return min (hz * framePeriod, S (0.49f)); });
        const S synced (beats > 0 ? static_cast<float> (block.moment->beatsPerFrame / beats) : 0.0f);
        const auto& levels = block[level];
        const bool isUp = block.choice (polarity) == 1;
        const auto kind = static_cast<Shape> (block.choice (shape));
        auto& result = block[out];
        auto now = state;

        for (int frame = 0; frame < quantum; ++frame)
        {
            if (! block[trigger].silent && ! isNone (block[trigger][frame] > 0.5f))
                restart (now, block, frame, mode);

            const auto wave = waveAt (kind, now.phase);
            const auto wanted = (isUp ? dsp::fma (wave, S (0.5f), S (0.5f)) : wave) * levels[frame] * now.grown;
            now.value = dsp::fma (now.value - wanted, select (now.isNew > 0.5f, S (0.0f), kept[frame]), wanted);
            now.isNew = S (0.0f);
            result[frame] = now.value;
            now.grown = min (now.grown + grows[frame], S (1.0f));
            now.phase += beats > 0 ? synced : speed[frame];

            if (mode == Start::once)
                now.phase = min (now.phase, S (0.99999994f));
            else
                now.phase -= select (now.phase >= 1.0f, S (1.0f), S (0.0f));
        }

        state = now;
    }

private:
    static constexpr std::array<std::string_view, 6> shapes { "sine", "triangle", "rise", "fall", "square", "bump" };
    static constexpr std::array<std::string_view, 3> starts { "with the song", "with each note", "once for each note" };
    static constexpr std::array<std::string_view, 2> polarities { "both sides", "up" };

    enum class Shape { sine,
                       triangle,
                       rise,
                       fall,
                       square,
                       bump };

    enum class Start { song,
                       note,
                       once };

    struct State
    {
        S phase { 0.0f };                                 ///< In turns, 0 to 1.
        S grown { 0.0f }, value { 0.0f }, isNew { 1.0f }; ///< How far the fade is; what is put out; 1 where there is nothing to smooth from.
    };

    static S waveAt (Shape kind, S phase) noexcept
    {
        switch (kind)
        {
            case Shape::sine:
                return dsp::sine (phase);
            case Shape::triangle:
                return dsp::fma (dsp::abs (dsp::fraction (phase + 0.75f) - 0.5f), S (4.0f), S (-1.0f));
            case Shape::rise:
                return dsp::fma (phase, S (2.0f), S (-1.0f));
            case Shape::fall:
                return dsp::fma (phase, S (-2.0f), S (1.0f));
            case Shape::square:
                return select (phase < 0.5f, S (1.0f), S (-1.0f));
            case Shape::bump:
                return -dsp::cosine (phase);
        }

        return S (0.0f);
    }

    /** New voices, and all of them while the wave runs with the song in beats: they stand where the song stands. */
    void follow (const Block<S>& block, double beats, Start mode) noexcept
    {
        const auto turnsNow = beats > 0 ? block.moment->beat / beats : static_cast<double> (block.moment->frame) * static_cast<double> (framePeriod) * static_cast<double> (block[rate].first()[0]);
        const auto songPhase = static_cast<float> (turnsNow - static_cast<double> (static_cast<std::int64_t> (turnsNow)));
        const auto place = dsp::fraction (S (songPhase < 0 ? songPhase + 1 : songPhase) + block[phase].first());
        const auto ownPlace = dsp::fraction (block[phase].first());

        fresh.take ([&] (int lane) {
            state.phase.set (lane, (mode == Start::song ? place : ownPlace)[lane]);
            state.grown.set (lane, 0);
            state.isNew.set (lane, 1);
        });

        if (mode == Start::song && beats > 0)
            state.phase = place;

        // Without a fade it is there at once.
        state.grown = select (block[fade].first() > 0.0f, state.grown, S (1.0f));
    }

    static void restart (State& now, S isStruck, S place, S fading, Start mode) noexcept
    {
        const auto struck = isStruck > 0.5f;
        now.grown = select (struck & (fading > 0.0f), S (0.0f), now.grown);

        if (mode != Start::song)
            now.phase = select (struck, dsp::fraction (place), now.phase);
    }

    void restart (State& now, const Block<S>& block, int frame, Start mode) const noexcept
    {
        restart (now, block[trigger][frame], block[phase][frame], block[fade][frame], mode);
    }

    float framePeriod = 1 / 48'000.0f;
    FreshLanes<S::size> fresh;
    State state;
};

} // namespace athanor
