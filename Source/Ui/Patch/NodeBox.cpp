// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Patch/NodeBox.h"

#include "App/Edits/MixEdits.h"
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"
#include "Ui/KnobMenu.h"

#include <algorithm>

namespace athanor
{

namespace
{
using box::head, box::portRow, box::knobWidth, box::knobHeight, box::knobsInRow;
constexpr float reach = 11; ///< How near to a jack a hand must be.

Ink inkOfGroup (std::string_view group)
{
    if (group == "Sources")
        return Ink::violet;

    if (group == "Filters" || group == "Effects")
        return group == "Filters" ? Ink::gold : Ink::sky;

    if (group == "Envelopes" || group == "Modulators")
        return Ink::teal;

    return group == "Voice" || group == "Track" ? Ink::ember : Ink::leaf;
}
} // namespace

NodeBox::NodeBox (Deeds& d, GraphPlace p, NodeId n, const NodeBoxHost& h) : id (n), deeds (d), place (p), host (h)
{
    if (const auto* found = node())
    {
        typeId = found->type;
        type = findModuleType (typeId);
    }

    if (type != nullptr)
        for (const auto* port : type->prototype().ports())
        {
            if (port->kind == Port::Kind::input || port->kind == Port::Kind::notesIn)
                inputs.push_back (port);

            if (port->kind == Port::Kind::output || port->kind == Port::Kind::notesOut)
                outputs.push_back (port);
        }

    makeKnobs();

    if (type != nullptr && hasPortrait (*type->about))
    {
        portrait = std::make_unique<PortraitView> (deeds.session, place, id, *type, inkOfGroup (type->about->group));
        addAndMakeVisible (*portrait);
    }

    const auto size = sizeOfBox (typeId);
    setSize (size.width, size.height);
    update (false);
}

const Node* NodeBox::node() const
{
    const auto* graph = graphAt (deeds.session.project(), place);
    return graph != nullptr ? graph->nodes.find (id) : nullptr;
}

void NodeBox::makeKnobs()
{
    if (type == nullptr)
        return;

    for (const auto* port : knobsOnBox (*type))
    {
        const auto address = place.instrument ? knobOf (place.instrument, id, std::string (port->id)) : knobOf (place.track, id, std::string (port->id));
        auto value = std::make_unique<ParameterTurnable> (deeds.session, address, labelOf (port->id));
        auto view = std::make_unique<KnobView> (*value, inkOfGroup (type->about->group), 28);
        offerParameter (*view, deeds, address);
        addAndMakeVisible (*view);
        knobs.push_back ({ std::string (port->id), std::move (value), std::move (view) });
    }
}

bool NodeBox::update (bool chosen)
{
    const auto* found = node();

    if (found == nullptr || found->type != typeId)
        return false;

    title = ! found->name.empty() ? juce::String (found->name) : type != nullptr ? juce::String (std::string (type->about->name))
                                                                                 : juce::String (found->type) + " (unknown)";
    if (const auto* heard = found->type == "track.listen" ? deeds.session.project().tracks.find (sourceOf (*found)) : nullptr)
        title = "Listen to " + juce::String (heard->name);

    isBypassed = found->isBypassed;
    isChosen = chosen;
    setTitle (title);
    setTooltip (type != nullptr ? juce::String (std::string (type->about->doc)) : juce::String ("A module that this version does not know. It is kept as it is, and is silent."));
    setTopLeftPosition (juce::roundToInt (found->x), juce::roundToInt (found->y));
    setAlpha (isBypassed ? 0.55f : 1.0f);
    repaint();
    return true;
}

juce::Point<float> NodeBox::inputPlace (std::size_t index) const { return { 0, head + portRow * (static_cast<float> (index) + 0.5f) }; }

juce::Point<float> NodeBox::outputPlace (std::size_t index) const { return { static_cast<float> (getWidth()), head + portRow * (static_cast<float> (index) + 0.5f) }; }

std::optional<juce::Point<float>> NodeBox::placeOf (const std::string& port, bool isOutput) const
{
    const auto& ports = isOutput ? outputs : inputs;
    const auto origin = getPosition().toFloat();

    for (std::size_t i = 0; i < ports.size(); ++i)
        if (ports[i]->id == port)
            return origin + (isOutput ? outputPlace (i) : inputPlace (i));

    if (! isOutput)
        for (const auto& knob : knobs)
            if (knob.port == port)
                return origin + juce::Point<float> (static_cast<float> (knob.view->getX()) + 6, static_cast<float> (knob.view->getY()) + 10);

    return {};
}

std::optional<Jack> NodeBox::ownJackAt (juce::Point<float> at) const
{
    for (std::size_t i = 0; i < outputs.size(); ++i)
        if (at.getDistanceFrom (outputPlace (i)) < reach || (at.x > static_cast<float> (getWidth()) * 0.6f && std::abs (at.y - outputPlace (i).y) < portRow / 2.0f))
            return Jack { id, std::string (outputs[i]->id), true, false };

    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (at.getDistanceFrom (inputPlace (i)) < reach || (at.x < static_cast<float> (getWidth()) * 0.4f && std::abs (at.y - inputPlace (i).y) < portRow / 2.0f))
            return Jack { id, std::string (inputs[i]->id), false, false };

    return {};
}

std::optional<Jack> NodeBox::jackAt (juce::Point<float> at) const
{
    const auto own = at - getPosition().toFloat();

    for (const auto& knob : knobs)
        if (knob.view->getBounds().toFloat().contains (own))
            return Jack { id, knob.port, false, true };

    return getLocalBounds().toFloat().expanded (reach).contains (own) ? ownJackAt (own) : std::nullopt;
}

void NodeBox::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    const auto area = getLocalBounds().toFloat().reduced (4, 0);
    const auto ink = inks[type != nullptr ? inkOfGroup (type->about->group) : Ink::faint];
    g.setColour (inks[Ink::raised]);
    g.fillRoundedRectangle (area, radius::card);
    g.setColour (isChosen ? inks[Ink::ember] : inks[Ink::line]);
    g.drawRoundedRectangle (area.reduced (0.5f), radius::card, isChosen ? 1.6f : 1.0f);
    g.setColour (ink);
    g.fillRoundedRectangle (area.getX() + 10, 11, 4, 10, 2);
    drawWords (g, title, { 22, 5, getWidth() - 34, 22 }, font (*this, Face::nameStrong, textSize::device), inks[Ink::text]);

    const auto words = font (*this, Face::name, textSize::value);

    for (std::size_t i = 0; i < inputs.size(); ++i)
    {
        const auto at = inputPlace (i);
        drawWords (g, juce::String (labelOf (inputs[i]->id)), { 14, juce::roundToInt (at.y) - 8, getWidth() / 2 - 14, 16 }, words, inks[Ink::mute]);
        g.setColour (inks[inputs[i]->index == 0 ? Ink::text : Ink::faint]);
        g.fillEllipse (juce::Rectangle<float> (9, 9).withCentre (at.translated (5, 0)));
    }

    for (std::size_t i = 0; i < outputs.size(); ++i)
    {
        const auto at = outputPlace (i);
        drawWords (g, juce::String (labelOf (outputs[i]->id)), { getWidth() / 2, juce::roundToInt (at.y) - 8, getWidth() / 2 - 14, 16 }, words, inks[Ink::mute], juce::Justification::centredRight);
        g.setColour (ink);
        g.fillEllipse (juce::Rectangle<float> (9, 9).withCentre (at.translated (-5, 0)));
    }
}

void NodeBox::resized()
{
    const auto top = head + static_cast<int> (std::max (inputs.size(), outputs.size())) * portRow;

    if (portrait != nullptr)
        portrait->setBounds (box::edge + 2, top, getWidth() - 2 * box::edge - 4, box::portrait - 6);

    const auto below = top + (portrait != nullptr ? box::portrait : 0);

    for (std::size_t i = 0; i < knobs.size(); ++i)
        knobs[i].view->setBounds (box::edge + static_cast<int> (i % knobsInRow) * knobWidth, below + static_cast<int> (i / knobsInRow) * knobHeight, knobWidth, knobHeight);
}

void NodeBox::mouseDown (const juce::MouseEvent& event)
{
    pulled = ownJackAt (event.position);
    isPanned = event.mods.isMiddleButtonDown();

    if (isPanned)
        host.onPan (event, true);
    else if (event.mods.isPopupMenu())
    {
        pulled.reset();
        host.onGrab (id, event);
        host.onMenu (id, event.getScreenPosition());
    }
    else if (pulled)
        host.onPull (*pulled, event);
    else
        host.onGrab (id, event);
}

void NodeBox::mouseDrag (const juce::MouseEvent& event)
{
    if (isPanned)
        host.onPan (event, false);
    else if (pulled)
        host.onDrag (*pulled, event);
    else
        host.onMove (id, event);
}

void NodeBox::mouseUp (const juce::MouseEvent& event)
{
    if (pulled && ! isPanned)
        host.onLetGo (*pulled, event);
    else if (! isPanned)
        host.onDrop (id, event);

    pulled.reset();
}

void NodeBox::mouseMove (const juce::MouseEvent& event)
{
    const auto jack = ownJackAt (event.position);
    setMouseCursor (jack ? juce::MouseCursor::CrosshairCursor : juce::MouseCursor::NormalCursor);
    const auto* port = jack && type != nullptr ? type->port (jack->port) : nullptr;
    const auto* about = type != nullptr ? type->about : nullptr;
    setTooltip (port != nullptr ? juce::String (std::string (port->doc)) : about != nullptr ? juce::String (std::string (about->doc))
                                                                                            : juce::String());
}

} // namespace athanor
