// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/GraphOrder.h"

#include <map>

namespace athanor
{

namespace
{
/** Ports that only give are bound to the surroundings and never run. */
bool isBoundOutside (const std::string& type)
{
    return type == "track.in" || type == "voice.in" || type == "track.listen" || type == "notes.in";
}

/** Notes do not fade: where they take another way, what sounds is released. */
bool carriesNotes (const Graph& graph, const Cable& cable)
{
    const auto* node = graph.nodes.find (cable.from);
    const auto* type = node != nullptr ? findModuleType (node->type) : nullptr;
    const auto* port = type != nullptr ? type->port (cable.output) : nullptr;
    return port != nullptr && port->kind == Port::Kind::notesOut;
}

/** Feedback is read after all steps, so its source is never written over: more readers than there can be. */
constexpr int readForEver = 1'000'000;
} // namespace

template <typename S>
GraphOrder<S>::GraphOrder (const Graph& wanted, const GraphPlan<S>* b, const std::string& outputType) : graph (wanted), before (b)
{
    if (before != nullptr)
        keepWhatFades (wanted);

    collect (outputType);
    markEarly();
    sort();
    markHeard();
}

template <typename S>
void GraphOrder<S>::keepWhatFades (const Graph& wanted)
{
    for (const auto& [id, cable] : before->graph.cables)
        if (! wanted.cables.contains (id) && isStillHeard (id) && before->nodes.contains (cable->from) && ! carriesNotes (before->graph, *cable))
            keepCable (wanted, id, *cable);
}

template <typename S>
bool GraphOrder<S>::isStillHeard (CableId id) const
{
    const auto fade = before->cableFades.find (id);
    return fade == before->cableFades.end() || fade->second->now() > 0;
}

/** A cable that was taken out of a node that stays, or whose source is going: both fade at the reader. */
template <typename S>
void GraphOrder<S>::keepCable (const Graph& wanted, CableId id, const Cable& cable)
{
    if (! wanted.nodes.contains (cable.to))
        return;

    graph.cables.put (id, cable);
    keepNode (cable.from);
    isFading = true;
}

/** A node that goes keeps sounding for its fade, with all that fed it. */
template <typename S>
void GraphOrder<S>::keepNode (NodeId id)
{
    const auto* node = before->graph.nodes.find (id);

    if (graph.nodes.contains (id) || node == nullptr)
        return;

    graph.nodes.put (id, *node);

    for (const auto& [cableId, cable] : before->graph.cables)
        if (cable->to == id && ! graph.cables.contains (cableId))
        {
            graph.cables.put (cableId, *cable);
            keepNode (cable->from);
        }
}

template <typename S>
void GraphOrder<S>::collect (const std::string& outputType)
{
    std::map<NodeId, std::size_t> indices;

    for (const auto& [id, node] : graph.nodes)
        if (const auto* type = findModuleType (node->type); type != nullptr && canMake<S> (*type))
        {
            indices.emplace (id, parts.size());
            auto& part = parts.emplace_back();
            part.id = id;
            part.node = &*node;
            part.type = type;
            part.isOutside = isBoundOutside (node->type);
            part.isOutput = node->type == outputType;
            part.isNoteExit = node->type == "notes.out";
            part.isNoteDevice = type->prototype().count (Port::Kind::notesIn) + type->prototype().count (Port::Kind::notesOut) > 0;
        }

    for (const auto& [id, cable] : graph.cables)
    {
        const auto from = indices.find (cable->from), to = indices.find (cable->to);

        if (from != indices.end() && to != indices.end())
            addWire (id, *cable, from->second, to->second);
    }
}

template <typename S>
void GraphOrder<S>::addWire (CableId id, const Cable& cable, std::size_t from, std::size_t to)
{
    const auto* output = parts[from].type->port (cable.output);
    const auto* input = parts[to].type->port (cable.input);

    if (output == nullptr || input == nullptr)
        return;

    const auto carriesNotes = output->kind == Port::Kind::notesOut && input->kind == Port::Kind::notesIn;

    if (carriesNotes || (output->kind == Port::Kind::output && (input->kind == Port::Kind::input || input->kind == Port::Kind::knob)))
        parts[to].wires.push_back ({ id, &cable, from, output->index, input, cable.isFeedback, carriesNotes });
}

/** Whatever hears the voices, directly or not. A note device never does: a cable to its knobs from there comes a quantum late. */
template <typename S>
std::vector<char> GraphOrder<S>::afterTheVoices() const
{
    std::vector<char> isAfter (parts.size());

    for (std::size_t i = 0; i < parts.size(); ++i)
        isAfter[i] = parts[i].isOutside && ! parts[i].isNoteDevice;

    for (auto isGrowing = true; isGrowing;)
    {
        isGrowing = false;

        for (std::size_t i = 0; i < parts.size(); ++i)
            if (isAfter[i] == 0 && ! parts[i].isNoteDevice)
                for (const auto& wire : parts[i].wires)
                    if (! wire.isFeedback && isAfter[wire.from] != 0)
                    {
                        isAfter[i] = 1;
                        isGrowing = true;
                    }
    }

    return isAfter;
}

template <typename S>
void GraphOrder<S>::markEarly()
{
    std::vector<std::size_t> open;

    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].isNoteDevice)
            open.push_back (i);

    if (open.empty())
        return;

    const auto isAfter = afterTheVoices();

    while (! open.empty())
    {
        auto& part = parts[open.back()];
        open.pop_back();

        if (part.isEarly)
            continue;

        part.isEarly = true;

        for (auto& wire : part.wires)
        {
            wire.isFeedback |= isAfter[wire.from] != 0;

            if (! wire.isFeedback)
                open.push_back (wire.from);
        }
    }
}

/** Depth first in the order of ids; a cable that would close a loop becomes a feedback cable. */
template <typename S>
void GraphOrder<S>::sort()
{
    std::vector<char> colour (parts.size()); // 0 new, 1 on the way, 2 done

    for (const auto isEarly : { true, false })
        for (std::size_t root = 0; root < parts.size(); ++root)
            if (parts[root].isEarly == isEarly && colour[root] == 0)
                visit (root, colour);
}

template <typename S>
void GraphOrder<S>::visit (std::size_t root, std::vector<char>& colour)
{
    struct Stop
    {
        std::size_t part, wire;
    };

    std::vector<Stop> way { { root, 0 } };
    colour[root] = 1;

    while (! way.empty())
    {
        auto& [index, wireIndex] = way.back();
        auto& part = parts[index];

        if (wireIndex == part.wires.size())
        {
            colour[index] = 2;
            order.push_back (index);
            way.pop_back();
            continue;
        }

        auto& wire = part.wires[wireIndex++];

        if (wire.isFeedback)
            continue;

        if (colour[wire.from] == 1)
            wire.isFeedback = true;
        else if (colour[wire.from] == 0)
        {
            colour[wire.from] = 1;
            way.push_back ({ wire.from, 0 });
        }
    }
}

/** Only what leads to the output is played. */
template <typename S>
void GraphOrder<S>::markHeard()
{
    std::vector<std::size_t> open;

    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].isOutput || parts[i].isNoteExit)
            open.push_back (i);

    while (! open.empty())
    {
        auto& part = parts[open.back()];
        open.pop_back();

        if (part.isHeard)
            continue;

        part.isHeard = true;

        for (const auto& wire : part.wires)
        {
            auto& from = parts[wire.from];
            open.push_back (wire.from);

            if (wire.carriesNotes)
                continue;

            from.readersLeft.resize (static_cast<std::size_t> (from.type->prototype().count (Port::Kind::output)));
            from.readersLeft[static_cast<std::size_t> (wire.output)] += wire.isFeedback ? readForEver : 1;
        }
    }
}

template class GraphOrder<dsp::Stereo>;
template class GraphOrder<dsp::Voices>;

} // namespace athanor
