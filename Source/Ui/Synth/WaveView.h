// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "App/SynthPictures.h"
#include "Ui/Kit/Live.h"
#include "Ui/Synth/ControlHand.h"

namespace athanor
{

/** The waves of an oscillator one behind the other, with the one that sounds drawn warm. A drag upwards moves on through them. */
class WaveView : public juce::Component,
                 public juce::SettableTooltipClient,
                 public Live
{
public:
    /** @param number  From 0. */
    WaveView (ShownSynth&, int number);

    /** Cooks the waves again where another recipe is there. */
    void update();

    void refresh() override;
    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;

private:
    Control frame() const { return member (Control::osc_1_wave_frame, number); }

    juce::Path pathOf (const std::vector<float>& wave, float depth) const;

    ShownSynth& synth;
    const int number;
    ControlHand hand;
    WavetableSpec recipe;
    WaveSheet sheet;
    float shown = -1, taken = 0;
};

} // namespace athanor
