// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "App/Edits/WaveDrawing.h"
#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <map>

namespace athanor
{

/** Amplitudes or phases of the first harmonics as bars that are drawn across. Amplitudes stand in decibels, from -60 to 0; phases from half
    a turn back to half a turn on. With the keys: left and right choose a harmonic, up and down change it. */
class HarmonicBars : public juce::Component,
                     public juce::SettableTooltipClient
{
public:
    enum class Of { amplitudes,
                    phases };

    static constexpr int count = 64;

    explicit HarmonicBars (Of);

    /** @param whyNot  Why they cannot be drawn; empty: they can. */
    void setHarmonics (const std::vector<Harmonic>&, const juce::String& whyNot);

    /** A stroke is done: number from 1, and amplitude from 0 to 1 or turns from -1/2 to 1/2. */
    std::function<void (const std::map<int, float>&)> onDraw;

    /** Somebody wants to draw where that cannot be. */
    std::function<void (const juce::String& whyNot)> onRefused;

    /** Where the bar of a harmonic ends that has this amplitude or phase. */
    juce::Point<float> toPixels (int number, float value) const;

    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseExit (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;
    void focusGained (FocusChangeType) override;
    void focusLost (FocusChangeType) override;

private:
    float heightOf (float value) const; ///< 0 to 1.
    float valueAt (float height) const; ///< Back.
    int numberAt (float x) const;       ///< From 1.
    void drawTo (juce::Point<float>);
    void point (int number);
    juce::String textOf (int number) const;
    juce::Rectangle<float> area() const;

    const Of of;
    std::vector<float> values; ///< As they are shown.
    std::map<int, float> stroke;
    juce::Point<float> last;
    juce::String refusal;
    int pointed = 1;
    bool isDrawing = false;
};

} // namespace athanor
