// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ModulationPanel.h"

#include "Ui/Kit/Draw.h"
#include "Ui/KnobMenu.h"

namespace athanor
{

namespace
{
constexpr int rowHeight = 25, rowsInSight = 7, handleHeight = 20;

constexpr std::array playedOnes { PatchSource::velocity, PatchSource::note, PatchSource::mod_wheel, PatchSource::pitch_wheel, PatchSource::aftertouch, PatchSource::slide, PatchSource::lift, PatchSource::random, PatchSource::stereo, PatchSource::note_in_octave };

bool isUsed (const PatchSlot& slot) { return slot.source && slot.destination; }
} // namespace

void AmountBar::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto track = getLocalBounds().withTrimmedRight (50).toFloat().withSizeKeepingCentre (static_cast<float> (getWidth() - 50), 5).withX (0);
    g.setColour (t[Ink::window]);
    g.fillRoundedRectangle (track, 2.5f);
    const auto middle = track.getCentreX(), end = track.getX() + track.getWidth() * shownPosition();
    g.setColour (t[ink()]);
    g.fillRoundedRectangle (juce::Rectangle<float>::leftTopRightBottom (std::min (middle, end), track.getY(), std::max (middle, end), track.getBottom()), 2.5f);
    drawWords (g, juce::String (thing().text (thing().value())), valueArea(), font (*this, Face::number, textSize::value), t[isOver ? Ink::text : Ink::mute], juce::Justification::centredRight);
    paintState (g);
}

ModulationRow::ModulationRow (ShownSynth& s, int n)
    : ModulationSwitches (s, n), slot (n), synth (s), amount (s, member (Control::modulation_1_amount, n), "Amount"), bar (amount)
{
    for (auto* child : std::initializer_list<juce::Component*> { &bar, &bothWays, &stereo, &bypass, &remove })
        addAndMakeVisible (child);

    bar.onMenu = [this] (juce::PopupMenu& menu) { offerParameter (menu, synth.deeds, synth.keyOf (amount.control)); };

    update();
}

void ModulationRow::update()
{
    show (synth, slot);
    const auto& modulation = synth.patch().slots[static_cast<std::size_t> (slot)];

    if (isUsed (modulation))
        setTooltip (titleOf (*modulation.source, synth.patch()) + " moves " + titleOf (*modulation.destination));

    bar.setAlpha (bypass.getToggleState() ? 0.4f : 1.0f);
    repaint();
}

void ModulationRow::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto& modulation = synth.patch().slots[static_cast<std::size_t> (slot)];

    if (! isUsed (modulation))
        return;

    auto area = words;
    const auto face = font (*this, Face::name, textSize::small);
    drawWords (g, titleOf (*modulation.source, synth.patch()), area.removeFromLeft (area.getWidth() * 2 / 5).withTrimmedRight (space::tight), face, t[Ink::teal]);
    const auto destination = titleOf (*modulation.destination).replace ("Oscillator", "Osc").replace ("Envelope", "Env");
    drawWords (g, destination, area, face, t[Ink::text]);
    g.setColour (t[Ink::line]);
    g.fillRect (0, getHeight() - 1, getWidth(), 1);
}

void ModulationRow::resized()
{
    auto area = getLocalBounds().withTrimmedBottom (1);
    remove.setBounds (area.removeFromRight (20).reduced (1, 3));

    for (auto* button : { &bypass, &stereo, &bothWays })
        button->setBounds (area.removeFromRight (18).reduced (1, 4));

    area.removeFromRight (space::tight);
    bar.setBounds (area.removeFromRight (std::max (76, area.getWidth() * 2 / 5)));
    words = area.withTrimmedRight (space::tight);
}

ModulationPanel::ModulationPanel (ShownSynth& s) : Card ("Modulation"), synth (s)
{
    scroller.setViewedComponent (&list, false);
    scroller.setScrollBarsShown (true, false);
    addAndMakeVisible (scroller);

    for (const auto source : playedOnes)
    {
        auto handle = std::make_unique<SourceHandle> (synth, source, titleOf (source, synth.patch()));
        addAndMakeVisible (*handle);
        played.push_back (std::move (handle));
    }

    update();
}

ModulationRow* ModulationPanel::rowOf (int slot) const
{
    const auto found = std::ranges::find_if (rows, [slot] (const auto& row) { return row->slot == slot; });
    return found != rows.end() ? found->get() : nullptr;
}

void ModulationPanel::update()
{
    std::vector<int> used;

    for (int i = 0; i < patch::slots; ++i)
        if (isUsed (synth.patch().slots[static_cast<std::size_t> (i)]))
            used.push_back (i);

    std::erase_if (rows, [&] (const auto& row) { return std::ranges::find (used, row->slot) == used.end(); });

    for (const auto slot : used)
        if (rowOf (slot) == nullptr)
        {
            list.addAndMakeVisible (*rows.emplace_back (std::make_unique<ModulationRow> (synth, slot)));
        }

    std::ranges::sort (rows, {}, [] (const auto& row) { return row->slot; });

    for (const auto& row : rows)
        row->update();

    for (const auto& handle : played)
        handle->update();

    setTitleAndNote ("Modulation", juce::String (used.size()) + " of " + juce::String (patch::slots));
    resized();
    repaint();
}

std::vector<std::pair<juce::Component*, int>> ModulationPanel::playedSources() const
{
    std::vector<std::pair<juce::Component*, int>> all;

    for (const auto& handle : played)
        all.emplace_back (handle.get(), handle->idealWidth());

    return all;
}

int ModulationPanel::heightFor (int width) const
{
    const auto handles = width < 420 ? 3 : 2;
    return 2 * space::gap + 16 + space::close + rowsInSight * rowHeight + space::near + handles * (handleHeight + space::tight);
}

void ModulationPanel::resized()
{
    auto area = content();
    const auto used = layOutInRows (area, playedSources(), handleHeight, space::tight);
    const auto below = area.removeFromBottom (used);
    layOutInRows (below, playedSources(), handleHeight, space::tight);
    area.removeFromBottom (space::near);
    scroller.setBounds (area);
    const auto height = static_cast<int> (rows.size()) * rowHeight;
    list.setSize (area.getWidth() - (height > area.getHeight() ? measure::scrollbar : 0), height);

    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i]->setBounds (0, static_cast<int> (i) * rowHeight, list.getWidth(), rowHeight);
}

void ModulationPanel::paint (juce::Graphics& g)
{
    Card::paint (g);

    if (rows.empty())
        drawWords (g, "Drag a source onto a knob", scroller.getBounds(), font (*this, Face::name, textSize::body), tokens (*this)[Ink::faint], juce::Justification::centred);
}

} // namespace athanor
