// SPDX-License-Identifier: GPL-3.0-or-later
// The project as a value: everything the musician made, as plain data.
#pragma once

#include "Core/Units.h"
#include "Model/Cell.h"
#include "Model/Graph.h"
#include "Model/Instrument.h"

#include <array>
#include <span>
#include <string_view>

namespace athanor
{

using TrackId = Id<struct TrackTag>;
using ClipId = Id<struct ClipTag>;
using PatternId = Id<struct PatternTag>;
using SlotId = Id<struct SlotTag>;
using RegionId = Id<struct RegionTag>;

/** The tempo from a place on. Stands at a Ticks key in Project::tempo. */
struct TempoPoint
{
    double beatsPerMinute = 120; ///< 20 to 999.
    Value::Parts unknown;

    bool operator== (const TempoPoint&) const = default;

    static constexpr auto fields() { return std::tuple { Field { "bpm", &TempoPoint::beatsPerMinute } }; }
};

struct Meter
{
    int beatsPerBar = 4, beatUnit = 4;
    Value::Parts unknown;

    bool operator== (const Meter&) const = default;

    static constexpr auto fields() { return std::tuple { Field { "beats", &Meter::beatsPerBar }, Field { "unit", &Meter::beatUnit } }; }
};

/** A corner of an automation lane. */
struct AutomationPoint
{
    double value = 0;    ///< Position of the knob, 0 to 1.
    bool isStep = false; ///< Holds until the next point instead of going there in a line.
    Value::Parts unknown;

    bool operator== (const AutomationPoint&) const = default;

    static constexpr auto fields() { return std::tuple { Field { "value", &AutomationPoint::value }, Field { "step", &AutomationPoint::isStep } }; }
};

struct AutomationLane
{
    Table<Ticks, AutomationPoint> points; ///< By time from the start of the clip.
    Value::Parts unknown;

    bool operator== (const AutomationLane&) const = default;

    static constexpr auto fields() { return std::tuple { Field { "points", &AutomationLane::points } }; }
};

/** Whose commands and timing a clip speaks. Imported songs keep their own, so that they play as they did. */
enum class Dialect { athanor,
                     mod,
                     s3m,
                     xm,
                     it };

inline std::span<const std::string_view> namesOf (Dialect)
{
    static constexpr std::array<std::string_view, 5> names { "athanor", "mod", "s3m", "xm", "it" };
    return names;
}

/** A stretch of a recording. It plays to its end, also beyond that of its pattern, unless another one begins on the track. */
struct Region
{
    std::string sound;              ///< Content hash of the recording.
    Ticks at;                       ///< From the start of the pattern.
    double start = 0, length = 0;   ///< Seconds into the recording, and for how many it plays; 0: to its end.
    double gain = 0;                ///< Decibels.
    double fadeIn = 0, fadeOut = 0; ///< Seconds.
    Value::Parts unknown;

    bool operator== (const Region&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "sound", &Region::sound }, Field { "at", &Region::at }, Field { "start", &Region::start },
                            Field { "length", &Region::length }, Field { "gain", &Region::gain }, Field { "fadeIn", &Region::fadeIn },
                            Field { "fadeOut", &Region::fadeOut } };
    }
};

/** The content of one track for a while: lines of notes and effects, automation, pieces of recordings. */
struct Clip
{
    std::string name;
    int lines = 64;       ///< 1 to 1024. Shorter than its pattern: it starts again.
    int linesPerBeat = 4; ///< 1 to 96. In a tracker dialect the speed command decides instead.
    Dialect dialect = Dialect::athanor;
    double groove = 0; ///< 0 straight to 1: how far the second of two sixteenths comes late (2/3: triplets).
    Table<Position, Cell> notes;
    Table<Position, Effect> effects;
    Table<std::string, AutomationLane> automation; ///< By parameter address, see ParameterAddress.
    Table<RegionId, Region> regions;               ///< On an audio track.
    Value::Parts unknown;

    bool operator== (const Clip&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "name", &Clip::name }, Field { "lines", &Clip::lines }, Field { "linesPerBeat", &Clip::linesPerBeat },
                            Field { "dialect", &Clip::dialect }, Field { "groove", &Clip::groove }, Field { "notes", &Clip::notes },
                            Field { "effects", &Clip::effects }, Field { "automation", &Clip::automation }, Field { "regions", &Clip::regions } };
    }
};

/** A row of clip references, one for each track that plays. */
struct Pattern
{
    std::string name;
    Ticks length = beats (16);
    Table<TrackId, ClipId> clips;
    Value::Parts unknown;

    bool operator== (const Pattern&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "name", &Pattern::name }, Field { "length", &Pattern::length }, Field { "clips", &Pattern::clips } };
    }
};

/** One step of the song. */
struct Slot
{
    PatternId pattern;
    double order = 0; ///< Slots play by rising order; equal ones by id.
    std::string section;
    Value::Parts unknown;

    bool operator== (const Slot&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "pattern", &Slot::pattern }, Field { "order", &Slot::order }, Field { "section", &Slot::section } };
    }
};

enum class TrackKind { note,
                       audio,
                       group,
                       send,
                       master };

inline std::span<const std::string_view> namesOf (TrackKind)
{
    static constexpr std::array<std::string_view, 5> names { "note", "audio", "group", "send", "master" };
    return names;
}

struct Send
{
    double level = 0; ///< Decibels.
    bool isPreFader = false;
    Value::Parts unknown;

    bool operator== (const Send&) const = default;

    static constexpr auto fields() { return std::tuple { Field { "level", &Send::level }, Field { "preFader", &Send::isPreFader } }; }
};

struct Track
{
    TrackKind kind = TrackKind::note;
    std::string name;
    int colour = 0;                         ///< Index into the theme's track colours.
    double order = 0;                       ///< Left to right; equal ones by id. The master is always last.
    TrackId parent;                         ///< The group it plays into; zero: the master.
    InstrumentId instrument;                ///< For notes that name none.
    int noteColumns = 1, effectColumns = 1; ///< 1 to 12, 0 to 8.
    double volume = 0;                      ///< Decibels; -100 or less is silence, 6 the most.
    double panning = 0;                     ///< -1 to 1.
    bool isMuted = false, isSolo = false;
    double delay = 0; ///< Milliseconds later (or, below zero, earlier) than the others, -100 to 100.
    Graph graph;      ///< From "track.in" to "track.out"; empty: straight through.
    Table<TrackId, Send> sends;
    Table<int, Macro> macros; ///< 1 to 8.
    Value::Parts unknown;

    bool operator== (const Track&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "kind", &Track::kind }, Field { "name", &Track::name }, Field { "colour", &Track::colour },
                            Field { "order", &Track::order }, Field { "parent", &Track::parent }, Field { "instrument", &Track::instrument },
                            Field { "noteColumns", &Track::noteColumns }, Field { "effectColumns", &Track::effectColumns },
                            Field { "volume", &Track::volume }, Field { "panning", &Track::panning }, Field { "muted", &Track::isMuted },
                            Field { "solo", &Track::isSolo }, Field { "delay", &Track::delay }, Field { "graph", &Track::graph },
                            Field { "sends", &Track::sends }, Field { "macros", &Track::macros } };
    }
};

/** A file that the project uses, kept in its assets folder under its content hash. */
struct Asset
{
    std::string name; ///< As it was called where it came from.
    double sampleRate = 0;
    int channels = 0;
    std::int64_t frames = 0;
    Value::Parts unknown;

    bool operator== (const Asset&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "name", &Asset::name }, Field { "rate", &Asset::sampleRate }, Field { "channels", &Asset::channels },
                            Field { "frames", &Asset::frames } };
    }
};

/** Everything the musician made. Copying it is cheap, and a copy never changes. */
struct Project
{
    static constexpr int schemaVersion = 1;

    std::string title, artist, notes;
    std::int64_t seed = 1;          ///< Where all chance in this project starts.
    int initialSpeed = 6;           ///< Ticks to a line, for clips in a tracker dialect and for tick-wise effects.
    double masterGain = 0;          ///< Decibels: an imported module's own level.
    Table<Ticks, TempoPoint> tempo; ///< From song time; none at 0 means 120.
    Table<Ticks, Meter> meters;     ///< None at 0 means 4/4.
    Table<TrackId, Track> tracks;
    Table<InstrumentId, Instrument> instruments;
    Table<ClipId, Clip> clips;
    Table<PatternId, Pattern> patterns;
    Table<SlotId, Slot> sequence;
    Table<std::string, Asset> assets; ///< By content hash.
    Table<int, Macro> macros;         ///< Song macros 1 to 8; targets are parameter addresses.
    Value::Parts unknown;

    bool operator== (const Project&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "title", &Project::title }, Field { "artist", &Project::artist }, Field { "notes", &Project::notes },
                            Field { "seed", &Project::seed }, Field { "initialSpeed", &Project::initialSpeed },
                            Field { "masterGain", &Project::masterGain }, Field { "tempo", &Project::tempo }, Field { "meters", &Project::meters },
                            Field { "tracks", &Project::tracks }, Field { "instruments", &Project::instruments }, Field { "clips", &Project::clips },
                            Field { "patterns", &Project::patterns }, Field { "sequence", &Project::sequence }, Field { "assets", &Project::assets },
                            Field { "macros", &Project::macros } };
    }
};

// The tables of a project are compiled once, in Project.cpp.
extern template class Table<Position, Cell>;
extern template class Table<Position, Effect>;
extern template class Table<ZoneId, Zone>;
extern template class Table<int, Macro>;
extern template class Table<std::string, AutomationLane>;
extern template class Table<RegionId, Region>;
extern template class Table<TrackId, ClipId>;
extern template class Table<TrackId, Send>;
extern template class Table<Ticks, TempoPoint>;
extern template class Table<Ticks, Meter>;
extern template class Table<TrackId, Track>;
extern template class Table<InstrumentId, Instrument>;
extern template class Table<ClipId, Clip>;
extern template class Table<PatternId, Pattern>;
extern template class Table<SlotId, Slot>;
extern template class Table<std::string, Asset>;
extern template class Table<std::string, double>;
extern template class Table<std::string, std::string>;
extern template class Table<Ticks, AutomationPoint>;
extern template class Table<int, double>;
extern template class Table<NodeId, Node>;
extern template class Table<CableId, Cable>;
extern template class Table<std::string, MacroTarget>;

} // namespace athanor
