// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/TopBar.h"

#include "App/Equipment.h"
#include "Ui/Kit/Draw.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr int logoWidth = 150, buttonWidth = 34, numberWidth = 96, smallWidth = 62, meterWidth = 110;

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

    if (! showsName)
        return;

    g.setColour (inks[Ink::ember]);
    g.setFont (font (*this, Face::nameStrong, textSize::body).withExtraKerningFactor (0.14f));
    g.drawText ("ATHANOR", juce::Rectangle<int> (71, 0, logoWidth, getHeight() - 1), juce::Justification::centredLeft);
}

/** In a narrow window, or in one that is drawn large, facts give way one after the other; pages and transport never do. */
void TopBar::dropWhatHasNoRoom()
{
    constexpr auto everything = 2 * space::pad + 30 + logoWidth + 20 + 5 * (buttonWidth + space::gap) + space::pad + numberWidth + (smallWidth + 8) + (38 + space::near) + (smallWidth - 8) + smallWidth + (meterWidth + space::wide) + (smallWidth + space::near) + (46 + space::near) + 34;
    const std::pair<juce::Component*, int> givingWay[] { { &midi, 34 }, { &countIn, smallWidth }, { &tap, 38 + space::near }, { &loudness, smallWidth + space::near }, { &load, 46 + space::near }, { &metre, smallWidth - 8 }, { nullptr, logoWidth - 30 }, { &meter, meterWidth + space::wide }, { &tempoField, smallWidth + 8 }, { &position, numberWidth } };
    auto lacking = everything + tabs.idealWidth() + space::pad - getWidth();

    for (const auto& [part, width] : givingWay)
    {
        const auto stays = lacking <= 0;
        part != nullptr ? part->setVisible (stays) : static_cast<void> (showsName = stays);
        lacking -= stays ? 0 : width;
    }

    midiLight.setVisible (midi.isVisible());
}

void TopBar::resized()
{
    dropWhatHasNoRoom();
    auto area = getLocalBounds().withTrimmedBottom (1).reduced (space::pad, 0);
    const auto fromLeft = [&area] (juce::Component& part, int width, int height, int gap) {
        if (part.isVisible())
        {
            const auto place = area.removeFromLeft (width);
            part.setBounds (height > 0 ? place.withSizeKeepingCentre (width, height) : place);
            area.removeFromLeft (gap);
        }
    };
    const auto fromRight = [&area] (juce::Component& part, int width, int height, int gap) {
        if (part.isVisible())
        {
            const auto place = area.removeFromRight (width);
            part.setBounds (height > 0 ? place.withSizeKeepingCentre (width, height) : place);
            area.removeFromRight (gap);
        }
    };

    fromLeft (menu, 30, measure::button, (showsName ? logoWidth : 30) + 20);

    for (auto* button : { &rewind, &play, &record, &loop, &metronome })
        fromLeft (*button, buttonWidth, measure::button, space::gap);

    area.removeFromLeft (space::pad);
    fromLeft (position, numberWidth, 0, 0);
    fromLeft (tempoField, smallWidth + 8, 34, 0);
    fromLeft (tap, 38, 24, space::near);
    fromLeft (metre, smallWidth - 8, 0, 0);
    fromLeft (countIn, smallWidth, 0, 0);
    fromRight (meter, meterWidth, 23, space::wide);
    fromRight (loudness, smallWidth, 0, space::near);
    fromRight (load, 46, 0, space::near);
    fromRight (midi, 34, 0, 0);
    midiLight.setBounds (midi.getBounds().withTrimmedTop (midi.getHeight() / 2 - 2).removeFromRight (10).withHeight (16));

    const auto width = tabs.idealWidth();
    tabs.setBounds (area.withSizeKeepingCentre (std::min (width, area.getWidth()), measure::button));
}

} // namespace athanor
