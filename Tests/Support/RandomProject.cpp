// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/RandomProject.h"

namespace athanor
{

namespace random
{

std::string text (Dice& dice)
{
    static constexpr const char* words[] { "bass", "Lead \"1\"", "", "Trommel\\wirbel", "späte Glocke", "音", "two\nlines", "a/b~c", "🎛", "pad" };
    return dice.oneOf (words);
}

double number (Dice& dice, double low, double high)
{
    const auto n = dice.between (low, high);
    return dice.oneIn (3) ? static_cast<double> (static_cast<std::int64_t> (n)) : n;
}

Value value (Dice& dice, int depth)
{
    switch (dice.below (depth > 0 ? 7 : 5))
    {
        case 0:
            return dice.oneIn (2);
        case 1:
            return static_cast<std::int64_t> (dice.bits());
        case 2:
            return number (dice, -1e6, 1e6);
        case 3:
            return text (dice);
        case 4:
            return 0.0;
        case 5:
            return Value::List { value (dice, depth - 1), value (dice, depth - 1) };
        default:
            return Value::Parts { { "a", value (dice, depth - 1) }, { text (dice), value (dice, depth - 1) } };
    }
}

static Value::Parts unknown (Dice& dice, const RandomProjectOptions& options)
{
    return options.hasUnknown && dice.oneIn (4) ? Value::Parts { { "from the future", value (dice) } } : Value::Parts();
}

std::string hash (Dice& dice)
{
    return toHex (dice.bits()) + toHex (dice.bits()) + toHex (dice.bits()) + toHex (dice.bits());
}

Graph graph (Dice& dice, const RandomProjectOptions& options)
{
    static constexpr const char* types[] { "filter.svf", "filter.ladder", "source.analogue", "env.adsr", "mix.gain", "time.delay" };
    Graph graph;

    for (auto i = dice.between (0, options.nodes); i > 0; --i)
    {
        Node node;
        node.type = options.hasUnknown && dice.oneIn (8) ? "future.thing" : dice.oneOf (types);
        node.name = text (dice);
        node.x = number (dice, -500, 500);
        node.y = number (dice, -500, 500);
        node.isBypassed = dice.oneIn (5);
        node.knobs.put ("cutoff", number (dice, 20, 2000));
        node.knobs.put ("amount", number (dice, 0, 1));
        node.unknown = unknown (dice, options);

        if (dice.oneIn (4))
            node.sounds.put ("sound", hash (dice));

        if (dice.oneIn (4))
            node.texts.put ("choice", text (dice));

        graph.nodes.put (dice.id<NodeId>(), node);
    }

    for (auto i = graph.nodes.empty() ? 0 : dice.between (0, options.nodes); i > 0; --i)
    {
        Cable cable;
        cable.from = keyIn (dice, graph.nodes);
        cable.output = "out";
        cable.to = keyIn (dice, graph.nodes);
        cable.input = dice.oneIn (2) ? "in" : "cutoff";
        cable.amount = number (dice, -1, 1);
        cable.isFeedback = dice.oneIn (6);
        graph.cables.put (dice.id<CableId>(), cable);
    }

    return graph;
}

void fillMacros (Dice& dice, Table<int, Macro>& macros, const Graph& graph)
{
    for (auto i = dice.below (4); i > 0; --i)
    {
        auto& macro = macros.edit (dice.between (1, 8));
        macro.name = text (dice);
        macro.value = number (dice, 0, 1);

        if (! graph.nodes.empty())
            macro.targets.put (toHex (keyIn (dice, graph.nodes).value) + "/cutoff", { number (dice, 0, 1), number (dice, 0, 1), {} });
    }
}

static TickEnvelope envelope (Dice& dice, double low)
{
    TickEnvelope envelope;
    envelope.isOn = dice.oneIn (2);

    for (auto tick = 0, i = dice.below (6); i > 0; --i)
    {
        envelope.points.put (tick, number (dice, low, 1));
        tick += dice.between (1, 40);
    }

    return envelope;
}

Zone zone (Dice& dice, const Project& project)
{
    Zone zone;
    zone.name = text (dice);
    zone.sound = keyIn (dice, project.assets);
    zone.lowKey = dice.between (0, 60);
    zone.highKey = dice.between (60, 127);
    zone.rootPitch = number (dice, 24, 96);
    zone.volume = number (dice, 0, 4);
    zone.panning = number (dice, -1, 1);
    zone.hasPanning = dice.oneIn (2);
    zone.defaultVolume = dice.between (0, 64);
    zone.loop = static_cast<LoopMode> (dice.below (4));
    zone.loopStart = dice.below (1'000);
    zone.loopEnd = zone.loopStart + dice.below (1'000);
    return zone;
}

Instrument instrument (Dice& dice, const Project& project, const RandomProjectOptions& options)
{
    Instrument instrument;
    instrument.name = text (dice);
    instrument.number = dice.between (1, 255);
    instrument.graph = graph (dice, options);
    instrument.polyphony = dice.between (1, 64);
    instrument.isMono = dice.oneIn (4);
    instrument.glide = number (dice, 0, 2);
    instrument.volume = number (dice, -60, 6);
    instrument.newNoteAction = static_cast<NewNoteAction> (dice.below (4));
    instrument.volumeEnvelope = envelope (dice, 0);
    instrument.panningEnvelope = envelope (dice, -1);
    instrument.fadePerTick = number (dice, 0, 1);
    instrument.unknown = unknown (dice, options);

    for (auto i = dice.below (4); i > 0; --i)
        instrument.zones.put (dice.id<ZoneId>(), zone (dice, project));

    fillMacros (dice, instrument.macros, instrument.graph);
    return instrument;
}

Cell cell (Dice& dice, const Project& project)
{
    static constexpr std::uint8_t ends[] { key::off, key::cut, key::fade, key::none };
    Cell cell;
    cell.key = static_cast<std::uint8_t> (dice.oneIn (5) ? dice.oneOf (ends) : dice.between (24, 84));

    if (dice.oneIn (2))
        cell.instrument = keyIn (dice, project.instruments);

    if (dice.oneIn (3))
        cell.volume = static_cast<std::uint8_t> (dice.between (0, 0x80));

    if (dice.oneIn (6))
        cell.panning = static_cast<std::uint8_t> (dice.between (0, 0x80));

    if (dice.oneIn (6))
        cell.delay = static_cast<std::uint8_t> (dice.between (0, 254));

    return cell;
}

Effect effect (Dice& dice)
{
    static constexpr char letters[] { 'A', 'U', 'D', 'G', 'I', 'O', 'C', 'Q', 'M', 'B', 'R', 'Y', 'V', 'T', 'L', 'P' };
    return { dice.oneIn (8) ? 'Z' : '0', dice.oneOf (letters), static_cast<std::uint8_t> (dice.below (256)) };
}

Clip clip (Dice& dice, const Project& project, const RandomProjectOptions& options)
{
    static constexpr int lineCounts[] { 16, 32, 64, 24, 7, 128 };
    static constexpr int speeds[] { 4, 4, 8, 3, 6, 16 };
    Clip clip;
    clip.name = text (dice);
    clip.lines = dice.oneOf (lineCounts);
    clip.linesPerBeat = dice.oneOf (speeds);
    clip.groove = dice.oneIn (4) ? number (dice, 0, 1) : 0;
    clip.dialect = dice.oneIn (6) ? static_cast<Dialect> (dice.below (5)) : Dialect::athanor;
    clip.unknown = unknown (dice, options);

    for (auto i = dice.below (clip.lines); i > 0; --i)
        clip.notes.put ({ dice.below (clip.lines), dice.below (3) }, cell (dice, project));

    for (auto i = dice.below (clip.lines) / 3; i > 0; --i)
        clip.effects.put ({ dice.below (clip.lines), dice.below (2) }, effect (dice));

    if (dice.oneIn (3))
        for (auto i = dice.between (1, 5); i > 0; --i)
            clip.automation.edit ("macro/" + std::to_string (dice.between (1, 8))).points.put (Ticks (dice.below (beats (4).value)), { number (dice, 0, 1), dice.oneIn (3), {} });

    return clip;
}

Track track (Dice& dice, const Project& project, const RandomProjectOptions& options)
{
    Track track;
    track.name = text (dice);
    track.colour = dice.below (16);
    track.order = number (dice, 0, 100);
    track.noteColumns = dice.between (1, 4);
    track.effectColumns = dice.between (0, 3);
    track.volume = number (dice, -40, 6);
    track.panning = number (dice, -1, 1);
    track.isMuted = dice.oneIn (10);
    track.isSolo = dice.oneIn (20);
    track.delay = dice.oneIn (5) ? number (dice, -100, 100) : 0;
    track.graph = graph (dice, options);
    track.instrument = keyIn (dice, project.instruments);
    track.unknown = unknown (dice, options);

    // Only earlier tracks are parents and goals of sends, so that nothing plays into itself.
    if (const auto other = keyIn (dice, project.tracks); other && dice.oneIn (3))
    {
        const auto kind = project.tracks.find (other)->kind;

        if (kind == TrackKind::group)
            track.parent = other;
        else if (kind == TrackKind::send)
            track.sends.put (other, { number (dice, -40, 6), dice.oneIn (2), {} });
    }

    fillMacros (dice, track.macros, track.graph);
    return track;
}

Pattern pattern (Dice& dice, const Project& project)
{
    Pattern pattern;
    pattern.name = text (dice);
    pattern.length = beats (dice.between (1, 16));

    for (const auto& [id, track] : project.tracks)
        if (! project.clips.empty() && dice.oneIn (2))
            pattern.clips.put (id, keyIn (dice, project.clips));

    return pattern;
}

static void fillSong (Dice& dice, Project& project, const RandomProjectOptions& options)
{
    for (auto i = 0; i < options.patterns * 3; ++i)
        project.clips.put (dice.id<ClipId>(), clip (dice, project, options));

    for (auto i = 0; i < options.patterns; ++i)
        project.patterns.put (dice.id<PatternId>(), pattern (dice, project));

    for (auto i = 0; i < options.patterns * 2; ++i)
        project.sequence.put (dice.id<SlotId>(), { keyIn (dice, project.patterns), static_cast<double> (i), dice.oneIn (4) ? text (dice) : "", {} });

    for (auto i = dice.below (4); i > 0; --i)
        project.tempo.put (beats (dice.below (64)), { number (dice, 40, 300), {} });

    if (dice.oneIn (2))
        project.meters.put (Ticks(), { dice.between (2, 7), 4, {} });
}

} // namespace random

Project randomProject (std::uint64_t seed, const RandomProjectOptions& options)
{
    Dice dice (seed);
    Project project;
    project.title = random::text (dice);
    project.artist = random::text (dice);
    project.notes = random::text (dice);
    project.seed = static_cast<std::int64_t> (dice.bits());
    project.initialSpeed = dice.between (1, 12);
    project.masterGain = random::number (dice, -12, 0);
    project.unknown = random::unknown (dice, options);

    for (auto i = dice.below (4); i > 0; --i)
        project.assets.put (random::hash (dice), { random::text (dice), 44'100, dice.between (1, 2), dice.below (100'000), {} });

    for (auto i = 0; i < options.instruments; ++i)
        project.instruments.put (dice.id<InstrumentId>(), random::instrument (dice, project, options));

    for (auto i = 0; i < options.tracks; ++i)
    {
        auto track = random::track (dice, project, options);
        track.kind = i == 0 ? TrackKind::master : i == 1 ? TrackKind::group
                                              : i == 2   ? TrackKind::send
                                                         : TrackKind::note;
        project.tracks.put (dice.id<TrackId>(), track);
    }

    random::fillSong (dice, project, options);
    random::fillMacros (dice, project.macros, {});
    return project;
}

void editAtRandom (Project& project, Dice& dice, const RandomProjectOptions& options)
{
    const auto track = random::keyIn (dice, project.tracks);
    const auto clip = random::keyIn (dice, project.clips);
    const auto instrument = random::keyIn (dice, project.instruments);

    switch (dice.below (16))
    {
        case 0:
            project.title = random::text (dice);
            break;
        case 1:
            project.tempo.put (beats (dice.below (64)), { random::number (dice, 40, 300), {} });
            break;
        case 2:
            project.tempo.erase (random::keyIn (dice, project.tempo));
            break;
        case 3:
            project.tracks.put (dice.id<TrackId>(), random::track (dice, project, options));
            break;
        case 4:
            project.tracks.erase (track);
            break;
        case 5:
            project.clips.put (dice.id<ClipId>(), random::clip (dice, project, options));
            break;
        case 6:
            project.clips.erase (clip);
            break;
        case 7:
            project.instruments.put (dice.id<InstrumentId>(), random::instrument (dice, project, options));
            break;
        case 8:
            project.patterns.put (dice.id<PatternId>(), random::pattern (dice, project));
            break;
        case 9:
            project.patterns.erase (random::keyIn (dice, project.patterns));
            break;
        case 10:
            project.sequence.put (dice.id<SlotId>(), { random::keyIn (dice, project.patterns), random::number (dice, 0, 20), "", {} });
            break;
        case 11:
            project.sequence.erase (random::keyIn (dice, project.sequence));
            break;
        case 12:
            if (track)
                project.tracks.edit (track).volume = random::number (dice, -40, 6);

            break;
        case 13:
            if (track)
                project.tracks.edit (track).graph = random::graph (dice, options);

            break;
        case 14:
            if (instrument)
                project.instruments.edit (instrument).name = random::text (dice);

            break;
        default:
            if (clip)
            {
                auto& edited = project.clips.edit (clip);
                edited.notes.put ({ dice.below (edited.lines), dice.below (3) }, random::cell (dice, project));
            }
    }
}

} // namespace athanor
