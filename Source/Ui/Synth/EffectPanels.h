// SPDX-License-Identifier: GPL-3.0-or-later
// Each effect of a synth with its knobs.
#pragma once

#include "Modules/Synth/Effect/EffectChain.h"
#include "Ui/Synth/SynthPanel.h"

namespace athanor
{

juce::String nameOf (synth::Effect);

/** The control that switches it. */
Control switchOf (synth::Effect);

std::unique_ptr<SynthPanel> makeEffectPanel (ShownSynth&, synth::Effect);

} // namespace athanor
