// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"

#include "App/Actions/FileActions.h"

namespace athanor
{

void declareActions (Session& session)
{
    declareFileActions (session);
    declareEditActions (session);
    declareTransportActions (session);
    declarePatternActions (session);
    declareCursorActions (session);
    declareClipActions (session);
    declareSequenceActions (session);
    declareTrackActions (session);
    declareInstrumentActions (session);
    declarePatchActions (session);
    declareSynthActions (session);
    declareModulationActions (session);
    declarePresetActions (session);
    declareCopilotActions (session);
    declareWavetableActions (session);
    declareRecipeActions (session);
    declareAutomationActions (session);
    declareSoundActions (session);
    declareChainActions (session);
    declareMixActions (session);
    declareSettingsActions (session);
    declarePlannerActions (session);
}

} // namespace athanor
