// SPDX-License-Identifier: GPL-3.0-or-later
// Where all actions that need no window are declared, group by group.
#pragma once

namespace athanor
{

class Session;

/** Declares what can be done to a session, in the order of its menus. The session must outlive its actions, as it does: it owns them. */
void declareActions (Session&);

void declareEditActions (Session&);
void declareTransportActions (Session&);
void declarePatternActions (Session&);
void declareCursorActions (Session&);
void declareClipActions (Session&);
void declareSequenceActions (Session&);
void declareTrackActions (Session&);
void declareInstrumentActions (Session&);
void declarePatchActions (Session&);
void declareSynthActions (Session&);
void declareModulationActions (Session&);
void declarePresetActions (Session&);
void declareCopilotActions (Session&);
void declareWavetableActions (Session&);
void declareRecipeActions (Session&); ///< Of wavetables.
void declareAutomationActions (Session&);
void declareSoundActions (Session&);
void declareChainActions (Session&);
void declareMixActions (Session&);
void declareSettingsActions (Session&);
void declarePlannerActions (Session&); ///< Who reads prompts.

} // namespace athanor
