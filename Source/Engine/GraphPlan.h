// SPDX-License-Identifier: GPL-3.0-or-later
// One graph, ready to be played: its modules in order, their buffers, and what is mixed and delayed before each.
#pragma once

#include "Engine/NodeState.h"
#include "Model/Graph.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace athanor
{

/** Holds a signal back by whole frames, to line up paths of different latency. One ring for each instance. */
template <typename S>
struct DelayState
{
    DelayState (int delayFrames, int instanceCount)
        : frames (delayFrames), rings (static_cast<std::size_t> (instanceCount), std::vector<S> (static_cast<std::size_t> (delayFrames), S (0.0f))), positions (static_cast<std::size_t> (instanceCount)) {}

    int frames;
    std::vector<std::vector<S>> rings;
    std::vector<int> positions;
};

/** One cable's share of an input. */
template <typename S>
struct MixSource
{
    const Signal<S>* from = nullptr;
    float amount = 1;
    Fade* fade = nullptr;           ///< Null: always whole.
    DelayState<S>* delay = nullptr; ///< Null: none.
};

/** Several cables into one input. */
template <typename S>
struct Mix
{
    Signal<S>* to = nullptr;
    std::vector<MixSource<S>> sources;
};

/** Cables into one knob. */
template <typename S>
struct Modulation
{
    const KnobState<S>* knob = nullptr;
    Signal<S>* to = nullptr;
    std::vector<MixSource<S>> sources;
};

/** What every quantum touches of one module's turn: one line of the processor's cache, and the next turn is the next line. */
template <typename S>
struct alignas (64) Step
{
    Block<S> block;
    std::uint16_t inputCount = 0, outputCount = 0;
    bool isPlain = false;       ///< Nothing is done but calling the module: the details need not be looked at.
    bool hasMovingKnobs = true; ///< Some knob of it has not arrived where it was turned to.
};

static_assert (sizeof (Step<dsp::Stereo>) == 64 && sizeof (Step<dsp::Voices>) == 64);

/** What only some turns need: mixing, modulation, sleep and bypass. */
template <typename S>
struct StepDetails
{
    NodeState<S>* node = nullptr;
    std::int64_t* silentFrames = nullptr; ///< For each instance, in the node; null: never sleeps.
    std::int64_t holdFrames = 0;          ///< It sleeps after so many silent ones.
    Fade* bypass = nullptr;               ///< 1: the module is heard; 0: its first input is. Null: never bypassed.
    DelayState<S>* dryDelay = nullptr;
    std::vector<Mix<S>> mixes;
    std::vector<Modulation<S>> modulations;
};

/** What the ports of all steps are bound to, step behind step in the order of play. Blocks point into it. */
template <typename S>
struct Wiring
{
    std::vector<const Signal<S>*> inputs, knobs;
    std::vector<Signal<S>*> outputs;
    std::vector<const NoteStream*> notesIn;
    std::vector<NoteStream*> notesOut;
    std::vector<const dsp::Sound*> sounds;
};

/** A feedback cable: what was written in the last quantum. One buffer for each instance. */
template <typename S>
struct FeedbackState
{
    explicit FeedbackState (int instanceCount) : last (static_cast<std::size_t> (instanceCount))
    {
        for (auto& signal : last)
            signal.clear();
    }

    std::vector<Signal<S>> last;
};

template <typename S>
struct Feedback
{
    FeedbackState<S>* state = nullptr;
    const Signal<S>* from = nullptr;
    Signal<S>* to = nullptr; ///< Where this quantum's steps read it.
};

/** Several note cables into one input, or out of the last device. */
struct NoteMix
{
    std::size_t step = 0; ///< Before which it is done.
    NoteStream* to = nullptr;
    std::vector<const NoteStream*> from;
};

/** What a graph is joined to from outside, by the type of its special nodes and the ids of their ports. */
template <typename S>
struct Surroundings
{
    double sampleRate = 48'000;
    int instanceCount = 1;
    const Moment* moment = nullptr;
    std::function<const Signal<S>*(const Node&, const std::string& output)> source; ///< For nodes that only give: "track.in", "voice.in".
    std::function<const Signal<S>*(Normal)> normal;                                 ///< Null: silence.
    std::function<const dsp::Sound*(const std::string& hash)> sound;
    std::function<std::shared_ptr<const Material> (const Node&)> material;                ///< What a module plays beside its knobs; null: nothing.
    std::function<std::optional<double> (NodeId, const std::string& port)> macroPosition; ///< Where a macro holds a knob, 0 to 1.
    std::string outputType;                                                               ///< "track.out" or "voice.out".
    const NoteStream* notes = nullptr;                                                    ///< What "notes.in" gives; null: nothing.
};

/** What the project says about a knob; taken over by the audio thread when the plan comes into force. */
template <typename S>
struct StoredKnob
{
    KnobState<S>* knob = nullptr;
    float value = 0;
};

/** The same of a material. */
struct GivenMaterial
{
    MaterialPlayer* player = nullptr;
    std::shared_ptr<const Material> material;
};

/** A graph, ready to be played. Owns its buffers; shares node states, delays and fades with the plans before and after it. */
template <typename S>
struct GraphPlan
{
    std::vector<Step<S>> steps;
    std::vector<StepDetails<S>> details;  ///< For each step.
    std::vector<ModuleOf<S>*> modules;    ///< For each instance, for each step.
    std::map<NodeId, std::size_t> places; ///< Which step plays a node.
    Wiring<S> wiring;
    std::vector<Feedback<S>> feedbacks;
    std::deque<Signal<S>> buffers;

    std::vector<Fade*> fades; ///< All that may move.
    std::vector<StoredKnob<S>> storedKnobs;
    std::vector<GivenMaterial> materials;

    std::map<NodeId, std::shared_ptr<NodeState<S>>> nodes;
    std::map<CableId, std::shared_ptr<Fade>> cableFades;
    std::map<NodeId, std::shared_ptr<Fade>> bypassFades;
    std::map<CableId, std::shared_ptr<DelayState<S>>> cableDelays;
    std::map<NodeId, std::shared_ptr<DelayState<S>>> dryDelays;
    std::map<CableId, std::shared_ptr<FeedbackState<S>>> feedbackStates;

    Graph graph;                           ///< What is played: the project's, and what is still fading away.
    Graph wanted;                          ///< The project's.
    int latency = 0;                       ///< Frames from the surroundings to the output.
    bool isFading = false;                 ///< Contains what will be gone: to be planned again soon.
    std::size_t earlySteps = 0;            ///< So many steps come before the voices: the note devices, and what their knobs hear.
    std::deque<NoteStream> noteBuffers;    ///< What the note devices give.
    std::vector<NoteMix> noteMixes;        ///< By step.
    const NoteStream* notesExit = nullptr; ///< What comes to "notes.out"; null: there is none, and notes go past this graph.
    std::uint64_t noteWiring = 0;          ///< Another one where notes take another way; 0 while they go past.
    std::vector<ModuleOf<S>*> noteDevices; ///< Those that are played.
    std::vector<const Signal<S>*> outputs; ///< What comes to the output node; outputs of "voice.out" or inputs of "track.out".

    /** Once, when the plan comes into force. */
    void takeOver() noexcept;

    /** Knobs are where they are going to, at once: for what is not heard. */
    void settleKnobs() noexcept;

    /** Once before the instances of each quantum: knobs and fades move on. */
    void beginQuantum() noexcept;

    /** The modules of one instance, in the order of play. */
    std::span<ModuleOf<S>* const> modulesOf (int instance) const noexcept
    {
        return { modules.data() + static_cast<std::size_t> (instance) * steps.size(), steps.size() };
    }

    /** To be set when a knob of the node is turned. The node is one of `nodes`. */
    bool* movingKnobsOf (NodeId node) { return &steps[places.at (node)].hasMovingKnobs; }

    /** Plays what comes before the voices. For the one instance of a track. */
    void processNotes() noexcept;

    /** The note devices forget what they hold. */
    void resetNotes() noexcept;

    /** Whether the stop of some note did not fit into a stream in this quantum. */
    bool hasLostStop() const noexcept;

    /** Steps `from` to `to` - 1 of one instance. */
    void playSteps (std::size_t from, std::size_t to, int instance) noexcept;

    /** Plays one quantum of one instance, without what came before the voices. */
    void process (int instance) noexcept;

    /** Once after the instances of each quantum. */
    void endQuantum() noexcept;

    /** Frames by which an output port is late, for showing; by node. */
    std::map<NodeId, int> lateness;
};

/** Compiles a graph. `before` is what was planned for the same place, or null. */
template <typename S>
std::shared_ptr<GraphPlan<S>> planGraph (const Graph&, const Surroundings<S>&, const GraphPlan<S>* before);

/** A signal that is always zero. */
template <typename S>
const Signal<S>& silence() noexcept
{
    static const Signal<S> zero = [] {
        Signal<S> signal;
        signal.clear();
        return signal;
    }();

    return zero;
}

} // namespace athanor
