// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/EffectRack.h"

#include "Ui/Kit/Draw.h"
#include "Ui/Synth/EffectPanels.h"

namespace athanor
{

namespace
{
constexpr int rowHeight = 28, lead = 116, narrowest = 320;
const juce::String dragMark { "effect:" };

std::size_t at (synth::Effect which) { return static_cast<std::size_t> (which); }
} // namespace

/** A chip that can be dragged along the row. */
class EffectRack::Switch : public Chip
{
public:
    explicit Switch (synth::Effect e) : Chip (nameOf (e)), which (e) {}

    void mouseDrag (const juce::MouseEvent& event) override
    {
        if (auto* container = juce::DragAndDropContainer::findParentDragContainerFor (this); container != nullptr && event.getDistanceFromDragStart() > 4 && ! container->isDragAndDropActive())
        {
            setState (buttonNormal);
            container->startDragging (dragMark + juce::String (static_cast<int> (which)), this);
        }
    }

private:
    const synth::Effect which;
};

EffectRack::EffectRack (ShownSynth& s) : synth (s)
{
    setTitle ("Effects");

    for (int i = 0; i < synth::effectCount; ++i)
    {
        const auto which = static_cast<synth::Effect> (i);
        auto& chip = switches[at (which)];
        chip = std::make_unique<Switch> (which);
        chip->setTooltip (nameOf (which) + "\nA click switches it, a drag moves it along the row.");
        chip->onClick = [this, which] { toggle (which); };
        addAndMakeVisible (*chip);
        panels[at (which)] = makeEffectPanel (synth, which);
        addChildComponent (*panels[at (which)]);
    }

    update();
}

EffectRack::~EffectRack() = default;

SynthPanel* EffectRack::panelOf (Control control) const
{
    const auto id = infoOf (control).id;

    for (int i = 0; i < synth::effectCount; ++i)
    {
        const auto which = static_cast<synth::Effect> (i);
        const auto its = infoOf (switchOf (which)).id; // as "reverb_on"

        if (id.starts_with (its.substr (0, its.size() - 2)))
            return &panel (which);
    }

    return nullptr;
}

synth::EffectOrder EffectRack::order() const { return synth::effectOrderOf (synth.choiceNow (Control::effect_chain_order)); }

void EffectRack::toggle (synth::Effect which) { synth.set (switchOf (which), synth.choiceNow (switchOf (which)) > 0 ? 0.0f : 1.0f); }

void EffectRack::move (synth::Effect which, int place)
{
    const auto before = order();
    std::vector<synth::Effect> all (before.begin(), before.end());
    const auto from = static_cast<int> (std::ranges::find (all, which) - all.begin());
    all.erase (all.begin() + from);
    all.insert (all.begin() + juce::jlimit (0, synth::effectCount - 1, place > from ? place - 1 : place), which);

    auto after = before;
    std::ranges::copy (all, after.begin());

    if (after != before)
        synth.deeds.session.edit ("move " + nameOf (which).toLowerCase().toStdString(), [&] (Project& project) { setControl (project, synth.instrument, Control::effect_chain_order, static_cast<float> (synth::codeOf (after))); });
}

std::vector<SynthPanel*> EffectRack::panelsInOrder() const
{
    std::vector<SynthPanel*> shown;

    for (const auto which : order())
        if (synth.choiceNow (switchOf (which)) > 0)
            shown.push_back (panels[at (which)].get());

    return shown;
}

void EffectRack::update()
{
    for (const auto& panel : panels)
        panel->update();

    for (const auto which : order())
        switches[at (which)]->setToggleState (synth.choiceNow (switchOf (which)) > 0, juce::dontSendNotification);

    resized();
    repaint();
}

int EffectRack::heightFor (int width) const
{
    const auto columns = std::max (1, (width + space::gap) / (narrowest + space::gap));
    const auto panelWidth = (width + space::gap) / columns - space::gap;
    const auto shown = panelsInOrder();
    auto height = rowHeight;

    for (std::size_t i = 0; i < shown.size(); i += static_cast<std::size_t> (columns))
    {
        auto tallest = 0;

        for (auto k = i; k < std::min (shown.size(), i + static_cast<std::size_t> (columns)); ++k)
            tallest = std::max (tallest, shown[k]->heightFor (panelWidth));

        height += tallest + space::gap;
    }

    return height;
}

void EffectRack::resized()
{
    auto x = lead;

    for (const auto which : order())
    {
        auto& chip = *switches[at (which)];
        chip.setBounds (x, (rowHeight - 24) / 2, chip.idealWidth() + 4, 24);
        x = chip.getRight() + space::close;
    }

    const auto columns = std::max (1, (getWidth() + space::gap) / (narrowest + space::gap));
    const auto panelWidth = (getWidth() + space::gap) / columns - space::gap;
    const auto shown = panelsInOrder();
    auto y = rowHeight + space::gap;

    for (const auto& panel : panels)
        panel->setVisible (std::ranges::find (shown, panel.get()) != shown.end());

    for (std::size_t i = 0; i < shown.size(); i += static_cast<std::size_t> (columns))
    {
        const auto end = std::min (shown.size(), i + static_cast<std::size_t> (columns));
        auto tallest = 0;

        for (auto k = i; k < end; ++k)
            tallest = std::max (tallest, shown[k]->heightFor (panelWidth));

        for (auto k = i; k < end; ++k)
            shown[k]->setBounds (static_cast<int> (k - i) * (panelWidth + space::gap), y, panelWidth, tallest);

        y += tallest + space::gap;
    }
}

void EffectRack::paint (juce::Graphics& g)
{
    drawWords (g, "Effects, in order", { 0, 0, lead, rowHeight }, font (*this, Face::name, textSize::device), tokens (*this)[Ink::mute]);
}

int EffectRack::placeAt (int x) const
{
    auto place = 0;

    for (const auto which : order())
        place += switches[at (which)]->getBounds().getCentreX() < x ? 1 : 0;

    return place;
}

bool EffectRack::isInterestedInDragSource (const SourceDetails& details) { return details.description.toString().startsWith (dragMark); }

void EffectRack::itemDragMove (const SourceDetails& details)
{
    dropPlace = placeAt (details.localPosition.x);
    repaint();
}

void EffectRack::itemDragExit (const SourceDetails&)
{
    dropPlace.reset();
    repaint();
}

void EffectRack::itemDropped (const SourceDetails& details)
{
    dropPlace.reset();
    repaint();
    move (static_cast<synth::Effect> (details.description.toString().getTrailingIntValue()), placeAt (details.localPosition.x));
}

void EffectRack::paintOverChildren (juce::Graphics& g)
{
    if (! dropPlace)
        return;

    const auto all = order();
    const auto x = *dropPlace == 0 ? lead - 4 : switches[at (all[static_cast<std::size_t> (*dropPlace - 1)])]->getRight() + 1;
    g.setColour (tokens (*this)[Ink::teal]);
    g.fillRoundedRectangle (static_cast<float> (x), 2, 3, static_cast<float> (rowHeight) - 4, 1.5f);
}

} // namespace athanor
