// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the window, made of actions; what there is no action for is not in it.
#pragma once

#include "Ui/Deeds.h"

namespace athanor
{

juce::PopupMenu makeMainMenu (Deeds&);

} // namespace athanor
