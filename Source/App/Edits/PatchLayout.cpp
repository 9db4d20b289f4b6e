// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatchLayout.h"

#include "App/Portrait.h"
#include "Modules/Registry.h"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace athanor
{

namespace
{
constexpr double betweenColumns = 72, betweenBoxes = 24;

class Layout
{
public:
    Layout (Graph& g, const NodeSet& chosen) : graph (g)
    {
        for (const auto& [id, node] : graph.nodes)
            if (chosen.empty() || chosen.contains (id))
                nodes.insert (id);
    }

    void run()
    {
        auto left = 1.0e9, top = 1.0e9;
        std::map<int, std::vector<NodeId>> columns;

        for (const auto id : nodes)
        {
            left = std::min (left, graph.nodes.find (id)->x);
            top = std::min (top, graph.nodes.find (id)->y);
            columns[depthOf (id)].push_back (id);
        }

        for (auto& [depth, column] : columns) // from the end of the patch to its beginnings
            stack (column);

        auto x = left;

        for (auto column = columns.rbegin(); column != columns.rend(); ++column)
            x += placeColumn (column->second, x) + betweenColumns;

        shiftDown (top);
    }

private:
    /** How many cables lie between a module and the end of the patch, at most. */
    int depthOf (NodeId id)
    {
        if (const auto known = depths.find (id); known != depths.end())
            return known->second;

        depths[id] = 0; // a loop that is no feedback ends here
        int depth = 0;

        for (const auto& [cableId, cable] : graph.cables)
            if (cable->from == id && ! cable->isFeedback && nodes.contains (cable->to) && cable->to != id)
                depth = std::max (depth, depthOf (cable->to) + 1);

        return depths[id] = depth;
    }

    /** One below the other, each as near as can be to the middle of what it leads to. */
    void stack (std::vector<NodeId>& column)
    {
        std::map<NodeId, double> wishes;

        for (const auto id : column)
            wishes[id] = wishOf (id);

        std::ranges::stable_sort (column, {}, [&] (NodeId id) { return wishes.at (id); });
        auto y = -1.0e9;

        for (const auto id : column)
        {
            auto& node = graph.nodes.edit (id);
            node.y = std::max (wishes.at (id), y);
            y = node.y + sizeOfBox (node.type).height + betweenBoxes;
        }
    }

    double wishOf (NodeId id) const
    {
        double sum = 0;
        int count = 0;

        for (const auto& [cableId, cable] : graph.cables)
            if (cable->from == id && ! cable->isFeedback && nodes.contains (cable->to))
            {
                sum += graph.nodes.find (cable->to)->y;
                ++count;
            }

        return count > 0 ? sum / count : graph.nodes.find (id)->y;
    }

    double placeColumn (const std::vector<NodeId>& column, double x)
    {
        auto widest = 0;

        for (const auto id : column)
        {
            auto& node = graph.nodes.edit (id);
            node.x = x;
            widest = std::max (widest, sizeOfBox (node.type).width);
        }

        return widest;
    }

    void shiftDown (double top)
    {
        auto highest = 1.0e9;

        for (const auto id : nodes)
            highest = std::min (highest, graph.nodes.find (id)->y);

        for (const auto id : nodes)
            graph.nodes.edit (id).y += top - highest;
    }

    Graph& graph;
    NodeSet nodes;
    std::map<NodeId, int> depths;
};
} // namespace

std::vector<const Port*> knobsOnBox (const ModuleType& type)
{
    constexpr int most = 64;
    std::vector<const Port*> knobs;
    const auto& module = type.prototype();
    const auto areTooMany = module.count (Port::Kind::knob) > most;

    for (const auto* port : module.ports())
        if (port->kind == Port::Kind::knob && (! areTooMany || port->id.starts_with ("macro_") || port->id == "volume"))
            knobs.push_back (port);

    return knobs;
}

BoxSize sizeOfBox (const std::string& typeId)
{
    const auto* type = findModuleType (typeId);

    if (type == nullptr)
        return {};

    const auto& module = type->prototype();
    const auto knobs = static_cast<int> (knobsOnBox (*type).size());
    const auto ports = std::max (module.count (Port::Kind::input) + module.count (Port::Kind::notesIn), module.count (Port::Kind::output) + module.count (Port::Kind::notesOut));
    const auto columns = std::min (box::knobsInRow, knobs), rows = (knobs + box::knobsInRow - 1) / box::knobsInRow;
    return { std::max (box::narrow, columns * box::knobWidth + 2 * box::edge), box::head + ports * box::portRow + (hasPortrait (*type->about) ? box::portrait : 0) + rows * box::knobHeight + box::edge };
}

void tidy (Graph& graph, const NodeSet& chosen)
{
    if (! graph.nodes.empty())
        Layout (graph, chosen).run();
}

namespace
{
bool isUnplaced (const Graph& graph)
{
    const auto isAtOne = [&] (const auto& entry) { return entry.second->x == graph.nodes.begin()->second->x && entry.second->y == graph.nodes.begin()->second->y; };
    return std::distance (graph.nodes.begin(), graph.nodes.end()) > 1 && std::ranges::all_of (graph.nodes, isAtOne);
}

template <typename Id, typename Holder>
void placeIn (Table<Id, Holder>& holders)
{
    std::vector<Id> unplaced;

    for (const auto& [id, holder] : holders)
        if (isUnplaced (holder->graph))
            unplaced.push_back (id);

    for (const auto id : unplaced)
        tidy (holders.edit (id).graph);
}
} // namespace

void placeModules (Project& project)
{
    placeIn (project.instruments);
    placeIn (project.tracks);
}

void alignNodes (Graph& graph, const NodeSet& chosen, Edge edge)
{
    auto line = 1.0e9;

    for (const auto id : chosen)
        if (const auto* node = graph.nodes.find (id))
            line = std::min (line, edge == Edge::left ? node->x : node->y);

    for (const auto id : chosen)
        if (graph.nodes.contains (id))
            (edge == Edge::left ? graph.nodes.edit (id).x : graph.nodes.edit (id).y) = line;
}

void moveNodes (Graph& graph, const NodeSet& chosen, double dx, double dy)
{
    for (const auto id : chosen)
        if (graph.nodes.contains (id))
        {
            auto& node = graph.nodes.edit (id);
            node.x += dx;
            node.y += dy;
        }
}

} // namespace athanor
