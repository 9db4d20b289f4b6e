// SPDX-License-Identifier: GPL-3.0-or-later
// The patches of synths as the window reads them and as the engine plays them.
#pragma once

#include "Model/Project.h"
#include "Modules/Material.h"
#include "Patch/PatchSpec.h"

#include <memory>

namespace athanor
{

/** Reads the patch of a synth out of its node, and cooks it: once for each state of the node, and of what has changed only that. Not
    for two threads at a time; what it gives may go to any. */
class SynthPatches
{
public:
    SynthPatches();
    ~SynthPatches();

    /** The patch of a node of type "synth"; macros stand as they were stored. Null: it is no synth. */
    std::shared_ptr<const PatchSpec> patchOf (const Node&);

    /** The same as the engine plays it. */
    std::shared_ptr<const Material> materialOf (const Node&);

private:
    struct State;

    State& stateOf (const Node&);
    static void readTexts (State&, const Node&);
    static void cook (State&);

    std::vector<std::unique_ptr<State>> states; ///< Newest last.
    std::uint64_t families = 0;
};

} // namespace athanor
