// SPDX-License-Identifier: GPL-3.0-or-later
// What every knob of the project offers on a right-click besides its value: to be automated, and to be turned by a controller.
#pragma once

#include "Model/ParameterAddress.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/TurnControl.h"

namespace athanor
{

/** The entries that every parameter has. */
inline void offerParameter (juce::PopupMenu& menu, Deeds& deeds, const std::string& address)
{
    deeds.addTo (menu, "automation.show", { { "address", address } }, "Automate");
    deeds.addTo (menu, "midi.learnParameter", { { "address", address } }, "Learn a controller");
    deeds.addTo (menu, "midi.forgetParameter", { { "address", address } }, "Forget its controller");
}

/** Lets the right-click menu of a control offer them. */
inline void offerParameter (TurnControl& control, Deeds& deeds, const ParameterAddress& address)
{
    control.onMenu = [&deeds, key = format (address)] (juce::PopupMenu& menu) { offerParameter (menu, deeds, key); };
}

} // namespace athanor
