// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/PlanKnobs.h"

#include "Engine/PlanParts.h"

#include <algorithm>

namespace athanor
{

void PlanKnobs::add (const ParameterAddress& address, KnobRef ref)
{
    ref.key = keyOf (format (address));
    made.knobs.push_back (ref);
}

/** All knobs of a module; their addresses differ in their ends alone. */
void PlanKnobs::addNode (const ParameterAddress& withoutPort, const Module& module, const std::function<KnobRef (std::size_t knob)>& refTo)
{
    auto address = format (withoutPort);
    const auto begin = address.size();

    for (const auto* port : module.ports())
        if (port->kind == Port::Kind::knob)
        {
            address.resize (begin);
            address += port->id;
            made.knobs.emplace_back (refTo (static_cast<std::size_t> (port->index))).key = keyOf (address);
        }
}

void PlanKnobs::addFader (const TrackPlan& plan)
{
    add (volumeOf (plan.id), { 0, &plan.fader->volume, nullptr, &plan.fader->hasMoving, 0, 1, false });
    add (panningOf (plan.id), { 0, &plan.fader->panning, nullptr, &plan.fader->hasMoving, 0, 1, false });
}

void PlanKnobs::addSend (TrackId from, TrackId to, FaderState::Setting& setting)
{
    add (sendOf (from, to), { 0, &setting, nullptr, nullptr, 0, 1, false });
}

/** What a macro turns stands under the macro's address as well. */
template <typename OwnAddress, typename NodeAddress>
void PlanKnobs::addMacros (const Table<int, Macro>& macros, OwnAddress&& own, NodeAddress&& nodeAddress)
{
    for (const auto& [number, macro] : macros)
        for (const auto& [target, range] : macro->targets)
            if (const auto place = parseTarget (target))
            {
                const auto key = keyOf (format (nodeAddress (place->first, place->second)));

                for (std::size_t i = 0, count = made.knobs.size(); i < count; ++i)
                    if (auto ref = made.knobs[i]; ref.key == key && ! ref.isMacro)
                    {
                        ref.low = static_cast<float> (range->low);
                        ref.high = static_cast<float> (range->high);
                        ref.isMacro = true;
                        add (own (number), ref);
                    }
            }
}

void PlanKnobs::addGraph (const TrackPlan& plan, const Table<int, Macro>& macros)
{
    for (const auto& [id, node] : plan.graph->nodes)
        addNode (knobOf (plan.id, id, {}), node->type.prototype(), [&, hasMoving = plan.graph->movingKnobsOf (id)] (std::size_t knob) {
            return KnobRef { 0, &node->knobs[knob], nullptr, hasMoving, 0, 1, false };
        });

    addMacros (
        macros, [&] (int number) { return macroOf (plan.id, number); }, [&] (NodeId id, const std::string& port) { return knobOf (plan.id, id, port); });
}

void PlanKnobs::addInstruments (const Project& project)
{
    for (const auto& [id, bank] : made.banks)
        for (const auto& [nodeId, node] : bank->graph->nodes)
            addNode (knobOf (id.second, nodeId, {}), node->type.prototype(), [&, hasMoving = bank->graph->movingKnobsOf (nodeId)] (std::size_t knob) {
                return KnobRef { 0, nullptr, &node->knobs[knob], hasMoving, 0, 1, false };
            });

    for (const auto& [id, instrument] : project.instruments)
        addMacros (
            instrument->macros, [of = id] (int number) { return macroOf (of, number); }, [of = id] (NodeId node, const std::string& port) { return knobOf (of, node, port); });
}

void PlanKnobs::sort()
{
    std::ranges::stable_sort (made.knobs, {}, &KnobRef::key);

    if (made.score == nullptr)
        return;

    for (const auto& curve : made.score->score.curves)
    {
        const auto range = std::ranges::equal_range (made.knobs, keyOf (curve.address), {}, &KnobRef::key);
        made.curves.emplace_back (range.begin() - made.knobs.begin(), range.end() - made.knobs.begin());
    }
}

std::pair<const KnobRef*, const KnobRef*> Plan::find (std::uint64_t key) const noexcept
{
    const auto range = std::ranges::equal_range (knobs, key, {}, &KnobRef::key);
    return { knobs.data() + (range.begin() - knobs.begin()), knobs.data() + (range.end() - knobs.begin()) };
}

} // namespace athanor
