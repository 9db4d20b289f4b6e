// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Gallery.h"

#include "Ui/Kit/Draw.h"

#include <cmath>

namespace athanor
{

namespace
{

Range range (int index)
{
    switch (index)
    {
        case 0:
            return hertz (20, 20000, 1200);
        case 1:
            return amount (0.35f);
        case 2:
            return seconds (0, 10, 0.18f);
        case 3:
            return decibels (-60, 6, -6);
        case 4:
            return bipolar (0.2f);
        default:
            return amount (0.12f * static_cast<float> (index % 8));
    }
}

constexpr const char* names[] = { "Cutoff", "Resonance", "Attack", "Level", "Pan", "Movement", "Width", "Release", "Grit", "Space" };

std::vector<juce::Point<float>> curve (float (*shape) (float))
{
    std::vector<juce::Point<float>> points;

    for (int i = 0; i <= 100; ++i)
        points.emplace_back (static_cast<float> (i) / 100, shape (static_cast<float> (i) / 100));

    return points;
}

} // namespace

struct Gallery::Values
{
    std::vector<std::unique_ptr<RangeTurnable>> all;

    RangeTurnable& make (const std::string& name, Range limits)
    {
        all.push_back (std::make_unique<RangeTurnable> (name, limits));
        return *all.back();
    }
};

class Gallery::Pattern : public TextGridView
{
public:
    Pattern() { setText (12.5f, 19); }

protected:
    void layOut() override
    {
        const auto& t = tokens (*this);

        for (int row = 0; row < grid.rows(); ++row)
        {
            const auto isBeat = row % 4 == 0, isBar = row % 16 == 0;
            const auto ground = row == 14 ? t[Ink::window].overlaidWith (t[Ink::ember].withAlpha (0.2f)) : t[Ink::window].overlaidWith (isBar ? t[Ink::beat] : isBeat ? t[Ink::step]
                                                                                                                                                                      : juce::Colours::transparentBlack);
            grid.setGround (0, row, grid.columns(), ground);
            grid.write (1, row, juce::String::formatted ("%03d", row).toStdString(), t[isBeat ? Ink::text : Ink::faint], ground);

            for (int track = 0; track < 7; ++track)
                writeCell (6 + track * 17, row, track, ground);
        }
    }

private:
    void writeCell (int column, int row, int track, juce::Colour ground)
    {
        const auto& t = tokens (*this);
        const auto hasNote = (row * (track + 3) + track) % 5 == 0;
        const std::string dashes (3, static_cast<char> (GlyphAtlas::dash));
        auto at = grid.write (column, row, hasNote ? (track % 2 == 0 ? "C#4" : "F-3") : dashes, t[hasNote ? Tokens::trackInk (track) : Ink::ghost], ground);
        at = grid.write (at + 1, row, hasNote ? "01" : "..", t[hasNote ? Ink::mute : Ink::ghost], ground);
        at = grid.write (at + 1, row, hasNote ? "7F" : "..", t[hasNote ? Ink::text : Ink::ghost], ground);
        grid.write (at + 1, row, hasNote && row % 3 == 0 ? "M12D" : "....", t[hasNote && row % 3 == 0 ? Ink::teal : Ink::ghost], ground);
    }
};

Gallery::Gallery()
    : values (std::make_unique<Values>())
{
    addTopBar();
    addBrowser();
    pattern = std::make_unique<Pattern>();
    addAndMakeVisible (*pattern);
    addPanels();
    addDevices();
    addMixer();

    status.setFacts ({ { "Undo: propose chorus" }, { "Saved, journal 0 behind" }, { "48 kHz, 128 frames, 5.3 ms" }, { "0 dropouts" } }, { { "Ctrl-P everything" }, { "F1 keys" } });
    addAndMakeVisible (status);
    addChildComponent (toast);
    setSize (1600, 1000);
    toast.place (getLocalBounds().withTrimmedBottom (230));
    toast.show ("Transposed 12 notes by an octave.", Ink::ember, "Undo", [] {});
}

Gallery::~Gallery() = default;

KnobView& Gallery::addKnob (juce::Component& parent, int index, Ink ink, int diameter)
{
    auto& value = values->make (names[index % 10], range (index));

    if (index % 3 == 0)
        value.onModulation = [&value] {
            const auto at = value.toPosition (value.value());
            return ModulationReach { at, std::min (1.0f, at + 0.25f), at + 0.1f, true };
        };

    auto* knob = knobs.add (new KnobView (value, ink, diameter));
    parent.addAndMakeVisible (knob);
    return *knob;
}

void Gallery::addTopBar()
{
    tempo = std::make_unique<ValueField> (values->make ("Tempo", Range { 20, 400, 124 }));
    metre = std::make_unique<ValueField> (values->make ("Octave", whole (0, 9, 4)), ValueField::Style::boxed);
    play.setToggleState (true, juce::dontSendNotification);

    for (auto* part : std::initializer_list<juce::Component*> { &tabs, &rewind, &play, &record, &loop, tempo.get(), metre.get(), &master })
        addAndMakeVisible (part);

    master.advance ({ MeterLevel { 0.9f, 0.4f }, MeterLevel { 0.7f, 0.3f } }, 1.0f);
    master.advance ({ MeterLevel { 0.5f, 0.3f }, MeterLevel { 0.4f, 0.2f } }, 0.3f);
}

void Gallery::addBrowser()
{
    for (auto* name : { "Presets", "Samples", "Songs", "Modules" })
        addAndMakeVisible (chips.add (new Chip (name)));

    chips[0]->setToggleState (true, juce::dontSendNotification);
    sounds.setRows ({ { .text = "Favourites", .isHeading = true }, { "Warm Halogen", "Pad" }, { "Glass Orchard", "Keys" }, { "Low Tide 808", "Bass" }, { "Paper Wings", "Pluck" }, { .text = "Places", .isHeading = true }, { "Factory", "", Icon::folder, Ink::gold }, { "Studio bucket", "synced", Icon::cloud } });
    sounds.choose (1);

    std::vector<Peak> peaks;

    for (int i = 0; i < 120; ++i)
    {
        const auto high = 0.1f + 0.9f * std::exp (-std::pow ((static_cast<float> (i) - 50) / 40, 2.0f)) * (0.6f + 0.4f * std::sin (static_cast<float> (i) * 1.7f));
        peaks.push_back ({ -high, high });
    }

    wave.setPeaks (peaks);
    wave.setStyle ({ .playedUntil = 0.35f, .isBars = true });
    preview.addAndMakeVisible (wave);

    for (auto* part : std::initializer_list<juce::Component*> { &search, &sounds, &preview })
        addAndMakeVisible (part);
}

void Gallery::addPanels()
{
    filterCurve.setCurve (curve ([] (float x) { return 0.6f / (1 + std::exp ((x - 0.62f) * 22)) + 0.35f * std::exp (-std::pow ((x - 0.58f) * 16, 2.0f)); }));
    filterCurve.setShadow (curve ([] (float x) { return 0.6f / (1 + std::exp ((x - 0.72f) * 22)) + 0.35f * std::exp (-std::pow ((x - 0.68f) * 16, 2.0f)); }));
    filterCurve.setGrid ({ 0.25f, 0.5f, 0.75f }, { 0.5f });
    filterCurve.setFilled (true);
    filterCurve.setHandles ({ { { 0.58f, 0.77f }, "Cutoff and resonance" } });
    filter.addAndMakeVisible (filterCurve);
    envelopeCurve.setCurve ({ { 0, 0 }, { 0.18f, 1 }, { 0.3f, 0.62f }, { 0.48f, 0.5f }, { 0.72f, 0.5f }, { 0.85f, 0.15f }, { 1, 0 } });
    envelopeCurve.setHandles ({ { { 0.18f, 1 }, "Attack" }, { { 0.48f, 0.5f }, "Decay" }, { { 0.72f, 0.5f }, "Release" } });
    envelope.addAndMakeVisible (envelopeCurve);

    progress.setState ({ "Chorus, 8 bars, hopeful", "composing 62 %", "6 s left, 0 credits", 0.62f });
    keep.setPrimary (true);
    discard.setQuiet (true);
    choice.addItemList ({ "Ladder 24 dB", "State variable" }, 1);
    choice.setSelectedItemIndex (0, juce::dontSendNotification);
    toggle.setToggleState (true, juce::dontSendNotification);
    toggle.setTitle ("Follow playback");

    for (auto* part : std::initializer_list<juce::Component*> { &oscillator, &filter, &envelope, &prompt, &progress, &keep, &compare, &discard, &choice, &toggle })
        addAndMakeVisible (part);

    for (int i = 0; i < 5; ++i)
        addKnob (oscillator, i, Ink::violet, 32);

    for (int i = 0; i < 4; ++i)
        addKnob (filter, i, Ink::gold, 32);
}

void Gallery::addDevices()
{
    device.setSubtitle ("synth, 8 macros");
    automation.setCurve (curve ([] (float x) { return x < 0.73f ? 0.9f * (1 - std::exp (-x * 4)) : 0.9f * std::exp (-(x - 0.73f) * 9); }));
    automation.setCaption ("Open, automation of this pattern");
    device.addAndMakeVisible (automation);
    addAndMakeVisible (device);
    addAndMakeVisible (empty);

    for (int i = 0; i < 8; ++i)
        addKnob (device, i + 2, Ink::ember, 38);
}

void Gallery::addMixer()
{
    addAndMakeVisible (mixer);

    for (int i = 0; i < 3; ++i)
    {
        auto* fader = faders.add (new FaderView (values->make ("Volume", decibels (-60, 6, -6.0f * static_cast<float> (i))), Tokens::trackInk (i)));
        auto* meter = meters.add (new MeterView (MeterView::Way::upright, 2));
        fader->setMarks (i == 0 ? std::vector<float> { 6, 0, -12, -24, -48 } : std::vector<float> {});
        meter->advance ({ MeterLevel { 1.2f / static_cast<float> (i + 1), 0.3f }, MeterLevel { 0.6f, 0.25f } }, 1.0f);
        mixer.addAndMakeVisible (fader);
        mixer.addAndMakeVisible (meter);

        mixer.addAndMakeVisible (letters.add (new LetterButton ("M", "Mute", Ink::gold)));
        mixer.addAndMakeVisible (letters.add (new LetterButton ("S", "Solo", Ink::sky)));
    }

    letters[0]->setToggleState (true, juce::dontSendNotification);
}

void Gallery::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.fillAll (t[Ink::panel]);
    g.setColour (t[Ink::window]);
    g.fillRect (220, 52, 1050, 700);
    g.setColour (t[Ink::line]);

    for (auto& line : { juce::Rectangle<int> (0, 52, 1600, 1), juce::Rectangle<int> (0, 752, 1600, 1), juce::Rectangle<int> (219, 52, 1, 700), juce::Rectangle<int> (1270, 52, 1, 700) })
        g.fillRect (line);

    drawIcon (g, Icon::flame, { 16, 16, 20, 20 }, t[Ink::ember]);
    drawWords (g, "ATHANOR", { 42, 16, 120, 20 }, font (*this, Face::nameStrong, 13).withExtraKerningFactor (0.11f), t[Ink::ember]);

    for (int i = 0; i < static_cast<int> (Icon::count); ++i)
        drawIcon (g, static_cast<Icon> (i), juce::Rectangle<float> (1290.0f + static_cast<float> (i % 12) * 24, 640.0f + static_cast<float> (i / 12) * 22, 15, 15), t[Ink::text]);
}

void Gallery::resized()
{
    auto x = 234;

    for (auto* button : { &rewind, &play, &record, &loop })
    {
        button->setBounds (x, 11, 34, 30);
        x += 48;
    }

    tempo->setBounds (470, 8, 70, 34);
    metre->setBounds (560, 14, 46, 24);
    tabs.setBounds (904, 11, tabs.idealWidth(), 30);
    master.setBounds (1474, 15, 110, 22);

    search.setBounds (12, 64, 195, 30);
    std::vector<std::pair<juce::Component*, int>> items;

    for (auto* chip : chips)
        items.emplace_back (chip, chip->idealWidth());

    layOutInRows ({ 12, 104, 196, 50 }, items, Chip::idealHeight, 5);
    sounds.setBounds (12, 158, 196, 8 * measure::row + 4);
    preview.setBounds (12, 388, 196, 92);
    wave.setBounds (preview.content().withHeight (32));

    pattern->setBounds (221, 53, 1049, 300);
    oscillator.setBounds (232, 364, 326, 120);
    filter.setBounds (568, 364, 326, 262);
    envelope.setBounds (904, 364, 326, 172);
    filterCurve.setBounds (filter.content().withHeight (142));
    envelopeCurve.setBounds (envelope.content());
    mixer.setBounds (232, 494, 326, 250);

    for (int i = 0; i < 5; ++i)
        knobs[i]->setTopLeftPosition (8 + i * 62, 34);

    for (int i = 0; i < 4; ++i)
        knobs[5 + i]->setTopLeftPosition (14 + i * 78, 184);

    for (int i = 0; i < 3; ++i)
    {
        faders[i]->setBounds (16 + i * 100, 56, 56, 184);
        meters[i]->setBounds (76 + i * 100, 62, 24, 162);
        letters[2 * i]->setBounds (22 + i * 100, 34, 20, 18);
        letters[2 * i + 1]->setBounds (46 + i * 100, 34, 20, 18);
    }

    prompt.setBounds (1285, 90, 300, 60);
    progress.setBounds (1285, 170, 300, ProgressRow::idealHeight);
    keep.setBounds (1285, 260, 96, 30);
    compare.setBounds (1387, 260, 96, 30);
    discard.setBounds (1489, 260, 96, 30);
    choice.setBounds (1285, 310, 160, 28);
    toggle.setBounds (1285, 350, 200, 24);

    device.setBounds (14, 765, 612, 201);
    empty.setBounds (640, 765, 300, 201);
    automation.setBounds (device.content().removeFromBottom (52));

    for (int i = 0; i < 8; ++i)
        knobs[9 + i]->setTopLeftPosition (12 + i * 74, 36);

    status.setBounds (0, 978, 1600, 22);
}

} // namespace athanor
