// SPDX-License-Identifier: GPL-3.0-or-later
// What every knob of the project offers on a right-click besides its value: to be automated.
#pragma once

#include "Model/ParameterAddress.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/TurnControl.h"

namespace athanor
{

/** Lets the right-click menu of a control say "Automate". */
inline void offerParameter (TurnControl& control, Deeds& deeds, const ParameterAddress& address)
{
    control.onMenu = [&deeds, key = format (address)] (juce::PopupMenu& menu) {
        deeds.addTo (menu, "automation.show", { { "address", key } }, "Automate");
    };
}

} // namespace athanor
