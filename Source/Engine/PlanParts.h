// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a plan that have nothing to do with tracks: instruments, their banks, and macros.
#pragma once

#include "Engine/Plan.h"

namespace athanor
{

/** What a macro target names: "<node id>/<port>". */
std::optional<std::pair<NodeId, std::string>> parseTarget (const std::string&);

/** Where macros hold the knobs of a graph. */
std::function<std::optional<double> (NodeId, const std::string&)> macroReader (const Table<int, Macro>&);

struct BankRequest
{
    const Project& project;
    const PlanOptions& options;
    Plan& made;
    const Plan* before;
    TrackId track;
    InstrumentId instrument;
    const VoiceBank* earlier;
    std::shared_ptr<TrackHands> hands;
};

/** The bank for an instrument; its sounding voices are those of `earlier`. */
std::shared_ptr<VoiceBank> makeBank (const BankRequest&, const Instrument&);

/** The bank of an instrument that was deleted: plays on as it was until its voices are cut. */
std::shared_ptr<VoiceBank> keepBank (const VoiceBank& earlier);

} // namespace athanor
