// SPDX-License-Identifier: GPL-3.0-or-later
// Sources and destinations of modulation to be found by typing a part of their names.
#pragma once

#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** Opens the list of all sources. */
void askForSource (ShownSynth&, std::function<void (PatchSource)> then);

/** Opens the list of all controls that modulation reaches, grouped by what they belong to. */
void askForDestination (ShownSynth&, std::function<void (Control)> then);

/** What a control belongs to: "Oscillator 1", "Chorus". */
juce::String groupOf (Control);

} // namespace athanor
