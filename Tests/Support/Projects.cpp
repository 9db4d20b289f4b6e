// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/Projects.h"

namespace athanor::projects
{

namespace
{
/** Ids of a test are the same in every run, so that what it finds can be found again. */
template <typename AnyId>
AnyId nextId()
{
    static std::uint64_t count = 0;
    return { mixBits (++count) };
}
} // namespace

NodeId addNode (Graph& graph, const std::string& type, std::initializer_list<std::pair<std::string, double>> knobs)
{
    const auto id = nextId<NodeId>();
    graph.nodes.edit (id).type = type;

    for (const auto& [port, value] : knobs)
        graph.nodes.edit (id).knobs.put (port, value);

    return id;
}

CableId connect (Graph& graph, NodeId from, const std::string& output, NodeId to, const std::string& input, double amount)
{
    const auto id = nextId<CableId>();
    auto& cable = graph.cables.edit (id);
    cable.from = from;
    cable.output = output;
    cable.to = to;
    cable.input = input;
    cable.amount = amount;
    return id;
}

NodeId insert (Graph& graph, const std::string& type, std::initializer_list<std::pair<std::string, double>> knobs)
{
    if (graph.nodes.empty())
        connect (graph, addNode (graph, "track.in"), "out", addNode (graph, "track.out"), "in");

    NodeId out;

    for (const auto& [id, node] : graph.nodes)
        if (node->type == "track.out")
            out = id;

    const auto made = addNode (graph, type, knobs);

    for (const auto& [id, cable] : graph.cables)
        if (cable->to == out)
        {
            const auto old = *cable;
            const auto gone = id; // its table is about to change
            graph.cables.erase (gone);
            connect (graph, old.from, old.output, made, "in");
            break;
        }

    connect (graph, made, "out", out, "in");
    return made;
}

NodeId insertGain (Graph& graph, double decibels) { return insert (graph, "mix.gain", { { "level", decibels } }); }

TrackId addTrack (Project& project, TrackKind kind, const std::string& name)
{
    const auto id = nextId<TrackId>();
    auto& track = project.tracks.edit (id);
    track.kind = kind;
    track.name = name;
    track.order = static_cast<double> (project.tracks.size());
    return id;
}

Instrument synth()
{
    Instrument made;
    made.name = "Saw";
    auto& graph = made.graph;
    const auto oscillator = addNode (graph, "source.analogue"), filter = addNode (graph, "filter.ladder", { { "cutoff", 2'000 } });
    const auto envelope = addNode (graph, "env.adsr"), amp = addNode (graph, "amp"), out = addNode (graph, "voice.out");
    connect (graph, oscillator, "out", filter, "in");
    connect (graph, filter, "out", amp, "in");
    connect (graph, envelope, "out", amp, "level");
    connect (graph, amp, "out", out, "in");
    return made;
}

Song synthOnOneTrack()
{
    Song song;
    auto& project = song.project;
    song.instrument = nextId<InstrumentId>();
    project.instruments.put (song.instrument, synth());
    song.track = addTrack (project, TrackKind::note, "Lead");
    project.tracks.edit (song.track).instrument = song.instrument;
    song.master = addTrack (project, TrackKind::master, "Master");
    song.clip = nextId<ClipId>();
    song.pattern = nextId<PatternId>();
    song.slot = nextId<SlotId>();
    project.clips.put (song.clip, Clip {});
    project.patterns.edit (song.pattern).clips.put (song.track, song.clip);
    project.sequence.edit (song.slot).pattern = song.pattern;
    return song;
}

} // namespace athanor::projects
