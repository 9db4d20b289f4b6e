// SPDX-License-Identifier: GPL-3.0-or-later
// Projects and edits by chance, within the ranges the model documents, for properties that hold for every project.
#pragma once

#include "Model/Project.h"
#include "Support/Chance.h"

#include <iterator>
#include <string>

namespace athanor
{

/** How much there is in a random project. */
struct RandomProjectOptions
{
    int tracks = 6, instruments = 4, patterns = 4, nodes = 5;
    bool hasUnknown = true; ///< Fields and modules that this version does not know.
};

namespace random
{

inline std::string text (Chance& chance)
{
    static constexpr const char* words[] { "bass", "Lead \"1\"", "", "Trommel\\wirbel", "späte Glocke", "音", "two\nlines", "a/b~c", "🎛", "pad" };
    return chance.oneOf (words);
}

inline double number (Chance& chance, double low, double high)
{
    const auto n = chance.between (low, high);
    return chance.oneIn (3) ? static_cast<double> (static_cast<std::int64_t> (n)) : n;
}

inline Value value (Chance& chance, int depth = 3)
{
    switch (chance.below (depth > 0 ? 7 : 5))
    {
        case 0:
            return chance.oneIn (2);
        case 1:
            return static_cast<std::int64_t> (chance.bits());
        case 2:
            return number (chance, -1e6, 1e6);
        case 3:
            return text (chance);
        case 4:
            return 0.0;
        case 5:
            return Value::List { value (chance, depth - 1), value (chance, depth - 1) };
        default:
            return Value::Parts { { "a", value (chance, depth - 1) }, { text (chance), value (chance, depth - 1) } };
    }
}

inline Value::Parts unknown (Chance& chance, const RandomProjectOptions& options)
{
    return options.hasUnknown && chance.oneIn (4) ? Value::Parts { { "from the future", value (chance) } } : Value::Parts();
}

template <typename Tables>
auto keyIn (Chance& chance, const Tables& table)
{
    using Key = typename Tables::KeyType;
    return table.empty() ? Key {} : Key (std::next (table.begin(), chance.below (static_cast<int> (table.size())))->first);
}

inline std::string hash (Chance& chance)
{
    return toHex (chance.bits()) + toHex (chance.bits()) + toHex (chance.bits()) + toHex (chance.bits());
}

inline Graph graph (Chance& chance, const RandomProjectOptions& options)
{
    static constexpr const char* types[] { "filter.svf", "filter.ladder", "source.analogue", "env.adsr", "mix.gain", "time.delay" };
    Graph graph;

    for (auto i = chance.between (0, options.nodes); i > 0; --i)
    {
        Node node;
        node.type = options.hasUnknown && chance.oneIn (8) ? "future.thing" : chance.oneOf (types);
        node.name = text (chance);
        node.x = number (chance, -500, 500);
        node.y = number (chance, -500, 500);
        node.isBypassed = chance.oneIn (5);
        node.knobs.put ("cutoff", number (chance, 20, 2000));
        node.knobs.put ("amount", number (chance, 0, 1));
        node.unknown = unknown (chance, options);

        if (chance.oneIn (4))
            node.sounds.put ("sound", hash (chance));

        if (chance.oneIn (4))
            node.texts.put ("choice", text (chance));

        graph.nodes.put (chance.id<NodeId>(), node);
    }

    for (auto i = graph.nodes.empty() ? 0 : chance.between (0, options.nodes); i > 0; --i)
    {
        Cable cable;
        cable.from = keyIn (chance, graph.nodes);
        cable.output = "out";
        cable.to = keyIn (chance, graph.nodes);
        cable.input = chance.oneIn (2) ? "in" : "cutoff";
        cable.amount = number (chance, -1, 1);
        cable.isFeedback = chance.oneIn (6);
        graph.cables.put (chance.id<CableId>(), cable);
    }

    return graph;
}

inline void fillMacros (Chance& chance, Table<int, Macro>& macros, const Graph& graph)
{
    for (auto i = chance.below (4); i > 0; --i)
    {
        auto& macro = macros.edit (chance.between (1, 8));
        macro.name = text (chance);
        macro.value = number (chance, 0, 1);

        if (! graph.nodes.empty())
            macro.targets.put (toHex (keyIn (chance, graph.nodes).value) + "/cutoff", { number (chance, 0, 1), number (chance, 0, 1), {} });
    }
}

inline TickEnvelope envelope (Chance& chance, double low)
{
    TickEnvelope envelope;
    envelope.isOn = chance.oneIn (2);

    for (auto tick = 0, i = chance.below (6); i > 0; --i)
    {
        envelope.points.put (tick, number (chance, low, 1));
        tick += chance.between (1, 40);
    }

    return envelope;
}

inline Zone zone (Chance& chance, const Project& project)
{
    Zone zone;
    zone.name = text (chance);
    zone.sound = keyIn (chance, project.assets);
    zone.lowKey = chance.between (0, 60);
    zone.highKey = chance.between (60, 127);
    zone.rootPitch = number (chance, 24, 96);
    zone.volume = number (chance, 0, 4);
    zone.panning = number (chance, -1, 1);
    zone.hasPanning = chance.oneIn (2);
    zone.defaultVolume = chance.between (0, 64);
    zone.loop = static_cast<LoopMode> (chance.below (4));
    zone.loopStart = chance.below (1'000);
    zone.loopEnd = zone.loopStart + chance.below (1'000);
    return zone;
}

inline Instrument instrument (Chance& chance, const Project& project, const RandomProjectOptions& options)
{
    Instrument instrument;
    instrument.name = text (chance);
    instrument.number = chance.between (1, 255);
    instrument.graph = graph (chance, options);
    instrument.polyphony = chance.between (1, 64);
    instrument.isMono = chance.oneIn (4);
    instrument.glide = number (chance, 0, 2);
    instrument.volume = number (chance, -60, 6);
    instrument.newNoteAction = static_cast<NewNoteAction> (chance.below (4));
    instrument.volumeEnvelope = envelope (chance, 0);
    instrument.panningEnvelope = envelope (chance, -1);
    instrument.fadePerTick = number (chance, 0, 1);
    instrument.unknown = unknown (chance, options);

    for (auto i = chance.below (4); i > 0; --i)
        instrument.zones.put (chance.id<ZoneId>(), zone (chance, project));

    fillMacros (chance, instrument.macros, instrument.graph);
    return instrument;
}

inline Cell cell (Chance& chance, const Project& project)
{
    static constexpr std::uint8_t ends[] { key::off, key::cut, key::fade, key::none };
    Cell cell;
    cell.key = static_cast<std::uint8_t> (chance.oneIn (5) ? chance.oneOf (ends) : chance.between (24, 84));

    if (chance.oneIn (2))
        cell.instrument = keyIn (chance, project.instruments);

    if (chance.oneIn (3))
        cell.volume = static_cast<std::uint8_t> (chance.between (0, 0x80));

    if (chance.oneIn (6))
        cell.panning = static_cast<std::uint8_t> (chance.between (0, 0x80));

    if (chance.oneIn (6))
        cell.delay = static_cast<std::uint8_t> (chance.between (0, 254));

    return cell;
}

inline Effect effect (Chance& chance)
{
    static constexpr char letters[] { 'A', 'U', 'D', 'G', 'I', 'O', 'C', 'Q', 'M', 'B', 'R', 'Y', 'V', 'T', 'L', 'P' };
    return { chance.oneIn (8) ? 'Z' : '0', chance.oneOf (letters), static_cast<std::uint8_t> (chance.below (256)) };
}

inline Clip clip (Chance& chance, const Project& project, const RandomProjectOptions& options)
{
    static constexpr int lineCounts[] { 16, 32, 64, 24, 7, 128 };
    static constexpr int speeds[] { 4, 4, 8, 3, 6, 16 };
    Clip clip;
    clip.name = text (chance);
    clip.lines = chance.oneOf (lineCounts);
    clip.linesPerBeat = chance.oneOf (speeds);
    clip.groove = chance.oneIn (4) ? number (chance, 0, 1) : 0;
    clip.dialect = chance.oneIn (6) ? static_cast<Dialect> (chance.below (5)) : Dialect::athanor;
    clip.unknown = unknown (chance, options);

    for (auto i = chance.below (clip.lines); i > 0; --i)
        clip.notes.put ({ chance.below (clip.lines), chance.below (3) }, cell (chance, project));

    for (auto i = chance.below (clip.lines) / 3; i > 0; --i)
        clip.effects.put ({ chance.below (clip.lines), chance.below (2) }, effect (chance));

    if (chance.oneIn (3))
        for (auto i = chance.between (1, 5); i > 0; --i)
            clip.automation.edit ("macro/" + std::to_string (chance.between (1, 8))).points.put (Ticks (chance.below (beats (4).value)), { number (chance, 0, 1), chance.oneIn (3), {} });

    return clip;
}

inline Track track (Chance& chance, const Project& project, const RandomProjectOptions& options)
{
    Track track;
    track.name = text (chance);
    track.colour = chance.below (16);
    track.order = number (chance, 0, 100);
    track.noteColumns = chance.between (1, 4);
    track.effectColumns = chance.between (0, 3);
    track.volume = number (chance, -40, 6);
    track.panning = number (chance, -1, 1);
    track.isMuted = chance.oneIn (10);
    track.isSolo = chance.oneIn (20);
    track.delay = chance.oneIn (5) ? number (chance, -100, 100) : 0;
    track.graph = graph (chance, options);
    track.instrument = keyIn (chance, project.instruments);
    track.unknown = unknown (chance, options);

    // Only earlier tracks are parents and goals of sends, so that nothing plays into itself.
    if (const auto other = keyIn (chance, project.tracks); other && chance.oneIn (3))
    {
        const auto kind = project.tracks.find (other)->kind;

        if (kind == TrackKind::group)
            track.parent = other;
        else if (kind == TrackKind::send)
            track.sends.put (other, { number (chance, -40, 6), chance.oneIn (2), {} });
    }

    fillMacros (chance, track.macros, track.graph);
    return track;
}

inline Pattern pattern (Chance& chance, const Project& project)
{
    Pattern pattern;
    pattern.name = text (chance);
    pattern.length = beats (chance.between (1, 16));

    for (const auto& [id, track] : project.tracks)
        if (! project.clips.empty() && chance.oneIn (2))
            pattern.clips.put (id, keyIn (chance, project.clips));

    return pattern;
}

inline void fillSong (Chance& chance, Project& project, const RandomProjectOptions& options)
{
    for (auto i = 0; i < options.patterns * 3; ++i)
        project.clips.put (chance.id<ClipId>(), clip (chance, project, options));

    for (auto i = 0; i < options.patterns; ++i)
        project.patterns.put (chance.id<PatternId>(), pattern (chance, project));

    for (auto i = 0; i < options.patterns * 2; ++i)
        project.sequence.put (chance.id<SlotId>(), { keyIn (chance, project.patterns), static_cast<double> (i), chance.oneIn (4) ? text (chance) : "", {} });

    for (auto i = chance.below (4); i > 0; --i)
        project.tempo.put (beats (chance.below (64)), { number (chance, 40, 300), {} });

    if (chance.oneIn (2))
        project.meters.put (Ticks(), { chance.between (2, 7), 4, {} });
}

} // namespace random

/** A project that is in order: what sanitise() leaves as it is. */
inline Project randomProject (std::uint64_t seed, const RandomProjectOptions& options = {})
{
    Chance chance (seed);
    Project project;
    project.title = random::text (chance);
    project.artist = random::text (chance);
    project.notes = random::text (chance);
    project.seed = static_cast<std::int64_t> (chance.bits());
    project.initialSpeed = chance.between (1, 12);
    project.masterGain = random::number (chance, -12, 0);
    project.unknown = random::unknown (chance, options);

    for (auto i = chance.below (4); i > 0; --i)
        project.assets.put (random::hash (chance), { random::text (chance), 44'100, chance.between (1, 2), chance.below (100'000), {} });

    for (auto i = 0; i < options.instruments; ++i)
        project.instruments.put (chance.id<InstrumentId>(), random::instrument (chance, project, options));

    for (auto i = 0; i < options.tracks; ++i)
    {
        auto track = random::track (chance, project, options);
        track.kind = i == 0 ? TrackKind::master : i == 1 ? TrackKind::group
                                              : i == 2   ? TrackKind::send
                                                         : TrackKind::note;
        project.tracks.put (chance.id<TrackId>(), track);
    }

    random::fillSong (chance, project, options);
    random::fillMacros (chance, project.macros, {});
    return project;
}

/** Changes one thing somewhere, as a musician might. */
inline void editAtRandom (Project& project, Chance& chance, const RandomProjectOptions& options = {})
{
    const auto track = random::keyIn (chance, project.tracks);
    const auto clip = random::keyIn (chance, project.clips);
    const auto instrument = random::keyIn (chance, project.instruments);

    switch (chance.below (16))
    {
        case 0:
            project.title = random::text (chance);
            break;
        case 1:
            project.tempo.put (beats (chance.below (64)), { random::number (chance, 40, 300), {} });
            break;
        case 2:
            project.tempo.erase (random::keyIn (chance, project.tempo));
            break;
        case 3:
            project.tracks.put (chance.id<TrackId>(), random::track (chance, project, options));
            break;
        case 4:
            project.tracks.erase (track);
            break;
        case 5:
            project.clips.put (chance.id<ClipId>(), random::clip (chance, project, options));
            break;
        case 6:
            project.clips.erase (clip);
            break;
        case 7:
            project.instruments.put (chance.id<InstrumentId>(), random::instrument (chance, project, options));
            break;
        case 8:
            project.patterns.put (chance.id<PatternId>(), random::pattern (chance, project));
            break;
        case 9:
            project.patterns.erase (random::keyIn (chance, project.patterns));
            break;
        case 10:
            project.sequence.put (chance.id<SlotId>(), { random::keyIn (chance, project.patterns), random::number (chance, 0, 20), "", {} });
            break;
        case 11:
            project.sequence.erase (random::keyIn (chance, project.sequence));
            break;
        case 12:
            if (track)
                project.tracks.edit (track).volume = random::number (chance, -40, 6);

            break;
        case 13:
            if (track)
                project.tracks.edit (track).graph = random::graph (chance, options);

            break;
        case 14:
            if (instrument)
                project.instruments.edit (instrument).name = random::text (chance);

            break;
        default:
            if (clip)
            {
                auto& edited = project.clips.edit (clip);
                edited.notes.put ({ chance.below (edited.lines), chance.below (3) }, random::cell (chance, project));
            }
    }
}

} // namespace athanor
