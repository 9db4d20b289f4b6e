// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "App/Edits/WaveDrawing.h"
#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** One wave, large, to be drawn on: freely, or with Shift straight from where the hand began. Behind it lies what the whole recipe makes of
    it. The keys draw, too: left and right walk along the wave, up and down bend it. */
class WaveCanvas : public juce::Component,
                   public juce::SettableTooltipClient
{
public:
    WaveCanvas();

    /** @param result  What is heard; drawn behind.
        @param whyNot  Why it cannot be drawn on; empty: it can. */
    void setWave (std::vector<float> drawn, std::vector<float> result, const juce::String& whyNot);

    /** A stroke is done. */
    std::function<void (const std::vector<WavePoint>&)> onStroke;

    /** Somebody wants to draw where that cannot be. */
    std::function<void (const juce::String& whyNot)> onRefused;

    /** The wave as it is shown, with the stroke that is being drawn. */
    const std::vector<float>& wave() const noexcept { return shown; }

    juce::Point<float> toPixels (WavePoint) const;
    WavePoint fromPixels (juce::Point<float>) const;

    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;
    void focusGained (FocusChangeType) override;
    void focusLost (FocusChangeType) override;

private:
    void strokeTo (const juce::MouseEvent&);
    void bend (float by);
    juce::Rectangle<float> area() const;

    std::vector<float> drawn, result, shown;
    std::vector<WavePoint> stroke; ///< Empty: nobody draws.
    juce::String refusal;
    int cursor = 0; ///< Of the keys: which part of the wave.
    bool usesKeys = false;
};

} // namespace athanor
