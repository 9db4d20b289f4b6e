// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "App/SynthPictures.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** All waves of a table one behind the other; a drag to the side moves on through them. */
class WaveStack : public juce::Component
{
public:
    WaveStack();

    void setSheet (WaveSheet);
    void setPosition (float);

    std::function<void (float position, bool isDone)> onPosition;

    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;

private:
    WaveSheet sheet;
    float position = 0, taken = 0;
};

} // namespace athanor
