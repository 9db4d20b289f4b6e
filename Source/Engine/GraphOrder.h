// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which the modules of a graph are played, and which of them are heard at all.
#pragma once

#include "Engine/GraphPlan.h"

#include <string>
#include <type_traits>
#include <vector>

namespace athanor
{

/** Whether a graph of such signals can hold a module of that type. */
template <typename S>
bool canMake (const ModuleType& type)
{
    if constexpr (std::is_same_v<S, dsp::Voices>)
        return type.makeForVoices != nullptr;
    else
        return type.makeForStereo != nullptr;
}

/** A cable into a part. */
struct Wire
{
    CableId id;
    const Cable* cable = nullptr;
    std::size_t from = 0; ///< Among the parts.
    int output = 0;
    const Port* input = nullptr;
    bool isFeedback = false;
    bool carriesNotes = false;
};

/** A node on its way to becoming a step. */
template <typename S>
struct GraphPart
{
    NodeId id;
    const Node* node = nullptr;
    const ModuleType* type = nullptr;
    std::vector<Wire> wires; ///< Into this part.
    bool isOutside = false;  ///< Only gives, and never runs: "track.in", "voice.in".
    bool isOutput = false, isHeard = false;
    bool isNoteDevice = false; ///< Has a port for notes.
    bool isNoteExit = false;   ///< "notes.out".
    bool isEarly = false;      ///< Played before the voices: a note device, or what its knobs hear.
    int latency = 0;           ///< Of its outputs.
    std::vector<Signal<S>*> outputs;
    std::vector<int> readersLeft;
    std::vector<const NoteStream*> notes; ///< Its note outputs.
};

/** A graph, sorted. Its parts point into `graph`, so it stays where it was made. */
template <typename S>
class GraphOrder
{
public:
    /** @param before  What was played here until now: what is gone from `wanted` is kept until it has faded.
        @param outputType  "track.out" or "voice.out". */
    GraphOrder (const Graph& wanted, const GraphPlan<S>* before, const std::string& outputType);

    GraphOrder (const GraphOrder&) = delete;

    Graph graph; ///< What is wanted, and what is still fading.
    bool isFading = false;
    std::vector<GraphPart<S>> parts;
    std::vector<std::size_t> order; ///< Sources before those who hear them; what is early before all else.

private:
    void keepWhatFades (const Graph& wanted);
    bool isStillHeard (CableId) const;
    void keepCable (const Graph& wanted, CableId, const Cable&);
    void keepNode (NodeId);
    void collect (const std::string& outputType);
    void addWire (CableId, const Cable&, std::size_t from, std::size_t to);
    void sort();
    void visit (std::size_t root, std::vector<char>& colour);
    void markHeard();
    void markEarly();
    std::vector<char> afterTheVoices() const;

    const GraphPlan<S>* before;
};

extern template class GraphOrder<dsp::Stereo>;
extern template class GraphOrder<dsp::Voices>;

} // namespace athanor
