// SPDX-License-Identifier: GPL-3.0-or-later
// Small drawings that several controls share.
#pragma once

#include "Ui/Kit/Look.h"

namespace athanor
{

/** A quiet ring around what has the keys. */
void drawFocusRing (juce::Graphics&, juce::Rectangle<float>, float corner, const Tokens&);

/** A line of text cut with an ellipsis. */
void drawWords (juce::Graphics&, const juce::String&, juce::Rectangle<int>, const juce::Font&, juce::Colour, juce::Justification = juce::Justification::centredLeft);

/** The width of a line of text in points, rounded up. */
int widthOf (const juce::String&, const juce::Font&);

/** How many lines words need in so many points, broken between words; 0 for none. */
int linesOf (const juce::String&, const juce::Font&, int width);

/** Words broken so, from the top; what there is no room for ends in an ellipsis.
    @param lineHeight  In points. */
void drawParagraph (juce::Graphics&, const juce::String&, juce::Rectangle<int>, int lineHeight, const juce::Font&, juce::Colour);

/** A colour as it is under the mouse or a finger: a little nearer to the text. */
juce::Colour lifted (juce::Colour, const Tokens&, bool isOver, bool isDown);

} // namespace athanor
