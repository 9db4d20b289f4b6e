// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Patch/PatchCanvas.h"

#include "Ui/Kit/CommandPalette.h"
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

#include <algorithm>

namespace athanor
{

PatchCanvas::PatchCanvas (Deeds& d) : deeds (d)
{
    setTitle ("Patch");
    setWantsKeyboardFocus (true);

    host.onGrab = [this] (NodeId id, const juce::MouseEvent&) {
        grabKeyboardFocus();
        chosen = id;
        chosenWire.reset();
        grabbedAt = boxes.at (id)->getPosition();
        boxes.at (id)->toFront (false);
        deeds.session.select ([id] (Selection& selection) { selection.node = id; });
        show (place);
    };

    host.onMove = [this] (NodeId id, const juce::MouseEvent& event) {
        auto& box = *boxes.at (id);
        const auto way = event.getEventRelativeTo (this);
        const auto moved = way.getPosition() - way.getMouseDownPosition();
        box.setTopLeftPosition (std::max (0, grabbedAt.x + moved.x), std::max (0, grabbedAt.y + moved.y));
        layOutWires();
        repaint();
    };

    host.onDrop = [this] (NodeId id, const juce::MouseEvent& event) {
        const auto at = boxes.at (id)->getPosition();

        if (event.mouseWasDraggedSinceMouseDown())
            edit ("move module", [&] (Graph& changed) {
                changed.nodes.edit (id).x = at.x;
                changed.nodes.edit (id).y = at.y;
            });
    };

    host.onPull = [this] (const Jack& jack, const juce::MouseEvent& event) { pull = Pull { jack, event.getEventRelativeTo (this).position }; };

    host.onDrag = [this] (const Jack&, const juce::MouseEvent& event) {
        pull->to = event.getEventRelativeTo (this).position;
        repaint();
    };

    host.onLetGo = [this] (const Jack& jack, const juce::MouseEvent& event) { letGo (jack, event); };
    host.onMenu = [this] (NodeId id, juce::Point<int> screen) { openNodeMenu (id, screen); };
}

void PatchCanvas::edit (const std::string& name, const std::function<void (Graph&)>& change)
{
    deeds.session.edit (name, [&] (Project& project) { change (editGraph (project, place)); });
}

void PatchCanvas::show (GraphPlace wanted)
{
    if (! (wanted == place))
    {
        boxes.clear();
        chosenWire.reset();
        place = wanted;
    }

    const auto* shown = graph();
    std::erase_if (boxes, [&] (const auto& entry) { return shown == nullptr || ! shown->nodes.contains (entry.first) || ! entry.second->update (entry.first == chosen); });

    if (shown != nullptr)
        for (const auto& [id, node] : shown->nodes)
            if (! boxes.contains (id))
            {
                auto box = std::make_unique<NodeBox> (deeds, place, id, host);
                const auto size = box->idealSize();
                box->setSize (size.x, size.y);
                addAndMakeVisible (*box);
                boxes.emplace (id, std::move (box));
            }

    fitSize();
    layOutWires();
    repaint();
}

void PatchCanvas::fitSize()
{
    auto right = 400, bottom = 300;

    for (const auto& [id, box] : boxes)
    {
        right = std::max (right, box->getRight());
        bottom = std::max (bottom, box->getBottom());
    }

    const auto* parent = getParentComponent();
    setSize (std::max (right + 120, parent != nullptr ? parent->getWidth() : 0), std::max (bottom + 120, parent != nullptr ? parent->getHeight() : 0));
}

juce::Path PatchCanvas::pathBetween (juce::Point<float> from, juce::Point<float> to) const
{
    const auto bow = std::max (40.0f, std::abs (to.x - from.x) * 0.45f);
    juce::Path path;
    path.startNewSubPath (from);
    path.cubicTo (from.translated (bow, 0), to.translated (-bow, 0), to);
    return path;
}

void PatchCanvas::layOutWires()
{
    wires.clear();

    if (const auto* shown = graph())
        for (const auto& [id, cable] : shown->cables)
        {
            const auto from = boxes.find (cable->from), to = boxes.find (cable->to);

            if (from == boxes.end() || to == boxes.end())
                continue;

            const auto start = from->second->placeOf (cable->output, true), end = to->second->placeOf (cable->input, false);
            const auto* type = findModuleType (shown->nodes.find (cable->to)->type);
            const auto* port = type != nullptr ? type->port (cable->input) : nullptr;

            if (start && end)
                wires.push_back ({ id, pathBetween (*start, *end), port != nullptr && port->kind == Port::Kind::knob, port != nullptr && port->kind == Port::Kind::notesIn, cable->isFeedback, cable->amount });
        }
}

void PatchCanvas::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::window]);
    g.setColour (inks[Ink::ghost]);

    for (int y = 20; y < getHeight(); y += 24)
        for (int x = 20; x < getWidth(); x += 24)
            g.fillRect (x, y, 1, 1);

    for (const auto& wire : wires)
    {
        const auto isLit = wire.id == chosenWire || wire.id == hoveredWire;
        const auto ink = inks[wire.isModulation ? Ink::teal : wire.carriesNotes ? Ink::violet
                                                                                : Ink::ember];
        g.setColour (ink.withMultipliedAlpha (isLit ? 1.0f : 0.75f));
        juce::Path dashed;
        constexpr float dashes[] = { 6, 4 };
        const juce::PathStrokeType stroke (isLit ? 3.0f : 2.0f);

        if (wire.isFeedback)
        {
            stroke.createDashedStroke (dashed, wire.path, dashes, 2);
            g.fillPath (dashed);
        }
        else
            g.strokePath (wire.path, stroke);

        if (wire.isModulation || wire.isFeedback)
        {
            const auto middle = wire.path.getPointAlongPath (wire.path.getLength() / 2);
            const auto text = wire.isFeedback ? juce::String ("64 frames") : juce::String (juce::roundToInt (wire.amount * 100)) + " %";
            drawWords (g, text, juce::Rectangle<int> (60, 14).withCentre (middle.translated (0, -9).toInt()), font (*this, Face::number, textSize::tiny), inks[Ink::mute], juce::Justification::centred);
        }
    }

    if (pull)
        if (const auto from = boxes.at (pull->from.node)->placeOf (pull->from.port, pull->from.isOutput))
        {
            g.setColour (inks[Ink::text]);
            g.strokePath (pull->from.isOutput ? pathBetween (*from, pull->to) : pathBetween (pull->to, *from), juce::PathStrokeType (2.0f));
        }

    if (boxes.empty())
        drawWords (g, "This patch is empty. Type the name of a module to add it.", getLocalBounds(), font (*this, Face::name, textSize::title), inks[Ink::faint], juce::Justification::centred);
}

std::optional<CableId> PatchCanvas::wireAt (juce::Point<float> at) const
{
    for (const auto& wire : wires)
    {
        juce::Point<float> nearest;
        wire.path.getNearestPoint (at, nearest);

        if (nearest.getDistanceFrom (at) < 6)
            return wire.id;
    }

    return {};
}

void PatchCanvas::letGo (const Jack& from, const juce::MouseEvent& event)
{
    const auto at = event.getEventRelativeTo (this).position;
    pull.reset();
    std::optional<Jack> to;

    for (const auto& [id, box] : boxes)
        if (const auto jack = box->jackAt (at); jack && jack->isOutput != from.isOutput && ! (*jack == from))
            to = jack;

    if (to)
    {
        const auto &source = from.isOutput ? from : *to, &goal = from.isOutput ? *to : from;
        edit ("connect", [&] (Graph& changed) { connect (changed, source.node, source.port, goal.node, goal.port); });
    }

    repaint();
}

void PatchCanvas::mouseDown (const juce::MouseEvent& event)
{
    grabKeyboardFocus();
    lastMouse = event.position;
    chosen = {};
    chosenWire = wireAt (event.position);
    show (place);

    if (event.mods.isPopupMenu())
        chosenWire ? openWireMenu (*chosenWire, event.getScreenPosition()) : askForModule();
}

void PatchCanvas::mouseMove (const juce::MouseEvent& event)
{
    lastMouse = event.position;
    const auto over = wireAt (event.position);

    if (over == hoveredWire)
        return;

    hoveredWire = over;
    const auto* cable = over && graph() != nullptr ? graph()->cables.find (*over) : nullptr;
    setTooltip (cable == nullptr ? juce::String() : cable->isFeedback ? juce::String ("Closes a loop: arrives 64 frames later. Right-click for more.")
                                                                      : juce::String ("No delay of its own; paths of different length are lined up. Right-click for more."));
    repaint();
}

void PatchCanvas::mouseDoubleClick (const juce::MouseEvent& event)
{
    lastMouse = event.position;
    askForModule();
}

bool PatchCanvas::keyPressed (const juce::KeyPress& key)
{
    if (key == juce::KeyPress::deleteKey || key == juce::KeyPress::backspaceKey)
    {
        remove();
        return true;
    }

    const auto letter = key.getTextCharacter();

    if (! key.getModifiers().isAnyModifierKeyDown() && juce::CharacterFunctions::isLetter (letter))
    {
        askForModule (juce::String::charToString (letter));
        return true;
    }

    return false;
}

void PatchCanvas::remove()
{
    if (chosenWire)
    {
        const auto wire = *chosenWire;
        chosenWire.reset();
        edit ("disconnect", [&] (Graph& changed) { changed.cables.erase (wire); });
    }
    else if (chosen)
    {
        const auto node = chosen;
        chosen = {};
        edit ("remove module", [&] (Graph& changed) { removeNode (changed, node); });
    }
}

void PatchCanvas::askForModule (const juce::String& typed)
{
    std::vector<PaletteEntry> entries;

    for (const auto& type : moduleTypes())
        if ((place.instrument ? type.makeForVoices != nullptr : type.makeForStereo != nullptr))
            entries.push_back ({ std::string (type.about->name), std::string (type.about->doc), "", std::string (type.about->group),
                                 [this, id = std::string (type.about->id)] { addModule (id); } });

    auto palette = std::make_unique<CommandPalette> (std::move (entries), "Which module?");
    palette->setQuery (typed);
    deeds.ask (std::move (palette));
}

void PatchCanvas::addModule (const std::string& type)
{
    const auto into = chosenWire;
    const auto at = lastMouse;
    chosenWire.reset();
    edit ("add module", [&] (Graph& changed) {
        chosen = into && changed.cables.contains (*into) ? insertInto (changed, *into, type, at.x - 60, at.y - 15) : addNode (changed, type, at.x - 60, at.y - 15);
    });
}

void PatchCanvas::openNodeMenu (NodeId id, juce::Point<int> screen)
{
    const auto* node = graph() != nullptr ? graph()->nodes.find (id) : nullptr;

    if (node == nullptr)
        return;

    juce::PopupMenu menu;
    menu.addItem ("Bypass", true, node->isBypassed, [this, id, is = node->isBypassed] {
        edit (is ? "switch module on" : "bypass module", [&] (Graph& changed) { changed.nodes.edit (id).isBypassed = ! is; });
    });
    menu.addItem ("Set back to its initial values", [this, id] { edit ("reset module", [&] (Graph& changed) { changed.nodes.edit (id).knobs.clear(); }); });
    menu.addItem ("Duplicate", [this, id] {
        edit ("duplicate module", [&] (Graph& changed) {
            auto copy = *changed.nodes.find (id);
            copy.x += 30;
            copy.y += 30;
            changed.nodes.put (newId<NodeId>(), copy);
        });
    });
    menu.addItem ("Remove", [this] { remove(); });
    menu.showMenuAsync (juce::PopupMenu::Options().withTargetScreenArea ({ screen.x, screen.y, 1, 1 }));
}

void PatchCanvas::openWireMenu (CableId id, juce::Point<int> screen)
{
    juce::PopupMenu menu;

    for (const auto percent : { 100, 50, 25, 10, -10, -25, -50, -100 })
        menu.addItem (juce::String (percent) + " %", [this, id, percent] { edit ("set cable amount", [&] (Graph& changed) { changed.cables.edit (id).amount = percent / 100.0; }); });

    menu.addSeparator();
    menu.addItem (juce::CharPointer_UTF8 ("Put a module in\xe2\x80\xa6"), [this] { askForModule(); });
    menu.addItem ("Remove", [this] { remove(); });
    menu.showMenuAsync (juce::PopupMenu::Options().withTargetScreenArea ({ screen.x, screen.y, 1, 1 }));
}

} // namespace athanor
