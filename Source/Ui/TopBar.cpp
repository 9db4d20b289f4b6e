// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/TopBar.h"

#include "App/Equipment.h"
#include "Ui/Kit/Draw.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr int logoWidth = 150, buttonWidth = 34, numberWidth = 96, smallWidth = 62;

float amplitude (float decibels) { return decibels <= -100 ? 0.0f : std::pow (10.0f, decibels / 20); }

double tempoOf (const Project& project)
{
    return project.tempo.empty() ? 120 : project.tempo.begin()->second->beatsPerMinute;
}

juce::String positionText (const PlayPosition& now)
{
    return (now.bar < 0 ? "-" + juce::String (-now.bar).paddedLeft ('0', 2) : juce::String (now.bar).paddedLeft ('0', 3)) + "." + juce::String (now.beat) + "." + juce::String (now.sixteenth);
}
} // namespace

Readout::Readout (const juce::String& name, juce::Justification where, float height) : label (name), justification (where), textHeight (height)
{
    setTitle (name);
}

void Readout::show (const juce::String& text, Ink with)
{
    if (value == text && ink == with)
        return;

    value = text;
    ink = with;
    setDescription (text);
    repaint();
}

void Readout::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    auto area = getLocalBounds();
    const auto top = (area.getHeight() - 34) / 2;
    drawWords (g, label, area.withTop (top).withHeight (13), font (*this, Face::name, textSize::tiny), inks[Ink::mute], justification);
    drawWords (g, value, area.withTop (top + 13).withHeight (21), font (*this, Face::number, textHeight), inks[ink], justification);
}

void Readout::mouseUp (const juce::MouseEvent& event)
{
    if (onClick && event.mouseWasClicked())
        onClick();
}

TopBar::TopBar (Deeds& d, const juce::StringArray& views)
    : tabs (views), deeds (d), tempo ("Tempo", { 20, 999, 120, "", Curve::linear })
{
    for (auto* child : std::initializer_list<juce::Component*> { &menu, &rewind, &play, &record, &loop, &metronome, &position, &tempoField, &tap, &metre, &countIn, &tabs, &midi, &midiLight, &load, &loudness, &meter })
    {
        addAndMakeVisible (child);
        child->setMouseClickGrabsKeyboardFocus (false);
    }

    setMouseClickGrabsKeyboardFocus (false);
    menu.onClick = [this] {
        if (onMenu)
            onMenu();
    };

    menu.setQuiet (true);
    midi.onClick = [this] { deeds.run ("settings.midi"); };
    midiLight.setInterceptsMouseClicks (false, false);
    load.onClick = [this] { deeds.run ("settings.sound"); };
    meter.onLevels = [this]() -> std::array<MeterLevel, 2> {
        const auto now = deeds.session.player().masterMeter();
        return { MeterLevel { amplitude (now.peakLeft), amplitude (now.rmsLeft) }, MeterLevel { amplitude (now.peakRight), amplitude (now.rmsRight) } };
    };

    connectTransport();
    connectTempo();
    project = d.session.onProject.add ([this] {
        tempoField.refresh();
        showMetre();
    });
    selection = d.session.onSelection.add ([this] { record.setToggleState (deeds.session.selection().isRecording, juce::dontSendNotification); });
    record.setToggleState (d.session.selection().isRecording, juce::dontSendNotification);
    showMetre();
    refresh();
}

TopBar::~TopBar() = default;

void TopBar::connectTransport()
{
    const auto connect = [this] (IconButton& button, const char* action) {
        const auto keys = deeds.keysOf (action);
        button.setTooltip (button.getName() + (keys.isNotEmpty() ? "  " + keys : juce::String()));
        button.onClick = [this, action] { deeds.run (action); };
    };

    connect (rewind, "transport.rewind");
    connect (play, "transport.playOrStop");
    connect (record, "transport.record");
    connect (loop, "transport.loop");
    connect (metronome, "transport.metronome");
    tap.setQuiet (true);
    tap.onClick = [this] { deeds.run ("transport.tapTempo"); };
    tap.setTooltip ("Tap the tempo");
    metre.onClick = [this] { deeds.run ("transport.setMetre"); };
    countIn.onClick = [this] { deeds.run ("transport.countIn"); };
    countIn.setTooltip ("Bars that are counted before recording begins; click for one more.");
}

void TopBar::connectTempo()
{
    tempo.sentence = "Tempo at the start of the song, in beats a minute. Drag, or double-click to type.";
    tempo.onValue = [this] { return static_cast<float> (turnedTempo.value_or (tempoOf (deeds.session.project()))); };
    tempo.onTurn = [this] (float value) { turnedTempo = value; };
    tempo.onEnd = [this] {
        if (const auto turned = std::exchange (turnedTempo, std::nullopt))
            deeds.run ("transport.setTempo", { { "tempo", *turned } });
    };
}

void TopBar::showMetre()
{
    const auto& meters = deeds.session.project().meters;
    const auto now = meters.empty() ? Meter() : *meters.begin()->second;
    metre.show (juce::String (now.beatsPerBar) + "/" + juce::String (now.beatUnit));
}

void TopBar::showLoad()
{
    const auto now = deeds.session.player().load();
    load.show (juce::String (juce::roundToInt (now.proportion * 100)) + " %", now.proportion > 0.8f ? Ink::rose : Ink::text);

    juce::String nodes;

    for (std::size_t i = 0; i < std::min<std::size_t> (now.nodes.size(), 8); ++i)
        nodes << "\n"
              << now.nodes[i].first << "  " << juce::String (now.nodes[i].second * 100, 1) << " %";

    load.setTooltip ("Of the time there is to compute the sound." + nodes);
    const auto level = deeds.session.player().loudness();
    loudness.show (level.shortTerm <= -70 ? juce::String ("-inf") : juce::String (level.shortTerm, 1));
    loudness.setTooltip ("Short-term loudness in LUFS. Integrated " + juce::String (level.integrated, 1) + ", true peak " + juce::String (level.truePeak, 1) + " dBTP.");
}

void TopBar::showMidi()
{
    const auto* equipment = deeds.session.equipment();
    const auto inputs = equipment != nullptr ? equipment->midiInputs() : std::vector<MidiInput>();
    std::uint64_t messages = 0;
    juce::StringArray names;

    for (const auto& input : inputs)
        if (input.isOn)
        {
            messages += input.messages;
            names.add (input.name);
        }

    midiLight.show (messages);
    midi.setTooltip (names.isEmpty() ? juce::String ("No MIDI input is plugged in.") : "Flashes when something is played on:\n" + names.joinIntoString ("\n"));
}

void TopBar::refresh()
{
    auto& player = deeds.session.player();
    const auto now = player.position();
    play.setToggleState (now.isPlaying, juce::dontSendNotification);
    play.setIcon (now.isPlaying ? Icon::stop : Icon::play);
    loop.setToggleState (player.isLooping(), juce::dontSendNotification);
    metronome.setToggleState (player.hasMetronome(), juce::dontSendNotification);
    position.show (positionText (now), now.isPlaying ? Ink::ember : Ink::text);
    countIn.show (player.countIn() == 0 ? juce::String ("off") : juce::String (player.countIn()), player.countIn() == 0 ? Ink::mute : Ink::gold);
    showLoad();
    showMidi();
}

void TopBar::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::panel]);
    g.setColour (inks[Ink::line]);
    g.fillRect (getLocalBounds().removeFromBottom (1));

    const auto middle = static_cast<float> (getHeight()) / 2;
    drawIcon (g, Icon::flame, { 46, middle - 10, 18, 20 }, inks[Ink::ember]);
    g.setColour (inks[Ink::ember]);
    g.setFont (font (*this, Face::nameStrong, textSize::body).withExtraKerningFactor (0.14f));
    g.drawText ("ATHANOR", juce::Rectangle<int> (71, 0, logoWidth, getHeight() - 1), juce::Justification::centredLeft);
}

void TopBar::resized()
{
    auto area = getLocalBounds().withTrimmedBottom (1).reduced (space::pad, 0);
    menu.setBounds (area.removeFromLeft (30).withSizeKeepingCentre (30, measure::button));
    area.removeFromLeft (logoWidth + 20);

    for (auto* button : { &rewind, &play, &record, &loop, &metronome })
    {
        button->setBounds (area.removeFromLeft (buttonWidth).withSizeKeepingCentre (buttonWidth, measure::button));
        area.removeFromLeft (space::gap);
    }

    area.removeFromLeft (space::pad);
    position.setBounds (area.removeFromLeft (numberWidth));
    tempoField.setBounds (area.removeFromLeft (smallWidth + 8).withSizeKeepingCentre (smallWidth + 8, 34));
    tap.setBounds (area.removeFromLeft (38).withSizeKeepingCentre (38, 24));
    area.removeFromLeft (space::near);
    metre.setBounds (area.removeFromLeft (smallWidth - 8));
    countIn.setBounds (area.removeFromLeft (smallWidth));

    meter.setBounds (area.removeFromRight (110).withSizeKeepingCentre (110, 23));
    area.removeFromRight (space::wide);
    loudness.setBounds (area.removeFromRight (smallWidth));
    area.removeFromRight (space::near);
    load.setBounds (area.removeFromRight (46));
    area.removeFromRight (space::near);
    midi.setBounds (area.removeFromRight (34));
    midiLight.setBounds (midi.getBounds().withTrimmedTop (midi.getHeight() / 2 - 2).removeFromRight (10).withHeight (16));

    const auto width = tabs.idealWidth();
    tabs.setBounds (area.withSizeKeepingCentre (std::min (width, area.getWidth()), measure::button));
}

} // namespace athanor
