// SPDX-License-Identifier: GPL-3.0-or-later
// What a node costs in our graph and in JUCE's AudioProcessorGraph, in one run: per node and quantum, and per edit.
#include "Engine/GraphPlan.h"
#include "Support/Projects.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

namespace
{
using namespace athanor;
using Clock = std::chrono::steady_clock;

double nanoseconds (Clock::duration d) { return std::chrono::duration<double, std::nano> (d).count(); }

/** The fastest of several runs: what the machine can do when nobody disturbs it. */
template <typename Work>
double fastest (int runs, Work&& work)
{
    double best = 1.0e18;

    for (int i = 0; i < runs; ++i)
    {
        const auto before = Clock::now();
        work();
        best = std::min (best, nanoseconds (Clock::now() - before));
    }

    return best;
}

/** JUCE's node: does nothing to its two channels, in place. */
class Nothing final : public juce::AudioProcessor
{
public:
    Nothing() : AudioProcessor (BusesProperties().withInput ("in", juce::AudioChannelSet::stereo()).withOutput ("out", juce::AudioChannelSet::stereo())) {}

    const juce::String getName() const override { return "nothing"; }

    void prepareToPlay (double, int) override {}

    void releaseResources() override {}

    void processBlock (juce::AudioBuffer<float>&, juce::MidiBuffer&) override {}

    double getTailLengthSeconds() const override { return 0; }

    bool acceptsMidi() const override { return false; }

    bool producesMidi() const override { return false; }

    juce::AudioProcessorEditor* createEditor() override { return nullptr; }

    bool hasEditor() const override { return false; }

    int getNumPrograms() override { return 1; }

    int getCurrentProgram() override { return 0; }

    void setCurrentProgram (int) override {}

    const juce::String getProgramName (int) override { return {}; }

    void changeProgramName (int, const juce::String&) override {}

    void getStateInformation (juce::MemoryBlock&) override {}

    void setStateInformation (const void*, int) override {}
};

struct Cost
{
    double perNode = 0, edit = 0; ///< Nanoseconds; milliseconds.
};

Cost costInJuce (int count, bool isParallel, bool withEdit)
{
    using IO = juce::AudioProcessorGraph::AudioGraphIOProcessor;
    juce::AudioProcessorGraph graph;
    graph.setPlayConfigDetails (2, 2, 48'000, quantum);
    graph.prepareToPlay (48'000, quantum);
    const auto none = juce::AudioProcessorGraph::UpdateKind::async; // rebuild once, below
    const auto in = graph.addNode (std::make_unique<IO> (IO::audioInputNode), {}, none)->nodeID;
    const auto out = graph.addNode (std::make_unique<IO> (IO::audioOutputNode), {}, none)->nodeID;
    auto last = in;

    const auto connect = [&] (auto from, auto to, auto kind) {
        for (int channel = 0; channel < 2; ++channel)
            graph.addConnection ({ { from, channel }, { to, channel } }, kind);
    };

    for (int i = 0; i < count; ++i)
    {
        const auto node = graph.addNode (std::make_unique<Nothing>(), {}, none)->nodeID;
        connect (isParallel ? in : last, node, none);

        if (isParallel)
            connect (node, out, none);

        last = node;
    }

    if (! isParallel)
        connect (last, out, none);

    graph.removeNode (graph.addNode (std::make_unique<Nothing>(), {}, none)->nodeID, juce::AudioProcessorGraph::UpdateKind::sync); // now it is built
    juce::AudioBuffer<float> buffer (2, quantum);
    juce::MidiBuffer midi;
    buffer.clear();
    graph.processBlock (buffer, midi);
    const auto rounds = std::max (4, 200'000 / count);
    const auto play = fastest (9, [&] {
        for (int i = 0; i < rounds; ++i)
            graph.processBlock (buffer, midi);
    });

    Cost cost { play / rounds / count, 0 };

    if (withEdit)
        cost.edit = fastest (1, [&] { graph.disconnectNode (last); }) / 1.0e6;

    return cost;
}

/** Our node: does nothing, either. */
template <typename S>
class Idle final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "test.idle", "Idle", "Test", "Does nothing." };

    Idle() : ModuleOf<S> (about) {}

    Input in { *this, "in", "Ignored." };
    Output out { *this, "out", "Untouched." };

    void process (const Block<S>&) noexcept override {}
};

/** Ours, too, but it passes its input on. */
template <typename S>
class Pass final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "test.pass", "Pass", "Test", "Passes its input on." };

    Pass() : ModuleOf<S> (about) {}

    Input in { *this, "in", "What comes." };
    Output out { *this, "out", "What goes." };

    void process (const Block<S>& block) noexcept override { block[out].frames = block[in].frames; }
};

Cost costInOurs (int count, bool isParallel, const std::string& type)
{
    Graph graph;
    const auto in = projects::addNode (graph, "track.in"), out = projects::addNode (graph, "track.out");
    auto last = in;

    for (int i = 0; i < count; ++i)
    {
        const auto node = projects::addNode (graph, type);
        projects::connect (graph, isParallel ? in : last, "out", node, "in");

        if (isParallel)
            projects::connect (graph, node, "out", out, "in");

        last = node;
    }

    if (! isParallel)
        projects::connect (graph, last, "out", out, "in");

    Signal<dsp::Stereo> input;
    input.hold (dsp::Stereo (0.0f));
    Moment moment;
    Surroundings<dsp::Stereo> around;
    around.moment = &moment;
    around.outputType = "track.out";
    around.source = [&] (const Node&, const std::string&) { return &input; };
    auto plan = planGraph<dsp::Stereo> (graph, around, nullptr);
    const auto rounds = std::max (4, 200'000 / count);
    const auto play = fastest (9, [&] {
        for (int i = 0; i < rounds; ++i)
        {
            plan->beginQuantum();
            plan->process (0);
            plan->endQuantum();
        }
    });

    auto edited = graph;
    edited.nodes.erase (last);
    const auto edit = fastest (9, [&] { planGraph<dsp::Stereo> (edited, around, plan.get()); });
    return { play / rounds / count, edit / 1.0e6 };
}
} // namespace

int main()
{
    const juce::ScopedJuceInitialiser_GUI juce;
    const ModuleType idle { &Idle<dsp::Stereo>::about, nullptr, []() -> std::unique_ptr<ModuleOf<dsp::Stereo>> { return std::make_unique<Idle<dsp::Stereo>>(); } };
    const ModuleType pass { &Pass<dsp::Stereo>::about, nullptr, []() -> std::unique_ptr<ModuleOf<dsp::Stereo>> { return std::make_unique<Pass<dsp::Stereo>>(); } };
    const ForeignModules foreign ({ &idle, &pass });

    std::puts ("                       JUCE ns/node  ours ns/node  ratio   ours, passing on   JUCE edit ms  our edit ms");

    for (const auto isParallel : { false, true })
        for (const auto count : { 10, 100, 1'000 })
        {
            const auto theirs = costInJuce (count, isParallel, ! isParallel || count < 1'000);
            const auto ours = costInOurs (count, isParallel, "test.idle");
            const auto passing = costInOurs (count, isParallel, "test.pass");
            std::printf ("%-8s %5d nodes  %12.2f  %12.2f  %5.1f  %17.2f  %13.2f  %11.3f\n", isParallel ? "parallel" : "series", count, theirs.perNode, ours.perNode,
                         theirs.perNode / ours.perNode, passing.perNode, theirs.edit, ours.edit);
        }
}
