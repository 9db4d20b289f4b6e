// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician does to a patch, as plain code on a graph.
#pragma once

#include "Model/Project.h"
#include "Modules/Registry.h"

#include <optional>
#include <string>
#include <vector>

namespace athanor
{

/** Where a patch lives. */
struct GraphPlace
{
    TrackId track;           ///< Its track graph; or
    InstrumentId instrument; ///< its voice graph, if this is not zero.

    bool operator== (const GraphPlace&) const = default;
};

/** Null when the track or instrument is gone. */
const Graph* graphAt (const Project&, GraphPlace);

/** The graph, to be changed. A graph without nodes gets its ends first, joined: then nothing sounds different. */
Graph& editGraph (Project&, GraphPlace);

NodeId addNode (Graph&, const std::string& type, double x, double y);

/** Its cables go with it; a chain that ran straight through it is joined again. */
void removeNode (Graph&, NodeId);

/** Whether a cable may lead from here to there: an output into an input or a knob, or notes into notes. */
bool canConnect (const Graph&, NodeId from, const std::string& output, NodeId to, const std::string& input);

/** Nothing when it may not, or when there is such a cable already. One that closes a loop arrives a quantum later. Into a
    knob it starts at a quarter of the way. */
std::optional<CableId> connect (Graph&, NodeId from, const std::string& output, NodeId to, const std::string& input);

/** Puts a new module into a cable. */
NodeId insertInto (Graph&, CableId, const std::string& type, double x, double y);

/** Whether such a module takes notes and gives notes: a device that stands before the instruments of a track. */
bool isNoteDevice (const std::string& type);

/** The nodes on the straight ways from "notes.in" to "notes.out" and then from "track.in" to "track.out", without the ends;
    empty when one of them is not straight. */
std::vector<NodeId> chainOf (const Graph&);

/** Whether there is no such straight way, and no chain can show what is played. */
bool branches (const Graph&);

/** Puts a module at the end of the chain, or at `place` in it; a note device stands before all others. */
NodeId addToChain (Graph&, const std::string& type, std::optional<std::size_t> place = {});

/** Moves a module so many places along the chain, notes among notes and sounds among sounds; false when it cannot go there. */
bool moveInChain (Graph&, NodeId, int places);

} // namespace athanor
