// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/StartProject.h"

#include "App/Edits/PatchLayout.h"
#include "App/Edits/SynthEdits.h"

namespace athanor
{

namespace
{
NodeId addNode (Graph& graph, const std::string& type, double x, double y, std::initializer_list<std::pair<std::string, double>> knobs = {})
{
    const auto id = newId<NodeId>();
    Node node;
    node.type = type;
    node.x = x;
    node.y = y;

    for (const auto& [port, value] : knobs)
        node.knobs.put (port, value);

    graph.nodes.put (id, node);
    return id;
}

void connect (Graph& graph, NodeId from, const std::string& output, NodeId to, const std::string& input, double amount = 1)
{
    Cable cable;
    cable.from = from;
    cable.output = output;
    cable.to = to;
    cable.input = input;
    cable.amount = amount;
    graph.cables.put (newId<CableId>(), cable);
}

/** track.in -> one module -> track.out. */
Graph chainOf (const std::string& type, std::initializer_list<std::pair<std::string, double>> knobs = {})
{
    Graph graph;
    const auto in = addNode (graph, "track.in", 40, 80);
    const auto effect = addNode (graph, type, 260, 80, knobs);
    const auto out = addNode (graph, "track.out", 480, 80);
    connect (graph, in, "out", effect, "in");
    connect (graph, effect, "out", out, "in");
    return graph;
}

TrackId addTrack (Project& project, TrackKind kind, const std::string& name, InstrumentId instrument = {})
{
    const auto id = newId<TrackId>();
    Track track;
    track.kind = kind;
    track.name = name;
    track.colour = static_cast<int> (project.tracks.size());
    track.order = static_cast<double> (project.tracks.size());
    track.instrument = instrument;
    project.tracks.put (id, track);
    return id;
}

/** One pattern of 64 lines in the sequence, and nothing that plays it. */
Project emptyProject()
{
    Project project;
    Pattern pattern;
    pattern.name = "Pattern 1";
    const auto patternId = newId<PatternId>();
    project.patterns.put (patternId, pattern);
    project.sequence.put (newId<SlotId>(), { patternId, 0, "", {} });
    return project;
}

void addNoteTracks (Project& project, std::initializer_list<const char*> names, InstrumentId instrument)
{
    auto& pattern = project.patterns.edit (project.patterns.begin()->first);

    for (const auto* name : names)
    {
        const auto track = addTrack (project, TrackKind::note, name, instrument);
        const auto clip = newId<ClipId>();
        project.clips.put (clip, Clip {});
        pattern.clips.put (track, clip);
    }
}

void addMaster (Project& project)
{
    const auto master = addTrack (project, TrackKind::master, "Master");
    project.tracks.edit (master).graph = chainOf ("effect.limiter");
}
} // namespace

Instrument simpleSynth (const std::string& name, int number)
{
    Instrument instrument;
    instrument.name = name;
    instrument.number = number;
    auto& graph = instrument.graph;
    const auto oscillator = addNode (graph, "source.analogue", 40, 60);
    const auto filter = addNode (graph, "filter.ladder", 260, 60, { { "cutoff", 1'200 } });
    const auto envelope = addNode (graph, "env.adsr", 40, 60 + sizeOfBox ("source.analogue").height + 24);
    const auto amp = addNode (graph, "amp", 480, 60);
    const auto out = addNode (graph, "voice.out", 700, 60);
    connect (graph, oscillator, "out", filter, "in");
    connect (graph, filter, "out", amp, "in");
    connect (graph, envelope, "out", amp, "level");
    connect (graph, envelope, "out", filter, "cutoff", 0.3);
    connect (graph, amp, "out", out, "in");
    return instrument;
}

Project startProject()
{
    auto project = emptyProject();
    const auto synth = newId<InstrumentId>();
    project.instruments.put (synth, simpleSynth ("First light", 1));
    addNoteTracks (project, { "Lead", "Chords", "Bass", "Drums" }, synth);

    // Chords need room beside each other.
    const auto tracks = project.tracks;

    for (const auto& [id, track] : tracks)
        if (track->name == "Chords")
            project.tracks.edit (id).noteColumns = 3;

    const auto space = addTrack (project, TrackKind::send, "Space");
    project.tracks.edit (space).graph = chainOf ("effect.reverb", { { "mix", 1 } });
    addMaster (project);
    return project;
}

Project sketchProject()
{
    auto project = emptyProject();
    const auto synth = newId<InstrumentId>();
    project.instruments.put (synth, simpleSynth ("First light", 1));
    addNoteTracks (project, { "Sketch" }, synth);
    addMaster (project);
    return project;
}

Project patchProject (const PatchSpec& patch)
{
    auto project = emptyProject();
    const auto synth = newId<InstrumentId>();
    project.title = patch.name;
    project.instruments.put (synth, synthInstrument (patch, 1));
    addNoteTracks (project, { "Synth" }, synth);
    addMaster (project);
    return project;
}

Project wideProject()
{
    auto project = emptyProject();
    auto number = 1;

    for (const auto* name : { "Kick", "Snare", "Hats", "Bass", "Chords", "Lead", "Pad", "Effects" })
    {
        const auto synth = newId<InstrumentId>();
        project.instruments.put (synth, simpleSynth (name, number++));
        addNoteTracks (project, { name }, synth);
    }

    addMaster (project);
    return project;
}

} // namespace athanor
