// SPDX-License-Identifier: GPL-3.0-or-later
// How the waves of a wavetable are drawn, small beside the knobs and large in the editor.
#pragma once

#include "App/SynthPictures.h"
#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** A wave from the left to the right of an area, 1 at its top and -1 at its bottom. */
juce::Path pathOfWave (const std::vector<float>& wave, juce::Rectangle<float>);

/** All waves one behind the other, with the one at the position (0 to 256) warm. */
void paintWaveStack (juce::Graphics&, juce::Rectangle<float>, const WaveSheet&, float position, const Tokens&);

/** The wave at the position alone, on its zero line. */
void paintWaveAlone (juce::Graphics&, juce::Rectangle<float>, const WaveSheet&, float position, const Tokens&);

/** A frame around what would take what is dragged over it. */
void paintDropHint (juce::Graphics&, juce::Rectangle<float>, const Tokens&);

} // namespace athanor
