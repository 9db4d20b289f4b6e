// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/GraphEdits.h"

#include <algorithm>
#include <set>

namespace athanor
{

namespace
{
const Port* portOf (const Graph& graph, NodeId id, const std::string& port)
{
    const auto* node = graph.nodes.find (id);
    const auto* type = node != nullptr ? findModuleType (node->type) : nullptr;
    return type != nullptr ? type->port (port) : nullptr;
}

/** The first port of a kind, by which a module joins a chain. */
const Port* mainPort (const std::string& typeId, Port::Kind kind)
{
    const auto* type = findModuleType (typeId);

    if (type != nullptr)
        for (const auto* port : type->prototype().ports())
            if (port->kind == kind)
                return port;

    return nullptr;
}

NodeId nodeOfType (const Graph& graph, const std::string& type)
{
    for (const auto& [id, node] : graph.nodes)
        if (node->type == type)
            return id;

    return {};
}

CableId addCable (Graph& graph, NodeId from, const std::string& output, NodeId to, const std::string& input)
{
    const auto id = newId<CableId>();
    auto& cable = graph.cables.edit (id);
    cable.from = from;
    cable.output = output;
    cable.to = to;
    cable.input = input;
    return id;
}

/** Whether sound from `start` reaches `goal` without a feedback cable. */
bool reaches (const Graph& graph, NodeId start, NodeId goal)
{
    std::set<NodeId> seen;
    std::vector<NodeId> open { start };

    while (! open.empty())
    {
        const auto id = open.back();
        open.pop_back();

        if (id == goal)
            return true;

        if (seen.insert (id).second)
            for (const auto& [cableId, cable] : graph.cables)
                if (cable->from == id && ! cable->isFeedback)
                    open.push_back (cable->to);
    }

    return false;
}

/** One of the two rows of devices that a track has. */
struct Row
{
    const char *start, *end;
    Port::Kind in, out;
    double y; ///< Where it stands in the patch.
};

constexpr Row soundRow { "track.in", "track.out", Port::Kind::input, Port::Kind::output, 120 };
constexpr Row noteRow { "notes.in", "notes.out", Port::Kind::notesIn, Port::Kind::notesOut, 320 };

bool isIn (const Row& row, const Graph& graph, const Cable& cable)
{
    const auto* port = portOf (graph, cable.to, cable.input);
    return port != nullptr && port->kind == row.in;
}

/** The cables by which a module is a link of a row: what enters at its side does not count where something enters in front. */
std::vector<CableId> cablesOf (const Graph& graph, NodeId node, bool isInto, const Row& row = soundRow)
{
    std::vector<CableId> found;

    for (const auto& [id, cable] : graph.cables)
        if ((isInto ? cable->to : cable->from) == node && isIn (row, graph, *cable))
            found.push_back (id);

    const auto* reader = graph.nodes.find (node);
    const auto* front = reader != nullptr && isInto ? mainPort (reader->type, row.in) : nullptr;

    if (found.size() > 1 && front != nullptr)
        std::erase_if (found, [&] (CableId id) { return graph.cables.find (id)->input != front->id; });

    return found;
}

/** The straight way through a row, without its ends; nothing when it branches or leads nowhere. */
std::optional<std::vector<NodeId>> devicesOf (const Graph& graph, const Row& row)
{
    std::vector<NodeId> chain;
    const auto end = nodeOfType (graph, row.end);
    auto at = nodeOfType (graph, row.start);

    while (at && at != end && chain.size() <= graph.nodes.size())
    {
        const auto out = cablesOf (graph, at, false, row);

        if (out.size() != 1)
            return {};

        at = graph.cables.find (out[0])->to;

        if (at != end)
            chain.push_back (at);
    }

    return at == end ? std::optional (chain) : std::nullopt;
}

/** Joins what stood around a node that goes. */
void closeGap (Graph& graph, NodeId node, const Row& row)
{
    const auto into = cablesOf (graph, node, true, row), out = cablesOf (graph, node, false, row);

    if (into.size() != 1 || out.size() != 1)
        return;

    const auto before = *graph.cables.find (into[0]), after = *graph.cables.find (out[0]);
    addCable (graph, before.from, before.output, after.to, after.input);
}

void eraseWithCables (Graph& graph, NodeId node)
{
    std::vector<CableId> gone;

    for (const auto& [id, cable] : graph.cables)
        if (cable->from == node || cable->to == node)
            gone.push_back (id);

    for (const auto id : gone)
        graph.cables.erase (id);

    graph.nodes.erase (node);
}

/** The ends of the note devices, joined; a track has them only while it has such a device. */
void addNoteEnds (Graph& graph)
{
    if (! nodeOfType (graph, noteRow.start) && ! nodeOfType (graph, noteRow.end))
        addCable (graph, addNode (graph, noteRow.start, 60, noteRow.y), "notes", addNode (graph, noteRow.end, 620, noteRow.y), "notes");
}
} // namespace

const Graph* graphAt (const Project& project, GraphPlace place)
{
    if (place.instrument)
    {
        const auto* instrument = project.instruments.find (place.instrument);
        return instrument != nullptr ? &instrument->graph : nullptr;
    }

    const auto* track = project.tracks.find (place.track);
    return track != nullptr ? &track->graph : nullptr;
}

Graph& editGraph (Project& project, GraphPlace place)
{
    auto& graph = place.instrument ? project.instruments.edit (place.instrument).graph : project.tracks.edit (place.track).graph;

    if (! graph.nodes.empty())
        return graph;

    if (place.instrument)
    {
        const auto zones = addNode (graph, "source.zones", 60, 120), out = addNode (graph, "voice.out", 520, 120);
        addCable (graph, zones, "mono", out, "in");
        addCable (graph, zones, "left", out, "left");
        addCable (graph, zones, "right", out, "right");
    }
    else
        addCable (graph, addNode (graph, "track.in", 60, 120), "out", addNode (graph, "track.out", 620, 120), "in");

    return graph;
}

NodeId addNode (Graph& graph, const std::string& type, double x, double y)
{
    const auto id = newId<NodeId>();
    auto& node = graph.nodes.edit (id);
    node.type = type;
    node.x = x;
    node.y = y;
    return id;
}

void removeNode (Graph& graph, NodeId node)
{
    const auto isNoteDevice = ! cablesOf (graph, node, true, noteRow).empty();
    closeGap (graph, node, soundRow);
    closeGap (graph, node, noteRow);
    eraseWithCables (graph, node);

    // With its last device the row of notes goes, too: notes go straight to the instruments again.
    if (const auto left = devicesOf (graph, noteRow); isNoteDevice && left && left->empty())
    {
        eraseWithCables (graph, nodeOfType (graph, noteRow.start));
        eraseWithCables (graph, nodeOfType (graph, noteRow.end));
    }
}

bool canConnect (const Graph& graph, NodeId from, const std::string& output, NodeId to, const std::string& input)
{
    const auto* source = portOf (graph, from, output);
    const auto* goal = portOf (graph, to, input);

    if (source == nullptr || goal == nullptr)
        return false;

    // Notes cannot go round in circles: there is no telling when such a note would end.
    if (source->kind == Port::Kind::notesOut)
        return goal->kind == Port::Kind::notesIn && ! reaches (graph, to, from);

    return source->kind == Port::Kind::output && (goal->kind == Port::Kind::input || goal->kind == Port::Kind::knob);
}

std::optional<CableId> connect (Graph& graph, NodeId from, const std::string& output, NodeId to, const std::string& input)
{
    if (! canConnect (graph, from, output, to, input))
        return {};

    for (const auto& [id, cable] : graph.cables)
        if (cable->from == from && cable->output == output && cable->to == to && cable->input == input)
            return {};

    const auto closesLoop = reaches (graph, to, from);
    const auto id = addCable (graph, from, output, to, input);
    auto& cable = graph.cables.edit (id);
    cable.isFeedback = closesLoop;
    const auto* goal = portOf (graph, to, input);
    cable.amount = goal != nullptr && goal->kind == Port::Kind::knob ? 0.25 : 1.0;
    return id;
}

NodeId insertInto (Graph& graph, CableId cableId, const std::string& type, double x, double y)
{
    const auto made = addNode (graph, type, x, y);
    const auto* found = graph.cables.find (cableId);
    const auto& row = found != nullptr && isIn (noteRow, graph, *found) ? noteRow : soundRow;
    const auto* in = mainPort (type, row.in);
    const auto* out = mainPort (type, row.out);

    if (found == nullptr || in == nullptr || out == nullptr)
        return made;

    const auto cable = *found;
    graph.cables.erase (cableId);
    addCable (graph, cable.from, cable.output, made, std::string (in->id));
    addCable (graph, made, std::string (out->id), cable.to, cable.input);
    return made;
}

std::vector<NodeId> chainOf (const Graph& graph)
{
    auto notes = devicesOf (graph, noteRow);
    const auto sounds = devicesOf (graph, soundRow);

    if (! notes || ! sounds)
        return {};

    notes->insert (notes->end(), sounds->begin(), sounds->end());
    return *notes;
}

bool branches (const Graph& graph) { return ! devicesOf (graph, noteRow) || ! devicesOf (graph, soundRow); }

bool isNoteDevice (const std::string& type) { return mainPort (type, Port::Kind::notesIn) != nullptr && mainPort (type, Port::Kind::notesOut) != nullptr; }

NodeId addToChain (Graph& graph, const std::string& type, std::optional<std::size_t> place)
{
    const auto isForNotes = isNoteDevice (type);
    const auto& row = isForNotes ? noteRow : soundRow;

    // Note devices come first, and places are counted through both rows.
    const auto before = isForNotes ? 0 : devicesOf (graph, noteRow).value_or (std::vector<NodeId> {}).size();

    if (isForNotes)
        addNoteEnds (graph);

    const auto chain = devicesOf (graph, row).value_or (std::vector<NodeId> {});
    const auto at = std::min (std::max (place.value_or (before + chain.size()), before) - before, chain.size());
    const auto next = at < chain.size() ? chain[at] : nodeOfType (graph, row.end);
    const auto into = cablesOf (graph, next, true, row);
    const auto x = 60 + 210 * static_cast<double> (at + 1);

    if (into.empty())
        return addNode (graph, type, x, 320);

    const auto made = insertInto (graph, into.front(), type, x, row.y);

    // Those behind make room.
    for (auto i = at; i < chain.size(); ++i)
        graph.nodes.edit (chain[i]).x += 210;

    if (const auto end = nodeOfType (graph, row.end))
        graph.nodes.edit (end).x = std::max (graph.nodes.find (end)->x, 60 + 210 * static_cast<double> (chain.size() + 2));

    return made;
}

bool moveInChain (Graph& graph, NodeId node, int places)
{
    const auto* moved = graph.nodes.find (node);
    const auto& row = moved != nullptr && isNoteDevice (moved->type) ? noteRow : soundRow;
    const auto chain = devicesOf (graph, row).value_or (std::vector<NodeId> {});
    const auto found = std::ranges::find (chain, node);
    const auto to = found - chain.begin() + places;

    if (found == chain.end() || to < 0 || to >= static_cast<std::ptrdiff_t> (chain.size()))
        return false;

    // Out of its place, and into the cable that leads to where it shall stand; its other cables stay.
    const auto into = cablesOf (graph, node, true, row), out = cablesOf (graph, node, false, row);

    if (into.size() != 1 || out.size() != 1)
        return false;

    const auto before = *graph.cables.find (into[0]), after = *graph.cables.find (out[0]);
    const auto other = chain[static_cast<std::size_t> (to)];
    graph.cables.erase (into[0]);
    graph.cables.erase (out[0]);
    addCable (graph, before.from, before.output, after.to, after.input);
    const auto gap = cablesOf (graph, other, places < 0, row);

    if (gap.size() != 1)
        return false;

    const auto cable = *graph.cables.find (gap[0]);
    graph.cables.erase (gap[0]);
    addCable (graph, cable.from, cable.output, node, before.input);
    addCable (graph, node, after.output, cable.to, cable.input);
    std::swap (graph.nodes.edit (node).x, graph.nodes.edit (other).x);
    return true;
}

} // namespace athanor
