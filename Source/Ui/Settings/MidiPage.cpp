// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Settings/MidiPage.h"

#include "Ui/Kit/ActivityLight.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int rowHeight = 36, introHeight = 34;
} // namespace

/** One input: a light, its name, and a switch. */
class MidiPage::InputRow : public juce::Component
{
public:
    InputRow (Deeds& deeds, const MidiInput& input) : name (input.name)
    {
        setTitle (name);
        toggle.setTitle ("Listen to " + name);
        toggle.setToggleState (input.isOn, juce::dontSendNotification);
        toggle.onClick = [this, &deeds] { deeds.run ("midi.useInput", { { "input", name.toStdString() }, { "on", toggle.getToggleState() } }); };
        addAndMakeVisible (light);
        addAndMakeVisible (toggle);
    }

    void show (const MidiInput& input)
    {
        light.show (input.messages);
        toggle.setToggleState (input.isOn, juce::dontSendNotification);
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = tokens (*this);
        g.setColour (t[Ink::raised]);
        g.fillRoundedRectangle (getLocalBounds().toFloat().reduced (0, 2), radius::small);
        drawWords (g, name, getLocalBounds().withTrimmedLeft (34).withTrimmedRight (56), font (*this, Face::name, textSize::body), t[toggle.getToggleState() ? Ink::text : Ink::mute]);
    }

    void resized() override
    {
        light.setBounds (10, 0, 14, getHeight());
        toggle.setBounds (getLocalBounds().removeFromRight (44).withSizeKeepingCentre (34, 22));
    }

    const juce::String name;
    juce::ToggleButton toggle;

private:
    ActivityLight light;
};

MidiPage::MidiPage (Deeds& d) : SettingsPage (d) { refresh(); }

MidiPage::~MidiPage() = default;

juce::Component* MidiPage::firstFocus() { return rows.isEmpty() ? getParentComponent() : &rows.getFirst()->toggle; }

void MidiPage::refresh()
{
    const auto* equipment = deeds.session.equipment();
    const auto inputs = equipment != nullptr ? equipment->midiInputs() : std::vector<MidiInput>();
    const auto isSame = static_cast<int> (inputs.size()) == rows.size() && std::equal (inputs.begin(), inputs.end(), rows.begin(), [] (const MidiInput& input, const InputRow* row) { return row->name == juce::String (input.name); });

    if (! isSame)
    {
        rows.clear();

        for (const auto& input : inputs)
            addAndMakeVisible (rows.add (new InputRow (deeds, input)));

        resized();
        repaint();
    }

    for (std::size_t i = 0; i < inputs.size(); ++i)
        rows[static_cast<int> (i)]->show (inputs[i]);
}

void MidiPage::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    drawWords (g, rows.isEmpty() ? "No MIDI input is plugged in. One that comes is listened to at once." : "The light of an input flashes when something is played on it.", getLocalBounds().withHeight (20), font (*this, Face::name, textSize::body), t[Ink::mute]);
}

void MidiPage::resized()
{
    auto area = getLocalBounds().withTrimmedTop (introHeight);

    for (auto* row : rows)
        row->setBounds (area.removeFromTop (rowHeight));
}

} // namespace athanor
