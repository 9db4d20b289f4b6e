// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of a plan by their addresses: how commands, automation and macros find the knobs they turn.
#pragma once

#include "Engine/Plan.h"
#include "Model/ParameterAddress.h"

namespace athanor
{

/** Enters the parameters of a plan as it is made. */
class PlanKnobs
{
public:
    explicit PlanKnobs (Plan& p) : made (p) {}

    void addFader (const TrackPlan&);
    void addSend (TrackId from, TrackId to, FaderState::Setting&);

    /** The knobs of a track's graph, and its macros. */
    void addGraph (const TrackPlan&, const Table<int, Macro>&);

    /** The knobs of all banks, and the macros of their instruments. */
    void addInstruments (const Project&);

    /** Once all are in: makes them findable, and binds the curves of the score. */
    void sort();

private:
    void add (const ParameterAddress&, KnobRef);
    void addNode (const ParameterAddress& withoutPort, const Module&, const std::function<KnobRef (std::size_t knob)>&);

    template <typename OwnAddress, typename NodeAddress>
    void addMacros (const Table<int, Macro>&, OwnAddress&&, NodeAddress&&);

    Plan& made;
};

} // namespace athanor
