// SPDX-License-Identifier: GPL-3.0-or-later
// An instrument as data: a voice patch, recordings by key and velocity, and the envelopes of the tracker tradition.
#pragma once

#include "Model/Cell.h"
#include "Model/Graph.h"

#include <array>
#include <span>
#include <string_view>

namespace athanor
{

using ZoneId = Id<struct ZoneTag>;

enum class LoopMode { off,
                      forward,
                      pingPong,
                      backward };

inline std::span<const std::string_view> namesOf (LoopMode)
{
    static constexpr std::array<std::string_view, 4> names { "off", "forward", "pingpong", "backward" };
    return names;
}

/** A recording, and the keys and velocities that play it. */
struct Zone
{
    std::string name;
    std::string sound; ///< Content hash of an asset.
    int lowKey = 0, highKey = 127;
    int lowVelocity = 0, highVelocity = 127;
    double rootPitch = 60; ///< MIDI semitones at which it plays at the speed it was recorded at.
    double transpose = 0;  ///< Semitones added to the key, as an imported key map asks; no part of the recording's tuning.
    bool hasFixedPitch = false;
    double volume = 1;       ///< Factor, 0 to 4.
    double panning = 0;      ///< -1 to 1.
    bool hasPanning = false; ///< Whether a new note takes `panning`, or keeps what its column had.
    int defaultVolume = 64;  ///< 0 to 64: the note volume of a note that names none (tracker convention).
    LoopMode loop = LoopMode::off;
    std::int64_t loopStart = 0, loopEnd = 0; ///< Frames; end is one past the last.
    LoopMode sustainLoop = LoopMode::off;    ///< While the key is held; then `loop`.
    std::int64_t sustainStart = 0, sustainEnd = 0;
    double vibratoSpeed = 0; ///< The recording's own vibrato, in ticks: how far it goes in each, 256 to a turn.
    double vibratoDepth = 0; ///< 64ths of a semitone.
    double vibratoRate = 0;  ///< How far each tick comes closer to that depth, in 256ths of its unit.
    int vibratoShape = 0;    ///< 0 sine, 1 ramp down, 2 square above the note, 3 random, 4 ramp up, 5 square around it.
    Value::Parts unknown;

    bool operator== (const Zone&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "name", &Zone::name }, Field { "sound", &Zone::sound }, Field { "lowKey", &Zone::lowKey },
                            Field { "highKey", &Zone::highKey }, Field { "lowVelocity", &Zone::lowVelocity },
                            Field { "highVelocity", &Zone::highVelocity }, Field { "root", &Zone::rootPitch }, Field { "transpose", &Zone::transpose },
                            Field { "fixedPitch", &Zone::hasFixedPitch }, Field { "volume", &Zone::volume }, Field { "panning", &Zone::panning },
                            Field { "hasPanning", &Zone::hasPanning }, Field { "defaultVolume", &Zone::defaultVolume }, Field { "loop", &Zone::loop },
                            Field { "loopStart", &Zone::loopStart }, Field { "loopEnd", &Zone::loopEnd }, Field { "sustainLoop", &Zone::sustainLoop },
                            Field { "sustainStart", &Zone::sustainStart }, Field { "sustainEnd", &Zone::sustainEnd },
                            Field { "vibratoSpeed", &Zone::vibratoSpeed }, Field { "vibratoDepth", &Zone::vibratoDepth },
                            Field { "vibratoRate", &Zone::vibratoRate }, Field { "vibratoShape", &Zone::vibratoShape } };
    }
};

/** An envelope in ticks, as FT2 and IT have them. Missing parts are off. */
struct TickEnvelope
{
    bool isOn = false;
    Table<int, double> points;              ///< Tick -> value: volume 0 to 1, panning and pitch -1 to 1 (pitch 1 is 16 semitones), filter 0 to 1.
    int sustainStart = -1, sustainEnd = -1; ///< Ticks of points; -1: none.
    int loopStart = -1, loopEnd = -1;
    bool carries = false;
    Value::Parts unknown;

    bool operator== (const TickEnvelope&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "on", &TickEnvelope::isOn }, Field { "points", &TickEnvelope::points },
                            Field { "sustainStart", &TickEnvelope::sustainStart }, Field { "sustainEnd", &TickEnvelope::sustainEnd },
                            Field { "loopStart", &TickEnvelope::loopStart }, Field { "loopEnd", &TickEnvelope::loopEnd },
                            Field { "carries", &TickEnvelope::carries } };
    }
};

/** What becomes of a sounding note when its column starts the next one. */
enum class NewNoteAction { cut,
                           letRing,
                           release,
                           fade };

inline std::span<const std::string_view> namesOf (NewNoteAction)
{
    static constexpr std::array<std::string_view, 4> names { "cut", "continue", "release", "fade" };
    return names;
}

/** Something that sounds when a note asks it to. */
struct Instrument
{
    std::string name;
    int number = 1; ///< 1 to 255: what the pattern shows.
    Graph graph;    ///< Per voice, from "voice.in" to "voice.out". Empty: its zones are played as they are.
    Table<ZoneId, Zone> zones;
    Table<int, Macro> macros; ///< 1 to 8.
    int polyphony = 16;       ///< 1 to 256 voices on each track.
    bool isMono = false;      ///< One voice; overlapping notes slide without starting again.
    double glide = 0;         ///< Seconds from one pitch to the next while mono.
    double bendRange = 2;     ///< Semitones, 0 to 48.
    double volume = 0;        ///< Decibels.
    NewNoteAction newNoteAction = NewNoteAction::release;
    TickEnvelope volumeEnvelope, panningEnvelope, pitchEnvelope;
    double fadePerTick = 0; ///< What a released note loses of its level each tick, 0 to 1.
    Value::Parts unknown;

    bool operator== (const Instrument&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "name", &Instrument::name }, Field { "number", &Instrument::number }, Field { "graph", &Instrument::graph },
                            Field { "zones", &Instrument::zones }, Field { "macros", &Instrument::macros },
                            Field { "polyphony", &Instrument::polyphony }, Field { "mono", &Instrument::isMono }, Field { "glide", &Instrument::glide },
                            Field { "bendRange", &Instrument::bendRange }, Field { "volume", &Instrument::volume },
                            Field { "newNoteAction", &Instrument::newNoteAction }, Field { "volumeEnvelope", &Instrument::volumeEnvelope },
                            Field { "panningEnvelope", &Instrument::panningEnvelope }, Field { "pitchEnvelope", &Instrument::pitchEnvelope },
                            Field { "fadePerTick", &Instrument::fadePerTick } };
    }
};

} // namespace athanor
