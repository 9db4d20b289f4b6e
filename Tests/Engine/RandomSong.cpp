// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/RandomSong.h"

#include "Model/ParameterAddress.h"
#include "Model/Sanitise.h"

#include <cmath>

namespace athanor
{

namespace random
{

bool isEnd (const ModuleType& type)
{
    const auto id = type.about->id;
    return id.starts_with ("track.") || id == "voice.in" || id == "voice.out" || id == "notes.in" || id == "notes.out";
}

std::string portOf (Dice& dice, const Node& node, std::initializer_list<Port::Kind> kinds)
{
    std::vector<std::string> ids;

    if (const auto* type = findModuleType (node.type))
        for (const auto* port : type->prototype().ports())
            for (const auto kind : kinds)
                if (port->kind == kind)
                    ids.emplace_back (port->id);

    return ids.empty() ? std::string() : dice.oneOf (ids);
}

std::string firstPort (const Node& node, Port::Kind kind)
{
    if (const auto* type = findModuleType (node.type))
        for (const auto* port : type->prototype().ports())
            if (port->kind == kind)
                return std::string (port->id);

    return {};
}

Node playableNode (Dice& dice, const ModuleType& type, const Project& project)
{
    Node node;
    node.type = std::string (type.about->id);
    node.isBypassed = dice.oneIn (12);

    for (const auto* port : type.prototype().ports())
        if (port->kind == Port::Kind::knob && dice.oneIn (3))
            node.knobs.put (std::string (port->id), static_cast<double> (static_cast<const Knob&> (*port).range.fromPosition (static_cast<float> (dice.between (0.0, 1.0)))));
        else if (port->kind == Port::Kind::sound)
            node.sounds.put (std::string (port->id), keyIn (dice, project.assets));

    return node;
}

NodeId addNode (Dice& dice, Graph& graph, const Node& node)
{
    const auto id = dice.id<NodeId>();
    graph.nodes.put (id, node);
    return id;
}

NodeId addNode (Dice& dice, Graph& graph, const std::string& type)
{
    Node node;
    node.type = type;
    return addNode (dice, graph, node);
}

void addCable (Dice& dice, Graph& graph, NodeId from, const std::string& output, NodeId to, const std::string& input, double amount)
{
    if (output.empty() || input.empty())
        return;

    Cable cable;
    cable.from = from;
    cable.output = output;
    cable.to = to;
    cable.input = input;
    cable.amount = amount;
    graph.cables.put (dice.id<CableId>(), cable);
}

void addWildCables (Dice& dice, Graph& graph, int count)
{
    for (; count > 0; --count)
    {
        const auto from = keyIn (dice, graph.nodes), to = keyIn (dice, graph.nodes);
        addCable (dice, graph, from, portOf (dice, *graph.nodes.find (from), { Port::Kind::output }), to,
                  portOf (dice, *graph.nodes.find (to), { Port::Kind::input, Port::Kind::knob, Port::Kind::knob }), dice.between (-0.4, 0.4));
    }
}

Graph playableVoice (Dice& dice, const Project& project)
{
    Graph graph;
    std::vector<const ModuleType*> sources;

    for (const auto* type : typesWith<dsp::Voices> ({ Port::Kind::output }))
        if (type->about->id.starts_with ("source."))
            sources.push_back (type);

    const auto source = addNode (dice, graph, playableNode (dice, *dice.oneOf (sources), project));
    const auto last = addChain<dsp::Voices> (dice, graph, source, dice.below (4), project);
    const auto envelope = addNode (dice, graph, "env.adsr"), amp = addNode (dice, graph, "amp"), out = addNode (dice, graph, "voice.out");
    addCable (dice, graph, last, firstPort (*graph.nodes.find (last), Port::Kind::output), amp, "in");
    addCable (dice, graph, envelope, "out", amp, "level");
    addCable (dice, graph, amp, "out", out, "in");

    const auto modulators = typesWith<dsp::Voices> ({ Port::Kind::output });

    for (auto i = dice.below (3); i > 0; --i)
        addNode (dice, graph, playableNode (dice, *dice.oneOf (modulators), project));

    addWildCables (dice, graph, dice.below (5));
    return graph;
}

/** The notes of a track through one or two note devices. */
static void addNoteDevices (Dice& dice, Graph& graph, const Project& project)
{
    const auto types = typesWith<dsp::Stereo> ({ Port::Kind::notesIn, Port::Kind::notesOut });
    auto last = addNode (dice, graph, "notes.in");

    for (auto i = types.empty() ? 0 : dice.between (1, 2); i > 0; --i)
    {
        const auto next = addNode (dice, graph, playableNode (dice, *dice.oneOf (types), project));
        addCable (dice, graph, last, firstPort (*graph.nodes.find (last), Port::Kind::notesOut), next, firstPort (*graph.nodes.find (next), Port::Kind::notesIn));
        last = next;
    }

    addCable (dice, graph, last, firstPort (*graph.nodes.find (last), Port::Kind::notesOut), addNode (dice, graph, "notes.out"), "notes");
}

Graph playableDevices (Dice& dice, const Project& project, TrackId heard)
{
    Graph graph;
    const auto in = addNode (dice, graph, "track.in"), out = addNode (dice, graph, "track.out");
    const auto last = addChain<dsp::Stereo> (dice, graph, in, dice.below (4), project);
    addCable (dice, graph, last, firstPort (*graph.nodes.find (last), Port::Kind::output), out, "in");

    // Many a module lets nothing through as it is turned: some of the sound goes past them.
    if (last != in)
        addCable (dice, graph, in, "out", out, "in", 0.25);

    if (heard && dice.oneIn (2))
    {
        Node listener;
        listener.type = "track.listen";
        listener.texts.put ("track", toHex (heard.value));
        const auto ear = addNode (dice, graph, listener);
        addCable (dice, graph, ear, "out", last, portOf (dice, *graph.nodes.find (last), { Port::Kind::input, Port::Kind::knob }), 0.5);
    }

    addWildCables (dice, graph, dice.below (4));
    return graph;
}

static dsp::SharedSound recording (Dice& dice)
{
    static constexpr double rates[] { 48'000, 44'100, 22'050 };
    auto made = std::make_shared<dsp::Sound>();
    made->sampleRate = dice.oneOf (rates);
    made->channels = dice.between (1, 2);
    made->samples.resize (static_cast<std::size_t> (dice.between (2'000, 60'000)) * static_cast<std::size_t> (made->channels));
    const auto step = dice.between (0.01, 0.3);

    for (std::size_t i = 0; i < made->samples.size(); ++i)
        made->samples[i] = static_cast<float> (0.4 * std::sin (step * static_cast<double> (i)) + dice.between (-0.1, 0.1));

    return made;
}

Instrument playableInstrument (Dice& dice, const Project& project)
{
    Instrument made = instrument (dice, project, { 0, 0, 0, 0, false });
    made.graph = dice.oneIn (3) ? Graph() : playableVoice (dice, project);
    made.polyphony = dice.between (1, 20);
    made.volume = dice.between (-18.0, 0.0);
    made.macros.clear();
    made.zones.clear();

    for (auto i = dice.between (1, 3); i > 0; --i)
    {
        auto part = zone (dice, project);
        part.lowKey = 0;
        part.highKey = 127;
        made.zones.put (dice.id<ZoneId>(), part);
    }

    if (! made.graph.nodes.empty())
        fillMacros (dice, made.macros, made.graph);

    return made;
}

std::string playableAddress (Dice& dice, const Project& project)
{
    const auto id = keyIn (dice, project.tracks);
    const auto& track = *project.tracks.find (id);
    const auto node = keyIn (dice, track.graph.nodes);

    switch (dice.below (4))
    {
        case 0:
            return format (volumeOf (id));
        case 1:
            return format (panningOf (id));
        case 2:
            if (node)
                return format (knobOf (id, node, portOf (dice, *track.graph.nodes.find (node), { Port::Kind::knob })));

            return format (macroOf (id, dice.between (1, 8)));
        default:
            if (const auto played = keyIn (dice, project.instruments))
                if (const auto& graph = project.instruments.find (played)->graph; ! graph.nodes.empty())
                {
                    const auto part = keyIn (dice, graph.nodes);
                    return format (knobOf (played, part, portOf (dice, *graph.nodes.find (part), { Port::Kind::knob })));
                }

            return format (macroOf (id, dice.between (1, 8)));
    }
}

static Clip playableClip (Dice& dice, const Project& project, TrackKind kind)
{
    Clip made = clip (dice, project, { 0, 0, 0, 0, false });
    made.automation.clear();

    for (auto i = dice.below (3); i > 0; --i)
    {
        auto& lane = made.automation.edit (playableAddress (dice, project));

        for (auto points = dice.between (1, 6); points > 0; --points)
            lane.points.put (Ticks (dice.below (beats (4).value)), { dice.between (0.2, 0.8), dice.oneIn (3), {} });
    }

    if (kind == TrackKind::audio)
    {
        made.notes.clear();

        for (auto i = dice.between (1, 3); i > 0; --i)
        {
            auto& region = made.regions.edit ({ static_cast<std::uint64_t> (i) });
            region.sound = keyIn (dice, project.assets);
            region.at = Ticks (dice.below (beats (4).value));
            region.start = dice.oneIn (2) ? dice.between (0.0, 0.3) : 0.0;
            region.length = dice.oneIn (2) ? dice.between (0.1, 1.0) : 0.0;
            region.gain = dice.between (-12.0, 0.0);
            region.fadeIn = dice.oneIn (3) ? dice.between (0.0, 0.1) : 0.0;
            region.fadeOut = dice.oneIn (3) ? dice.between (0.0, 0.1) : 0.0;
        }
    }

    return made;
}

TrackId addPlayableTrack (Dice& dice, Project& project, TrackKind kind)
{
    auto made = track (dice, project, { 0, 0, 0, 0, false });
    const auto heard = keyIn (dice, project.tracks);
    made.kind = kind;
    made.volume = dice.between (-12.0, 0.0);
    made.isMuted &= kind != TrackKind::master;
    made.graph = dice.oneIn (4) ? Graph() : playableDevices (dice, project, heard);

    if (kind == TrackKind::note && ! made.graph.nodes.empty() && dice.oneIn (2))
        addNoteDevices (dice, made.graph, project);

    made.macros.clear();

    if (! made.graph.nodes.empty())
        fillMacros (dice, made.macros, made.graph);

    const auto id = dice.id<TrackId>();
    project.tracks.put (id, made);
    return id;
}

void addPlayablePattern (Dice& dice, Project& project)
{
    Pattern made;
    made.length = beats (dice.between (2, 5));

    for (const auto& [id, track] : project.tracks)
        if (track->kind == TrackKind::note || track->kind == TrackKind::audio)
        {
            const auto part = dice.id<ClipId>();
            project.clips.put (part, playableClip (dice, project, track->kind));
            made.clips.put (id, part);
        }

    const auto id = dice.id<PatternId>();
    project.patterns.put (id, made);
    project.sequence.put (dice.id<SlotId>(), { id, static_cast<double> (project.sequence.size()), "", {} });
}

} // namespace random

RandomSong randomSong (std::uint64_t seed)
{
    using namespace random;
    Dice dice (seed);
    RandomSong song;
    auto& project = song.project;
    project.seed = static_cast<std::int64_t> (dice.bits());
    project.masterGain = -6;
    project.tempo.put (Ticks(), { dice.between (90.0, 240.0), {} });
    project.tempo.put (beats (dice.between (1, 6)), { dice.between (60.0, 300.0), {} });

    for (int i = 0; i < 3; ++i)
    {
        const auto hash = random::hash (dice);
        const auto sound = recording (dice);
        song.sounds.emplace (hash, sound);
        project.assets.put (hash, { "recording", sound->sampleRate, sound->channels, static_cast<std::int64_t> (sound->frames()), {} });
    }

    for (auto i = dice.between (2, 4); i > 0; --i)
        project.instruments.put (dice.id<InstrumentId>(), playableInstrument (dice, project));

    addPlayableTrack (dice, project, TrackKind::master);

    for (const auto kind : { TrackKind::group, TrackKind::send })
        for (auto i = dice.between (1, 2); i > 0; --i)
            addPlayableTrack (dice, project, kind);

    for (auto i = dice.between (2, 4); i > 0; --i)
        addPlayableTrack (dice, project, TrackKind::note);

    for (auto i = dice.between (1, 2); i > 0; --i)
        addPlayableTrack (dice, project, TrackKind::audio);

    for (auto i = dice.between (1, 3); i > 0; --i)
        addPlayablePattern (dice, project);

    sanitise (project);
    return song;
}

} // namespace athanor
