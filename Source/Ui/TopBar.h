// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the top of the window: menu, transport, position, tempo, views, load and level.
#pragma once

#include "Ui/Deeds.h"
#include "Ui/Kit/ActivityLight.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Live.h"
#include "Ui/Kit/MeterView.h"
#include "Ui/Kit/RangeTurnable.h"
#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Kit/ValueField.h"

namespace athanor
{

/** A small label over a number that changes by itself. */
class Readout : public juce::Component,
                public juce::SettableTooltipClient
{
public:
    explicit Readout (const juce::String& label, juce::Justification = juce::Justification::left, float textHeight = 15);

    /** Repaints only if the text is another one. */
    void show (const juce::String&, Ink = Ink::text);

    std::function<void()> onClick;

    void paint (juce::Graphics&) override;
    void mouseUp (const juce::MouseEvent&) override;

private:
    juce::String label, value;
    juce::Justification justification;
    float textHeight;
    Ink ink = Ink::text;
};

class TopBar : public juce::Component,
               public Live
{
public:
    TopBar (Deeds&, const juce::StringArray& views);
    ~TopBar() override;

    SegmentedTabs tabs;

    std::function<void()> onMenu;

    /** Position, load and lights; called for each frame. */
    void refresh() override;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    void dropWhatHasNoRoom();
    void connectTransport();
    void connectTempo();
    void showMetre();
    void showLoad();
    void showMidi();

    Deeds& deeds;
    IconButton menu { Icon::menu, "Menu", Ink::ember, Ink::mute };
    IconButton rewind { Icon::rewind, "Go to the start" }, play { Icon::play, "Play or stop" };
    IconButton record { Icon::record, "Record keys", Ink::rose, Ink::rose }, loop { Icon::loop, "Loop", Ink::teal, Ink::teal };
    IconButton metronome { Icon::metronome, "Metronome", Ink::gold, Ink::mute };
    Readout position { "Position" }, metre { "Metre" }, countIn { "Count-in" };
    RangeTurnable tempo;
    ValueField tempoField { tempo };
    PushButton tap { "Tap" };
    Readout load { "CPU", juce::Justification::right, 13 }, loudness { "Loudness", juce::Justification::right, 13 };
    Readout midi { "MIDI", juce::Justification::right };
    ActivityLight midiLight { Ink::teal };
    MeterView meter;
    bool showsName = true;
    std::optional<double> turnedTempo; ///< While a hand turns the tempo; it becomes an edit when the hand lets go.
    Subscription project, selection;
};

} // namespace athanor
