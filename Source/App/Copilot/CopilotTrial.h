// SPDX-License-Identifier: GPL-3.0-or-later
// What only the two halves of the copilot's desk know of each other: asking, and trying.
#pragma once

#include "App/Copilot/CopilotDesk.h"

namespace athanor
{

inline const Failure noSuchCard { "That result is no longer on the desk.", {} };

/** What is tried, on which instrument, and how it was before. */
struct CopilotDesk::Trial
{
    InstrumentId instrument;
    int card = 0;
    std::string step;                        ///< Name of the step that undo would take back.
    std::shared_ptr<const PatchSpec> played; ///< As the session gives it after the step.
    std::shared_ptr<const PatchSpec> before; ///< Null: there was no synth.
    std::shared_ptr<const PatchSpec> left;   ///< What was on stage when it was compared, turned by hand or not.
    std::optional<Instrument> module;        ///< The instrument before it, where that was no synth; nothing: there was none.
    std::optional<Instrument> leftSynth;     ///< What was on stage when it was compared with that.
    bool isAway = false;                     ///< What was before is heard.
};

} // namespace athanor
