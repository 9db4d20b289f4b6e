// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "App/SynthPictures.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Live.h"
#include "Ui/Synth/ControlHand.h"

namespace athanor
{

/** The waves of an oscillator one behind the other, with the one that sounds drawn warm; or that one alone. A drag upwards moves on through
    them, a double-click opens the editor, and a recording dropped here becomes the wavetable. */
class WaveView : public juce::Component,
                 public juce::SettableTooltipClient,
                 public juce::FileDragAndDropTarget,
                 public Live
{
public:
    /** @param number  From 0. */
    WaveView (ShownSynth&, int number);

    /** Cooks the waves again where another recipe is there. */
    void update();

    /** Somebody wants to edit the waves. */
    std::function<void()> onEdit;

    IconButton edit;
    LetterButton flat; ///< On: one wave alone. All oscillators are shown alike.

    void refresh() override;
    void resized() override;
    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    bool isInterestedInFileDrag (const juce::StringArray&) override;
    void fileDragEnter (const juce::StringArray&, int, int) override;
    void fileDragExit (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int, int) override;

private:
    Control frame() const { return member (Control::osc_1_wave_frame, number); }

    ShownSynth& synth;
    const int number;
    ControlHand hand;
    WavetableSpec recipe;
    WaveSheet sheet;
    float shown = -1, taken = 0;
    bool isDroppingOn = false;
    Subscription chosen;
};

} // namespace athanor
