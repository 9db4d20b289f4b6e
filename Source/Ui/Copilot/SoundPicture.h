// SPDX-License-Identifier: GPL-3.0-or-later
// A sound at a glance: its cover, and which frequencies it has.
#pragma once

#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>
#include <vector>

namespace athanor
{

/** Bars from low to high, as tall as the sound is strong there. */
class SpectrumBars : public juce::Component
{
public:
    SpectrumBars();

    /** From 20 Hz to 20 kHz, octave by octave alike; 0 to 1. */
    void setHeights (std::vector<float>);

    /** Those of what was there before, drawn as a line behind; empty: none. */
    void setBefore (std::vector<float>);

    void paint (juce::Graphics&) override;

private:
    std::vector<float> heights, before;
};

/** The cover with round corners; where there is none yet, the place for it. A click asks for another one. */
class CoverPicture : public juce::Component,
                     public juce::SettableTooltipClient
{
public:
    CoverPicture();

    std::function<void()> onClick;

    void setImage (juce::Image);

    bool hasImage() const noexcept { return image.isValid(); }

    void paint (juce::Graphics&) override;
    void mouseUp (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;

    void focusGained (FocusChangeType) override { repaint(); }

    void focusLost (FocusChangeType) override { repaint(); }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    juce::Image image;
};

} // namespace athanor
