// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** One of several by name: a click opens them as a menu, the wheel walks through them. Stands in a row with knobs. */
class ChoiceView : public juce::Button
{
public:
    ChoiceView (ShownSynth&, Control, const juce::String& label);

    const Control control;

    /** Names for another number of choices than the control's own; empty ones are left out of the menu. */
    void setNames (std::vector<juce::String>);

    void choose (int);
    void update();
    void paintButton (juce::Graphics&, bool isOver, bool isDown) override;
    void clicked() override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;

private:
    juce::String nameOf (int choice) const;

    ShownSynth& synth;
    juce::String label;
    std::vector<juce::String> names;
    int now = -1;
};

} // namespace athanor
