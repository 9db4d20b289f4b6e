// SPDX-License-Identifier: GPL-3.0-or-later
// A patch as data: modules, cables between their ports, and the macros that play them.
#pragma once

#include "Core/Id.h"
#include "Model/Shared.h"
#include "Model/Value.h"

#include <string>
#include <tuple>

namespace athanor
{

/** One member of a struct that is saved: its name in files, and where it is. */
template <typename Owner, typename Type>
struct Field
{
    const char* name;
    Type Owner::*member;
};

template <typename Owner, typename Type>
Field (const char*, Type Owner::*) -> Field<Owner, Type>;

using NodeId = Id<struct NodeTag>;
using CableId = Id<struct CableTag>;

/** One module in a patch. A type that this version does not know is kept with everything it holds, and is silent. */
struct Node
{
    std::string type; ///< As in ModuleType: "filter.svf".
    std::string name; ///< The musician's own; empty: the module's.
    double x = 0, y = 0;
    bool isBypassed = false;
    Table<std::string, double> knobs;       ///< By port id, in the knob's unit; missing: the knob's initial.
    Table<std::string, std::string> sounds; ///< By port id: the content hash of an asset.
    Table<std::string, std::string> texts;  ///< Other choices that are no numbers, as the source of "track.listen".
    Value::Parts unknown;

    bool operator== (const Node&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "type", &Node::type }, Field { "name", &Node::name }, Field { "x", &Node::x }, Field { "y", &Node::y },
                            Field { "bypassed", &Node::isBypassed }, Field { "knobs", &Node::knobs }, Field { "sounds", &Node::sounds },
                            Field { "texts", &Node::texts } };
    }
};

/** A cable from an output to an input or a knob. */
struct Cable
{
    NodeId from;
    std::string output;
    NodeId to;
    std::string input;       ///< The id of an input, a notes input or a knob.
    double amount = 1;       ///< Into a knob: how far a signal of 1 turns it, -1 to 1 of its way. Into an input: a factor.
    bool isFeedback = false; ///< Closes a loop: arrives one quantum later.
    Value::Parts unknown;

    bool operator== (const Cable&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "from", &Cable::from }, Field { "output", &Cable::output }, Field { "to", &Cable::to },
                            Field { "input", &Cable::input }, Field { "amount", &Cable::amount }, Field { "feedback", &Cable::isFeedback } };
    }
};

struct Graph
{
    Table<NodeId, Node> nodes;
    Table<CableId, Cable> cables;
    Value::Parts unknown;

    bool operator== (const Graph&) const = default;

    static constexpr auto fields() { return std::tuple { Field { "nodes", &Graph::nodes }, Field { "cables", &Graph::cables } }; }
};

/** What one macro does to one parameter: the position of its knob while the macro goes from 0 to 1. */
struct MacroTarget
{
    double low = 0, high = 1;
    Value::Parts unknown;

    bool operator== (const MacroTarget&) const = default;

    static constexpr auto fields() { return std::tuple { Field { "low", &MacroTarget::low }, Field { "high", &MacroTarget::high } }; }
};

/** A knob on the front that turns others. */
struct Macro
{
    std::string name;
    double value = 0;                        ///< 0 to 1.
    Table<std::string, MacroTarget> targets; ///< By "node-id/port" in the graph of the same instrument or track.
    Value::Parts unknown;

    bool operator== (const Macro&) const = default;

    static constexpr auto fields()
    {
        return std::tuple { Field { "name", &Macro::name }, Field { "value", &Macro::value }, Field { "targets", &Macro::targets } };
    }
};

} // namespace athanor
