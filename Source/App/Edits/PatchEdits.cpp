// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatchEdits.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
std::vector<const Port*> portsOf (const ModuleType* type, Port::Kind kind)
{
    std::vector<const Port*> found;

    if (type != nullptr)
        for (const auto* port : type->prototype().ports())
            if (port->kind == kind)
                found.push_back (port);

    return found;
}

const ModuleType* typeOf (const Graph& graph, NodeId id)
{
    const auto* node = graph.nodes.find (id);
    return node != nullptr ? findModuleType (node->type) : nullptr;
}

bool isSoundInto (const Graph& graph, const Cable& cable)
{
    const auto* type = typeOf (graph, cable.to);
    const auto* port = type != nullptr ? type->port (cable.input) : nullptr;
    return port != nullptr && port->kind == Port::Kind::input;
}

std::vector<CableId> soundCables (const Graph& graph, NodeId node, bool isInto)
{
    std::vector<CableId> found;

    for (const auto& [id, cable] : graph.cables)
        if ((isInto ? cable->to : cable->from) == node && isSoundInto (graph, *cable))
            found.push_back (id);

    return found;
}

/** The port of the new type that takes the place of one of the old type; null: none does. */
const Port* successor (const ModuleType& before, const ModuleType& after, const std::string& id, const std::set<std::string>& taken)
{
    const auto* old = before.port (id);

    if (old == nullptr)
        return nullptr;

    if (const auto* same = after.port (id); same != nullptr && same->kind == old->kind)
        return same;

    const auto ports = portsOf (&after, old->kind);
    const auto index = static_cast<std::size_t> (old->index);
    const auto isFree = index < ports.size() && ! taken.contains (std::string (ports[index]->id));
    return old->kind != Port::Kind::knob && isFree ? ports[index] : nullptr;
}

/** The ports of the new type that cables of the same name keep. */
std::set<std::string> keptPorts (const Graph& graph, NodeId node, const ModuleType& before, const ModuleType& after, bool isInto)
{
    std::set<std::string> kept;

    for (const auto& [id, cable] : graph.cables)
        if ((isInto ? cable->to : cable->from) == node)
        {
            const auto& name = isInto ? cable->input : cable->output;
            const auto *old = before.port (name), *same = after.port (name);

            if (old != nullptr && same != nullptr && old->kind == same->kind)
                kept.insert (name);
        }

    return kept;
}

void keepCables (Graph& graph, NodeId node, const ModuleType& before, const ModuleType& after)
{
    const auto takenIn = keptPorts (graph, node, before, after, true), takenOut = keptPorts (graph, node, before, after, false);

    for (const auto& [id, cable] : Table (graph.cables))
    {
        if (cable->to != node && cable->from != node)
            continue;

        const auto* input = cable->to == node ? successor (before, after, cable->input, takenIn) : nullptr;
        const auto* output = cable->from == node ? successor (before, after, cable->output, takenOut) : nullptr;

        if ((cable->to == node && input == nullptr) || (cable->from == node && output == nullptr))
        {
            graph.cables.erase (id);
            continue;
        }

        auto& changed = graph.cables.edit (id);
        changed.input = input != nullptr ? std::string (input->id) : changed.input;
        changed.output = output != nullptr ? std::string (output->id) : changed.output;
    }
}

/** The module's values for ports that the new type has, too, within its limits. */
void keepValues (Node& node, const ModuleType& after)
{
    for (const auto& [port, value] : Table (node.knobs))
        if (const auto* found = after.port (port); found == nullptr || found->kind != Port::Kind::knob)
            node.knobs.erase (port);
        else
            node.knobs.put (port, static_cast<double> (static_cast<const Knob*> (found)->range.clamp (static_cast<float> (*value))));

    for (const auto& [port, hash] : Table (node.sounds))
        if (const auto* found = after.port (port); found == nullptr || found->kind != Port::Kind::sound)
            node.sounds.erase (port);
}

class Timing
{
public:
    explicit Timing (const Graph& g) : graph (g) {}

    int latenessOf (NodeId node)
    {
        const auto* type = typeOf (graph, node);
        return arrivalAt (node) + (type != nullptr ? static_cast<int> (type->prototype().latency().value) : 0);
    }

    int arrivalAt (NodeId node)
    {
        if (const auto known = arrivals.find (node); known != arrivals.end())
            return known->second;

        arrivals[node] = 0;
        int latest = 0;

        for (const auto& [id, cable] : graph.cables)
            if (cable->to == node && ! cable->isFeedback)
                latest = std::max (latest, latenessOf (cable->from));

        return arrivals[node] = latest;
    }

private:
    const Graph& graph;
    std::map<NodeId, int> arrivals;
};
} // namespace

GraphPlace shownPatch (const Project& project, const Selection& selection)
{
    const auto* track = project.tracks.find (selection.cursor.track);
    const auto instrument = selection.instrument ? selection.instrument : track != nullptr ? track->instrument
                                                                                           : InstrumentId {};
    const auto showsInstrument = selection.isPatchOfInstrument && project.instruments.contains (instrument);
    return { selection.cursor.track, showsInstrument ? instrument : InstrumentId {} };
}

bool existsIn (GraphPlace place, const std::string& typeId)
{
    const auto* type = findModuleType (typeId);
    return type != nullptr && (place.instrument ? type->makeForVoices != nullptr : type->makeForStereo != nullptr);
}

bool isEnd (const Node& node)
{
    static constexpr std::array ends { "track.in", "track.out", "notes.in", "notes.out", "voice.out" };
    return std::ranges::find (ends, node.type) != ends.end();
}

Graph pieceOf (const Graph& graph, const NodeSet& chosen)
{
    Graph piece;

    for (const auto id : chosen)
        if (const auto* node = graph.nodes.find (id); node != nullptr && ! isEnd (*node))
            piece.nodes.put (id, *node);

    for (const auto& [id, cable] : graph.cables)
        if (piece.nodes.contains (cable->from) && piece.nodes.contains (cable->to))
            piece.cables.put (id, *cable);

    return piece;
}

NodeSet pasteInto (Graph& graph, GraphPlace place, const Graph& piece, double dx, double dy)
{
    std::map<NodeId, NodeId> made;
    NodeSet pasted;

    for (const auto& [id, node] : piece.nodes)
        if (existsIn (place, node->type))
        {
            auto copy = *node;
            copy.x += dx;
            copy.y += dy;
            const auto fresh = newId<NodeId>();
            graph.nodes.put (fresh, copy);
            made.emplace (id, fresh);
            pasted.insert (fresh);
        }

    for (const auto& [id, cable] : piece.cables)
        if (made.contains (cable->from) && made.contains (cable->to))
        {
            auto copy = *cable;
            copy.from = made.at (cable->from);
            copy.to = made.at (cable->to);
            graph.cables.put (newId<CableId>(), copy);
        }

    return pasted;
}

bool removeNodes (Graph& graph, const NodeSet& chosen)
{
    auto isDone = false;

    for (const auto id : chosen)
        if (const auto* node = graph.nodes.find (id); node != nullptr && ! isEnd (*node))
        {
            removeNode (graph, id);
            isDone = true;
        }

    return isDone;
}

void bypassNodes (Graph& graph, const NodeSet& chosen)
{
    const auto areAllBypassed = std::ranges::all_of (chosen, [&] (NodeId id) {
        const auto* node = graph.nodes.find (id);
        return node == nullptr || node->isBypassed || isEnd (*node);
    });

    for (const auto id : chosen)
        if (const auto* node = graph.nodes.find (id); node != nullptr && ! isEnd (*node) && node->isBypassed == areAllBypassed)
            graph.nodes.edit (id).isBypassed = ! areAllBypassed;
}

bool replaceNode (Graph& graph, NodeId id, const std::string& type)
{
    const auto* node = graph.nodes.find (id);
    const auto* after = findModuleType (type);

    if (node == nullptr || after == nullptr || isEnd (*node) || node->type == type)
        return false;

    if (const auto* before = findModuleType (node->type))
        keepCables (graph, id, *before, *after);

    auto& changed = graph.nodes.edit (id);
    changed.type = type;
    keepValues (changed, *after);
    return true;
}

bool canPutInto (const Graph& graph, CableId cableId, NodeId id)
{
    const auto* cable = graph.cables.find (cableId);
    const auto* node = graph.nodes.find (id);
    const auto* type = typeOf (graph, id);
    return cable != nullptr && node != nullptr && ! isEnd (*node) && cable->from != id && cable->to != id && isSoundInto (graph, *cable) && ! portsOf (type, Port::Kind::input).empty() && ! portsOf (type, Port::Kind::output).empty();
}

bool putInto (Graph& graph, CableId cableId, NodeId id)
{
    if (! canPutInto (graph, cableId, id))
        return false;

    const auto into = soundCables (graph, id, true), out = soundCables (graph, id, false);

    if (into.size() == 1 && out.size() == 1)
    {
        const auto before = *graph.cables.find (into[0]), after = *graph.cables.find (out[0]);
        graph.cables.erase (into[0]);
        graph.cables.erase (out[0]);
        connect (graph, before.from, before.output, after.to, after.input);
    }

    const auto cable = *graph.cables.find (cableId);
    const auto* type = typeOf (graph, id);
    graph.cables.erase (cableId);
    connect (graph, cable.from, cable.output, id, std::string (portsOf (type, Port::Kind::input).front()->id));
    const auto made = connect (graph, id, std::string (portsOf (type, Port::Kind::output).front()->id), cable.to, cable.input);

    if (made)
        graph.cables.edit (*made).amount = cable.amount;

    return true;
}

bool connectToMain (Graph& graph, NodeId node, const std::string& port, bool isOutput, NodeId other)
{
    if (const auto* type = typeOf (graph, other))
        for (const auto* candidate : type->prototype().ports())
            if (const auto id = std::string (candidate->id); candidate->kind != Port::Kind::knob)
                if (isOutput ? connect (graph, node, port, other, id) : connect (graph, other, id, node, port))
                    return true;

    return false;
}

std::map<CableId, CableTiming> timingOf (const Graph& graph)
{
    Timing timing (graph);
    std::map<CableId, CableTiming> found;

    for (const auto& [id, cable] : graph.cables)
    {
        const auto late = cable->isFeedback ? 0 : timing.latenessOf (cable->from);
        found.emplace (id, CableTiming { late, cable->isFeedback ? 0 : timing.arrivalAt (cable->to) - late });
    }

    return found;
}

} // namespace athanor
