// SPDX-License-Identifier: GPL-3.0-or-later
// What crosses to the audio thread while a plan is playing: what must be heard now.
#pragma once

#include "Core/Realtime/Fifo.h"
#include "Model/Project.h"

#include <cstdint>
#include <variant>

namespace athanor
{

/** Plays from the position on, once so many beats were counted with clicks at the tempo there. */
struct StartPlaying
{
    int countBeats = 0, beatsPerBar = 4;
};

/** Notes of the song are released; the position stays. */
struct StopPlaying
{};

/** Stops by itself when the score reaches this frame; below zero: at its end. */
struct PlayUntil
{
    std::int64_t frame = -1;
};

/** Goes on from this frame of the score. */
struct Locate
{
    std::int64_t frame = 0;
};

struct StartNote
{
    TrackId track;
    InstrumentId instrument;
    std::uint32_t note = 0;
    float pitch = 60, velocity = 1;
};

struct StopNote
{
    TrackId track;
    InstrumentId instrument;
    std::uint32_t note = 0;
};

struct PressNote
{
    TrackId track;
    std::uint32_t note = 0; ///< Zero: all notes of the track.
    float pressure = 0;
};

/** Bend (-1 to 1), wheel (0 to 1) or pedal (0 or 1) of a track. */
struct MoveHands
{
    enum class What : std::uint8_t { bend,
                                     wheel,
                                     pedal };
    TrackId track;
    What what {};
    float value = 0;
};

/** A hand on a parameter. `key` is keyOf its address; NaN lets go. */
struct TurnKnob
{
    std::uint64_t key = 0;
    float position = 0;
};

/** Silence, at once: every voice is cut. */
struct Panic
{};

struct SetMetronome
{
    bool isOn = false;
};

using Order = std::variant<StartPlaying, StopPlaying, PlayUntil, Locate, StartNote, StopNote, PressNote, MoveHands, TurnKnob, Panic, SetMetronome>;

/** An order, and the newest plan its sender had published: it waits until that plan is in force, for the two have no common order. */
struct Command
{
    Order order;
    std::uint64_t plan = 0;
};

using CommandFifo = Fifo<Command, 1024>;

/** A live note as it was played, for recording. Losing one is a fault. */
struct NoteCaught
{
    TrackId track;
    InstrumentId instrument;
    std::uint32_t note = 0;
    float pitch = 60, velocity = 0; ///< Zero velocity: the note ended.
    std::int64_t scoreFrame = 0;
};

using NoteFifo = Fifo<NoteCaught, 1024>;

} // namespace athanor
