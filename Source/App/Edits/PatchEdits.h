// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician does to several modules of a patch at once, and how late each cable of it is.
#pragma once

#include "App/Edits/GraphEdits.h"
#include "App/Edits/PatchLayout.h"
#include "App/Selection.h"

#include <map>

namespace athanor
{

/** The patch that the patch view shows: of the chosen instrument, or of the track of the cursor. */
GraphPlace shownPatch (const Project&, const Selection&);

/** Whether a module of this type exists in voices, or on tracks. */
bool existsIn (GraphPlace, const std::string& type);

/** Where a patch begins or ends: there is one of each, and it stays. */
bool isEnd (const Node&);

/** Modules and the cables between them, to be pasted. The ends of a patch stay out. */
Graph pieceOf (const Graph&, const NodeSet&);

/** Puts a piece down, moved by so many points. Modules that do not exist here stay out. */
NodeSet pasteInto (Graph&, GraphPlace, const Graph& piece, double dx, double dy);

/** Takes modules away as removeNode does, one after the other; the ends of the patch stay. False when there was none to take. */
bool removeNodes (Graph&, const NodeSet&);

/** Bypasses them all, or, when they are all bypassed, switches them on. */
void bypassNodes (Graph&, const NodeSet&);

/** Makes a module one of another type. Cables and knobs of the same name stay; other cables go to the port in the same place if it
    is of the same kind and free, or fall away. False for an end of the patch, and where there is no such type. */
bool replaceNode (Graph&, NodeId, const std::string& type);

/** Whether `putInto` would do something. */
bool canPutInto (const Graph&, CableId, NodeId);

/** Puts a module that is there into a cable: what ran straight through it before is joined again. */
bool putInto (Graph&, CableId, NodeId);

/** Joins a port to the first port of another module that takes it; false when none does. */
bool connectToMain (Graph&, NodeId, const std::string& port, bool isOutput, NodeId other);

/** How late what runs through a cable is, in frames. */
struct CableTiming
{
    int late = 0;  ///< By the modules before it.
    int waits = 0; ///< Held back on top of that, so that it arrives together with the latest cable into the same module.

    bool operator== (const CableTiming&) const = default;
};

std::map<CableId, CableTiming> timingOf (const Graph&);

} // namespace athanor
