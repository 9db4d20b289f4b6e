// SPDX-License-Identifier: GPL-3.0-or-later
// What a module on the bench is made to hear: notes, noise and knobs that turn, repeatably.
#pragma once

#include "Modules/Rig.h"

#include <array>

namespace athanor
{

/** A short stereo recording of two tones that do not fit its length. */
inline const dsp::Sound& soundForTests()
{
    static const dsp::Sound sound = [] {
        dsp::Sound made { 44'100, 2, {} };

        for (int frame = 0; frame < 9'000; ++frame)
        {
            made.samples.push_back (0.8f * static_cast<float> (std::sin (frame * 0.0611)));
            made.samples.push_back (0.7f * static_cast<float> (std::sin (frame * 0.0823 + 1)));
        }

        return made;
    }();

    return sound;
}

/** Feeds one quantum after another, the same for the same seed. */
class Stimulus
{
public:
    explicit Stimulus (unsigned seed, float loudness = 0.5f) : random (seed), level (loudness) {}

    /** Notes of twenty quanta with pauses as long, noise on what hears sound, chance on the rest. */
    template <typename S>
    void next (Rig<S>& rig)
    {
        const int place = step++ % 40;
        noteFrame = place == 0 ? static_cast<int> (random() % quantum) : -1;

        for (auto* port : rig.module->ports())
        {
            if (port->kind == Port::Kind::input)
                fill (rig.input (port->id), static_cast<const Input&> (*port).normal, place);
            else if (port->kind == Port::Kind::notesIn)
                play (rig.notesIn (port->id), place);
        }
    }

    /** Every knob somewhere else; `chance` is how likely one moves. */
    template <typename S>
    void turnKnobs (Rig<S>& rig, float chance = 0.3f)
    {
        for (auto* port : rig.module->ports())
            if (port->kind == Port::Kind::knob && uniform() < chance)
                turn (rig.knob (port->id), static_cast<const Knob&> (*port).range);
    }

    float uniform() { return static_cast<float> (random() & 0xffffff) / 0x1p24f; }

private:
    /** A knob jumps and stays, or glides, or is shaken in each lane apart. */
    template <typename S>
    void turn (Signal<S>& signal, const Range& range)
    {
        const float from = range.toPosition (signal.first()[0]), to = uniform();
        const auto kind = random() % 3;

        if (kind == 0)
            return signal.hold (S (range.fromPosition (random() % 4 == 0 ? std::round (to) : to)));

        for (int frame = 0; frame < quantum; ++frame)
            for (int lane = 0; lane < S::size; ++lane)
            {
                const float way = from + (to - from) * static_cast<float> (frame) / quantum;
                signal[frame].set (lane, range.fromPosition (kind == 1 ? way : uniform()));
            }

        signal.steady = signal.silent = false;
    }

    template <typename S>
    void fill (Signal<S>& signal, Normal normal, int place)
    {
        switch (normal)
        {
            case Normal::pitch:
                if (noteFrame >= 0)
                    for (int lane = 0; lane < S::size; ++lane)
                        pitches[static_cast<std::size_t> (lane)] = 24 + 72 * uniform();

                return perLane (
                    signal, [&] (int lane, int) { return pitches[static_cast<std::size_t> (lane)]; }, true);
            case Normal::gate:
                return perLane (
                    signal, [&] (int, int frame) { return place < 20 && frame >= noteFrame ? 1.0f : 0.0f; }, noteFrame < 0);
            case Normal::trigger:
                return perLane (
                    signal, [&] (int, int frame) { return frame == noteFrame ? 1.0f : 0.0f; }, noteFrame < 0);
            case Normal::velocity:
            case Normal::volume:
                return perLane (
                    signal, [] (int, int) { return 0.8f; }, true);
            case Normal::silence:
                return perLane (
                    signal, [&] (int, int) { return level * (2 * uniform() - 1); }, false);
            default:
                return perLane (
                    signal, [] (int lane, int) { return 0.1f * static_cast<float> (lane) - 0.1f; }, true);
        }
    }

    template <typename S, typename Value>
    void perLane (Signal<S>& signal, Value value, bool isSteady)
    {
        signal.steady = isSteady;
        signal.silent = isSteady;

        for (int frame = 0; frame < quantum; ++frame)
            for (int lane = 0; lane < S::size; ++lane)
            {
                signal[frame].set (lane, value (lane, frame));
                signal.silent = signal.silent && signal[frame][lane] == 0;
            }
    }

    void play (NoteStream& stream, int place)
    {
        stream.clear();

        if (place % 5 != 0)
            return;

        const auto note = static_cast<std::uint32_t> (step / 40 + place % 4);
        const auto kind = place < 20 ? NoteEvent::Kind::start : NoteEvent::Kind::stop;
        (void)stream.push ({ kind, static_cast<std::uint8_t> (random() % quantum), note, 48 + 24 * uniform(), uniform() });
    }

    std::mt19937 random;
    float level;
    int step = 0, noteFrame = -1;
    std::array<float, 8> pitches { 60, 60, 60, 60, 60, 60, 60, 60 };
};

/** Loads every slot. */
template <typename S>
void loadSounds (Rig<S>& rig)
{
    for (auto* port : rig.module->ports())
        if (port->kind == Port::Kind::sound)
            rig.load (port->id, soundForTests());
}

} // namespace athanor
