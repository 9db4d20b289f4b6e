// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/CurveView.h"
#include "Ui/Kit/FaderView.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/Kit/MeterView.h"
#include "Ui/Kit/ProgressRow.h"
#include "Ui/Kit/RangeTurnable.h"
#include "Ui/Kit/RowList.h"
#include "Ui/Kit/SearchField.h"
#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/Kit/TextGrid.h"
#include "Ui/Kit/ValueField.h"
#include "Ui/Kit/Waveform.h"

namespace athanor
{

/** Every control of the kit in one picture of 1600 by 1000, laid out like the window. */
class Gallery : public juce::Component
{
public:
    Gallery();
    ~Gallery() override;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    struct Values;
    class Pattern;

    void addTopBar();
    void addBrowser();
    void addPanels();
    void addDevices();
    void addMixer();
    KnobView& addKnob (juce::Component& parent, int index, Ink, int diameter);

    std::unique_ptr<Values> values;
    juce::OwnedArray<juce::Component> parts;
    juce::OwnedArray<KnobView> knobs;

    SegmentedTabs tabs { { "Pattern", "Arrange", "Patch", "Mix", "Perform" } };
    IconButton rewind { Icon::rewind, "Rewind" }, play { Icon::play, "Play" }, record { Icon::record, "Record", Ink::rose, Ink::rose }, loop { Icon::loop, "Loop", Ink::teal, Ink::teal };
    std::unique_ptr<ValueField> tempo, metre;
    MeterView master;
    SearchField search { "Search sounds and files" };
    juce::OwnedArray<Chip> chips;
    RowList sounds { "Sounds" };
    Card preview { "Warm Halogen" };
    Waveform wave;
    std::unique_ptr<Pattern> pattern;
    Card oscillator { "Oscillator 1", "Basic Shapes" }, filter { "Filter", "Ladder 24 dB" }, envelope { "Envelope 2", "drag onto a knob" }, empty { "Type to add a device", {}, Card::Style::dashed };
    CurveView filterCurve { "Filter response", Ink::gold }, envelopeCurve { "Envelope", Ink::teal };
    Card device { "Ember Tide" }, mixer { "Mixer", "3 tracks" };
    CurveView automation { "Automation", Ink::teal };
    juce::OwnedArray<FaderView> faders;
    juce::OwnedArray<MeterView> meters;
    juce::OwnedArray<LetterButton> letters;
    Card prompt { {}, {}, Card::Style::sunk };
    ProgressRow progress;
    PushButton keep { "Keep" }, compare { "A / B" }, discard { "Discard" };
    juce::ComboBox choice;
    juce::ToggleButton toggle { "Follow playback" };
    StatusBar status;
    Toast toast;
};

} // namespace athanor
