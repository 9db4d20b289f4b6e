// SPDX-License-Identifier: GPL-3.0-or-later
// What the choices of a control are called where another control decides what they are.
#pragma once

#include "Patch/PatchSpec.h"

#include <juce_core/juce_core.h>
#include <vector>

namespace athanor
{

/** By choice: styles are those of the filter's model, and what bends an oscillator is named as it is. */
std::vector<juce::String> choiceNames (Control, const ControlValues&);

} // namespace athanor
