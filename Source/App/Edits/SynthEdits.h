// SPDX-License-Identifier: GPL-3.0-or-later
// The synth of an instrument in the project: its patch as data, what of it is a knob, and edits of the rest.
#pragma once

#include "Model/ParameterAddress.h"
#include "Patch/PatchSpec.h"

#include <functional>
#include <optional>
#include <string>

namespace athanor
{

inline constexpr const char* synthType = "synth"; ///< Of the node.

/** The id of a macro's knob, from 0. */
std::string macroKnob (int macro);

/** Of macros 5 to 8, whose knobs are ours alone; from 0. */
std::optional<std::size_t> macroKnobNamed (std::string_view port);

/** The synth among an instrument's modules; nothing: it has none. */
std::optional<NodeId> synthOf (const Project&, InstrumentId);

/** Where a control of the synth is turned, automated and learnt. A macro's is that of the instrument's macro. */
std::optional<ParameterAddress> addressOf (const Project&, InstrumentId, Control);

/** Where a control stands as it is stored. */
float controlOf (const Project&, InstrumentId, Control);

/** Within the range of the control. False: the instrument has no synth. */
bool setControl (Project&, InstrumentId, Control, float stored);

/** An instrument that is a synth with this patch. */
Instrument synthInstrument (const PatchSpec&, int number);

/** Makes this the patch of the instrument, whatever it was before; its name becomes that of the patch. */
void setPatch (Project&, InstrumentId, const PatchSpec&);

/** Changes of an instrument's patch what `after` has otherwise than `before`. False: it has no synth. */
bool changePatch (Project&, InstrumentId, const PatchSpec& before, const PatchSpec& after);

/** Puts the instrument's macros, which turn those of the patch, into what was read of its node. */
PatchSpec withMacros (const Project&, InstrumentId, PatchSpec);

} // namespace athanor
