// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WaveStack.h"

#include "Patch/PatchLimits.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Look.h"
#include "Ui/Synth/WavePainting.h"

namespace athanor
{

WaveStack::WaveStack()
{
    setTitle ("All waves");
    setMouseCursor (juce::MouseCursor::LeftRightResizeCursor);
}

void WaveStack::setSheet (WaveSheet wanted)
{
    sheet = std::move (wanted);
    repaint();
}

void WaveStack::setPosition (float now)
{
    if (std::exchange (position, now) != now)
        repaint();
}

void WaveStack::paint (juce::Graphics& g)
{
    paintWell (g, getLocalBounds().toFloat(), tokens (*this));
    paintWaveStack (g, getLocalBounds().toFloat().reduced (16, 14), sheet, position, tokens (*this));
}

void WaveStack::mouseDown (const juce::MouseEvent&) { taken = position; }

void WaveStack::mouseDrag (const juce::MouseEvent& event)
{
    const auto by = static_cast<float> (event.getDistanceFromDragStartX()) / static_cast<float> (getWidth()) * patch::lastPosition;

    if (onPosition)
        onPosition (juce::jlimit (0.0f, static_cast<float> (patch::lastPosition), taken + by), false);
}

void WaveStack::mouseUp (const juce::MouseEvent&)
{
    if (onPosition)
        onPosition (position, true);
}

} // namespace athanor
