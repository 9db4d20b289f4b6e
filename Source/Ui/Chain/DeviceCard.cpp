// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Chain/DeviceCard.h"

#include "App/Edits/PatchLayout.h"

#include "Ui/Kit/Look.h"
#include "Ui/KnobMenu.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int knobWidth = 66, knobHeight = 78, rows = 2, portraitWidth = 176;

struct Front
{
    int rank = 0; ///< As the sound goes: sources, filters, envelopes.
    double x = 0, y = 0;
    NodeId id;
    Ink ink {};

    auto operator<=> (const Front&) const = default;
};

/** Where a hand goes first in the patch of an instrument, in the order in which the patch is read. */
std::vector<Front> frontOf (const Graph& graph)
{
    std::vector<Front> front;

    for (const auto& [id, node] : graph.nodes)
        if (node->type.starts_with ("source."))
            front.push_back ({ 0, node->x, node->y, id, Ink::violet });
        else if (node->type.starts_with ("filter."))
            front.push_back ({ 1, node->x, node->y, id, Ink::gold });
        else if (node->type == "env.adsr")
            front.push_back ({ 2, node->x, node->y, id, Ink::teal });

    std::ranges::sort (front);
    return front;
}
} // namespace

DeviceCard::DeviceCard (Deeds& d, GraphPlace p, NodeId n) : deeds (d), place (p), node (n)
{
    addAndMakeVisible (isOn);
    isOn.setClickingTogglesState (false);
    isOn.setVisible (static_cast<bool> (node));

    isOn.onClick = [this] {
        choose();
        deeds.run ("chain.bypass");
    };

    setWantsKeyboardFocus (static_cast<bool> (node));
    if (node)
    {
        addModuleKnobs (node, Ink::sky, 12);
        addPortrait();
    }

    update();
}

void DeviceCard::addKnob (const ParameterAddress& address, const std::string& label, Ink ink)
{
    auto value = std::make_unique<ParameterTurnable> (deeds.session, address, label);
    auto knob = std::make_unique<KnobView> (*value, ink);
    offerParameter (*knob, deeds, address);
    addAndMakeVisible (*knob);
    parts.push_back ({ std::move (value), std::move (knob) });
}

void DeviceCard::addModuleKnobs (NodeId id, Ink ink, std::size_t most)
{
    const auto* graph = graphAt (deeds.session.project(), place);
    const auto* found = graph != nullptr ? graph->nodes.find (id) : nullptr;
    const auto* type = found != nullptr ? findModuleType (found->type) : nullptr;

    if (type != nullptr)
        for (const auto* port : knobsOnBox (*type))
            if (parts.size() < most)
                addKnob (place.instrument ? knobOf (place.instrument, id, std::string (port->id)) : knobOf (place.track, id, std::string (port->id)), labelOf (port->id), ink);
}

void DeviceCard::addPortrait()
{
    const auto* graph = graphAt (deeds.session.project(), place);
    const auto* found = graph != nullptr ? graph->nodes.find (node) : nullptr;
    const auto* type = found != nullptr ? findModuleType (found->type) : nullptr;

    if (type == nullptr)
        return;

    portrait = std::make_unique<PortraitView> (deeds.session, place, node, *type, Ink::gold);

    if (portrait->isWorthShowing())
    {
        addAndMakeVisible (*portrait);
        portrait->setInterceptsMouseClicks (false, false); // a drag on it moves the device
    }
    else
        portrait = nullptr;
}

/** Another patch may be played by the same instrument: the knobs on its front are then others, or called otherwise. */
void DeviceCard::showFront (const Instrument& instrument)
{
    std::vector<std::string> names;

    for (const auto& [number, macro] : instrument.macros)
        names.push_back (macro->name.empty() ? "Macro " + std::to_string (number) : macro->name);

    if (hasFront && names == macroNames)
        return;

    parts.clear();
    macroNames = names;
    hasFront = true;
    auto name = macroNames.begin();

    for (const auto& [number, macro] : instrument.macros)
        addKnob (macroOf (place.instrument, number), *name++, Ink::ember);

    for (const auto& module : frontOf (instrument.graph))
        addModuleKnobs (module.id, module.ink, std::min<std::size_t> (14, parts.size() + 4));

    resized();
}

void DeviceCard::update()
{
    const auto& project = deeds.session.project();
    const auto* graph = graphAt (project, place);
    const auto* found = graph != nullptr ? graph->nodes.find (node) : nullptr;

    if (found != nullptr)
    {
        const auto* type = findModuleType (found->type);
        setTitleAndNote (! found->name.empty() ? juce::String (found->name) : type != nullptr ? juce::String (std::string (type->about->name))
                                                                                              : juce::String (found->type),
                         {});
        isOn.setToggleState (! found->isBypassed, juce::dontSendNotification);
        setAlpha (found->isBypassed ? 0.6f : 1.0f);
        isChosen = deeds.session.selection().nodes.contains (node);
    }
    else if (const auto* instrument = project.instruments.find (place.instrument); instrument != nullptr && ! node)
    {
        setTitleAndNote (instrument->name.empty() ? "Instrument " + juce::String (instrument->number) : juce::String (instrument->name), {});
        setSubtitle (instrument->zones.empty() ? juce::String ("synth") : juce::String (instrument->zones.size()) + (instrument->zones.size() == 1 ? " recording" : " recordings"));
        showFront (*instrument);
        showRecording (*instrument);
    }

    repaint();
}

/** A sampler without knobs shows what it plays. */
void DeviceCard::showRecording (const Instrument& instrument)
{
    const auto* zone = parts.empty() && ! instrument.zones.empty() ? &*instrument.zones.begin()->second : nullptr;
    const auto hash = zone != nullptr ? zone->sound : std::string();

    if (hash == shownSound)
        return;

    shownSound = hash;
    const auto sound = deeds.session.sound (hash);
    addChildComponent (recording);
    recording.setVisible (sound != nullptr);
    recording.setInterceptsMouseClicks (false, false);

    if (sound != nullptr)
        recording.setPeaks (makePeaks (sound->samples, 220));
}

int DeviceCard::idealWidth() const
{
    const auto columns = (static_cast<int> (parts.size()) + rows - 1) / rows;
    const auto picture = portrait != nullptr ? portraitWidth + space::gap : 0;
    return std::max (shownSound.empty() ? 170 : 240, picture + columns * knobWidth + 2 * space::pad);
}

void DeviceCard::resized()
{
    auto line = titleLine();
    isOn.setBounds (line.removeFromRight (isOn.idealWidth()).withSizeKeepingCentre (isOn.idealWidth(), Chip::idealHeight));
    auto area = content();

    if (portrait != nullptr)
    {
        portrait->setBounds (area.removeFromLeft (portraitWidth).withHeight (rows * knobHeight));
        area.removeFromLeft (space::gap);
    }

    recording.setBounds (area.withHeight (std::min (area.getHeight(), rows * knobHeight)));
    const auto columns = std::max (1, (static_cast<int> (parts.size()) + rows - 1) / rows);

    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].knob->setBounds (area.getX() + static_cast<int> (i) % columns * knobWidth, area.getY() + static_cast<int> (i) / columns * knobHeight, knobWidth, knobHeight);
}

void DeviceCard::paint (juce::Graphics& g)
{
    Card::paint (g);

    if (isChosen)
    {
        g.setColour (tokens (*this)[Ink::ember].withAlpha (hasKeyboardFocus (true) ? 1.0f : 0.45f));
        g.drawRoundedRectangle (getLocalBounds().toFloat().reduced (0.8f), radius::card, 1.6f);
    }
}

void DeviceCard::choose()
{
    deeds.session.select ([this] (Selection& selection) {
        selection.nodes = { node };
        selection.cable = {};
    });
}

void DeviceCard::mouseDown (const juce::MouseEvent& event)
{
    if (! node)
        return;

    choose();
    grabKeyboardFocus();

    if (event.mods.isPopupMenu())
        openMenu();
}

void DeviceCard::mouseDrag (const juce::MouseEvent& event)
{
    auto* container = juce::DragAndDropContainer::findParentDragContainerFor (this);

    if (node && container != nullptr && ! event.mods.isPopupMenu() && event.getDistanceFromDragStart() > 6 && ! container->isDragAndDropActive())
        container->startDragging ("device:" + juce::String (toHex (node.value)), this);
}

bool DeviceCard::keyPressed (const juce::KeyPress& key) { return node && deeds.perform (key, "chain"); }

void DeviceCard::openMenu()
{
    juce::PopupMenu menu;

    for (const auto* action : { "chain.bypass", "chain.reset", "", "chain.replace", "chain.duplicate", "chain.moveLeft", "chain.moveRight", "", "chain.remove" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withMousePosition());
}

} // namespace athanor
