// SPDX-License-Identifier: GPL-3.0-or-later
// What one edit costs until the audio thread can have it: the plan for a whole project after a module was taken out of a
// large graph, and after a note was written into a song of many tracks; and what synths add to it, when a project is opened and later.
#include "Engine/Plan.h"

#include "Modules/Synth/CompiledPatch.h"
#include "Support/Projects.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{
/** One track whose graph is a chain, or a bundle of parallel ways. */
Project withGraph (int nodes, bool isSeries, NodeId& last)
{
    Project project;
    projects::addTrack (project, TrackKind::master, "Master");
    auto& graph = project.tracks.edit (projects::addTrack (project, TrackKind::audio, "Graph")).graph;
    const auto in = projects::addNode (graph, "track.in"), out = projects::addNode (graph, "track.out");
    auto from = in;

    for (int i = 0; i < nodes; ++i)
    {
        last = projects::addNode (graph, "mix.gain", { { "gain", -0.01 } });
        projects::connect (graph, isSeries ? from : in, "out", last, "in");

        if (! isSeries)
            projects::connect (graph, last, "out", out, "in");

        from = last;
    }

    if (isSeries)
        projects::connect (graph, from, "out", out, "in");

    return project;
}

void planGraphEdit (benchmark::State& state, bool isSeries)
{
    NodeId last;
    const auto project = withGraph (static_cast<int> (state.range (0)), isSeries, last);
    PlanOptions options;
    const auto before = makePlan (project, options, nullptr);
    auto edited = project;

    for (auto& [id, track] : project.tracks)
        if (track->graph.nodes.contains (last))
            edited.tracks.edit (id).graph.nodes.erase (last);

    for (auto _ : state)
        benchmark::DoNotOptimize (makePlan (edited, options, before.get()));
}

void planTracks (benchmark::State& state)
{
    Project project;
    projects::addTrack (project, TrackKind::master, "Master");
    PlanOptions options;

    for (int i = 0; i < state.range (0); ++i)
    {
        const auto track = projects::addTrack (project, TrackKind::note, "Track");
        const InstrumentId instrument { static_cast<std::uint64_t> (i) + 1 };
        project.instruments.put (instrument, projects::synth());
        projects::insertGain (project.tracks.edit (track).graph, -3);
        options.live.emplace (track, instrument);
    }

    const auto before = makePlan (project, options, nullptr);

    for (auto _ : state)
        benchmark::DoNotOptimize (makePlan (project, options, before.get()));
}

/** With the first plan every synth is made; the next ones take them over. */
void planSynths (benchmark::State& state, bool isFirst)
{
    Project project;
    projects::addTrack (project, TrackKind::master, "Master");
    const auto patch = std::make_shared<const synth::CompiledPatch> (PatchSpec());
    PlanOptions options;
    options.material = [&patch] (const Node& node) { return node.type == "synth" ? patch : nullptr; };

    for (int i = 0; i < state.range (0); ++i)
    {
        const auto track = projects::addTrack (project, TrackKind::note, "Track");
        const InstrumentId id { static_cast<std::uint64_t> (i) + 1 };
        Instrument instrument;
        const auto synth = projects::addNode (instrument.graph, "synth"), out = projects::addNode (instrument.graph, "voice.out");
        projects::connect (instrument.graph, synth, "left", out, "left");
        projects::connect (instrument.graph, synth, "right", out, "right");
        project.instruments.put (id, instrument);
        options.live.emplace (track, id);
    }

    const auto before = isFirst ? nullptr : makePlan (project, options, nullptr);

    for (auto _ : state)
        benchmark::DoNotOptimize (makePlan (project, options, before.get()));
}
} // namespace

BENCHMARK_CAPTURE (planGraphEdit, series, true)->Arg (10)->Arg (100)->Arg (1'000)->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (planGraphEdit, parallel, false)->Arg (10)->Arg (100)->Arg (1'000)->Unit (benchmark::kMillisecond);
BENCHMARK (planTracks)->Arg (8)->Arg (32)->Arg (128)->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (planSynths, first, true)->Arg (1)->Arg (10)->Unit (benchmark::kMillisecond);
BENCHMARK_CAPTURE (planSynths, again, false)->Arg (1)->Arg (10)->Unit (benchmark::kMillisecond);

} // namespace athanor

BENCHMARK_MAIN();
