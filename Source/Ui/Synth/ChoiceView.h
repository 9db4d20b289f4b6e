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

    int current() const noexcept { return now; }

    juce::String nameNow() const { return nameOf (now); }

    void choose (int);
    void update();
    void paintButton (juce::Graphics&, bool isOver, bool isDown) override;
    void clicked() override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;

protected:
    virtual juce::String nameOf (int choice) const;

    /** Whether the wheel goes from one to the next. */
    virtual bool isWalkable() const { return true; }

private:
    ShownSynth& synth;
    juce::String label;
    std::vector<juce::String> names;
    int now = -1;
};

} // namespace athanor
