// SPDX-License-Identifier: GPL-3.0-or-later
// The last of planning a graph: what every quantum touches, line behind line in the order of play.
#pragma once

#include "Engine/GraphPlan.h"

namespace athanor
{

/** Makes the steps and the modules of a plan from its details and its wiring, neither of which may move any more. */
template <typename S>
void layOutSteps (GraphPlan<S>& plan, const Surroundings<S>& around)
{
    auto& wiring = plan.wiring;
    Block<S> next { wiring.inputs.data(), wiring.outputs.data(), wiring.knobs.data(), wiring.notesIn.data(), wiring.notesOut.data(), wiring.sounds.data(), around.moment };
    plan.steps.reserve (plan.details.size());

    for (const auto& details : plan.details)
    {
        const auto& module = details.node->type.prototype();
        auto& step = plan.steps.emplace_back();
        step.block = next;
        step.inputCount = static_cast<std::uint16_t> (module.count (Port::Kind::input));
        step.outputCount = static_cast<std::uint16_t> (module.count (Port::Kind::output));
        step.isPlain = details.mixes.empty() && details.modulations.empty() && details.silentFrames == nullptr && details.bypass == nullptr;
        next.inputs += step.inputCount;
        next.outputs += step.outputCount;
        next.knobs += module.count (Port::Kind::knob);
        next.notesIn += module.count (Port::Kind::notesIn);
        next.notesOut += module.count (Port::Kind::notesOut);
        next.sounds += module.count (Port::Kind::sound);
    }

    for (std::size_t instance = 0; instance < static_cast<std::size_t> (around.instanceCount); ++instance)
        for (const auto& details : plan.details)
            plan.modules.push_back (details.node->instances[instance].get());
}

} // namespace athanor
