// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do on the canvas of a patch.
#include "Ui/Patch/PatchCanvas.h"

#include "App/Edits/PatternPlaces.h"
#include "Ui/Kit/CommandPalette.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr auto ofModule = "module:"; ///< How a module from the browser begins while it is dragged.

bool hasSoundCables (const Graph& graph, NodeId node)
{
    return std::ranges::any_of (graph.cables, [node] (const auto& entry) { return entry.second->from == node || entry.second->to == node; });
}
} // namespace

void PatchCanvas::makeHost()
{
    host.onGrab = [this] (NodeId id, const juce::MouseEvent& event) { grab (id, event); };
    host.onMove = [this] (NodeId id, const juce::MouseEvent& event) { moveGrabbed (id, event); };
    host.onDrop = [this] (NodeId id, const juce::MouseEvent& event) { dropGrabbed (id, event); };
    host.onPan = [this] (const juce::MouseEvent& event, bool begins) { panTo (event, begins); };
    host.onMenu = [this] (NodeId id, juce::Point<int> screen) { openNodeMenu (id, screen); };

    host.onPull = [this] (const Jack& jack, const juce::MouseEvent& event) { pull = Pull { jack, inPatch (event) }; };

    host.onDrag = [this] (const Jack&, const juce::MouseEvent& event) {
        if (pull)
            pull->to = inPatch (event);

        repaint();
    };

    host.onLetGo = [this] (const Jack& jack, const juce::MouseEvent& event) { letGo (jack, event); };
}

void PatchCanvas::grab (NodeId id, const juce::MouseEvent& event)
{
    grabKeyboardFocus();
    grabbed.clear();
    auto now = chosen();

    if (event.mods.isShiftDown() && ! now.insert (id).second)
        now.erase (id);
    else if (! event.mods.isShiftDown() && ! now.contains (id))
        now = { id };

    choose (now);

    for (const auto one : now)
        if (auto* box = boxOf (one))
            grabbed.emplace (one, box->getPosition());

    if (auto* box = boxOf (id))
        box->toFront (false);
}

void PatchCanvas::moveGrabbed (NodeId id, const juce::MouseEvent& event)
{
    const auto way = event.getEventRelativeTo (this);

    if (! way.mouseWasDraggedSinceMouseDown())
        return;

    const auto moved = ((way.position - way.mouseDownPosition) / looking.zoom()).roundToInt();

    for (const auto& [one, from] : grabbed)
        if (auto* box = boxOf (one))
            box->setTopLeftPosition (from + moved);

    layOutWires();

    // What hangs on nothing yet goes into the cable it is dropped on; with Ctrl what has its place already, too.
    const auto isLoose = grabbed.size() == 1 && graph() != nullptr && (event.mods.isCtrlDown() || ! hasSoundCables (*graph(), id));
    wireToFill = isLoose ? wireUnder (id) : std::nullopt;
    repaint();
}

void PatchCanvas::dropGrabbed (NodeId id, const juce::MouseEvent& event)
{
    const auto into = std::exchange (wireToFill, {});
    const auto* box = boxOf (id);

    if (box == nullptr || ! event.mouseWasDraggedSinceMouseDown() || ! grabbed.contains (id))
        return;

    const auto moved = box->getPosition() - grabbed.at (id);
    const NodeSet nodes = chosen();
    edit (into ? "put module into cable" : nodes.size() == 1 ? "move module"
                                                             : "move modules",
          [&] (Graph& changed) {
              moveNodes (changed, nodes, moved.x, moved.y);

              if (into)
                  putInto (changed, *into, id);
          });
}

void PatchCanvas::panTo (const juce::MouseEvent& event, bool begins)
{
    const auto at = event.getScreenPosition().toFloat();

    if (! begins)
    {
        isFitted = false;
        looking.panBy (getLocalPoint (nullptr, at) - getLocalPoint (nullptr, lastPan));
        look();
    }

    lastPan = at;
}

void PatchCanvas::letGo (const Jack& from, const juce::MouseEvent& event)
{
    const auto at = inPatch (event);
    const auto pulled = std::exchange (pull, {});
    std::optional<Jack> to;
    auto isInTheOpen = true;

    for (const auto& [id, box] : boxes)
    {
        isInTheOpen = isInTheOpen && ! box->getBounds().expanded (12).contains (at.toInt());

        if (const auto jack = box->jackAt (at); jack && jack->isOutput != from.isOutput && ! (*jack == from))
            to = jack;
    }

    if (to)
    {
        const auto &source = from.isOutput ? from : *to, &goal = from.isOutput ? *to : from;
        edit ("connect", [&] (Graph& changed) { connect (changed, source.node, source.port, goal.node, goal.port); });
    }
    else if (isInTheOpen && event.mouseWasDraggedSinceMouseDown())
    {
        lastMouse = at;
        askForModule();
        pulledIntoTheOpen = pulled;
    }

    repaint();
}

void PatchCanvas::mouseDown (const juce::MouseEvent& event)
{
    grabKeyboardFocus();
    pulledIntoTheOpen.reset();
    lastMouse = looking.toPatch (event.position);
    isPanning = event.mods.isMiddleButtonDown() || isSpaceDown;
    wasSpaceUsed = wasSpaceUsed || isSpaceDown;

    if (isPanning)
        return panTo (event, true);

    const auto wire = wireAt (lastMouse);

    if (wire)
        choose ({}, *wire);
    else if (! event.mods.isShiftDown())
        choose ({});

    if (event.mods.isPopupMenu())
        wire ? openWireMenu (event.getScreenPosition()) : askForModule();
}

void PatchCanvas::mouseDrag (const juce::MouseEvent& event)
{
    if (isPanning)
        return panTo (event, false);

    if (event.mods.isPopupMenu() || deeds.session.selection().cable)
        return;

    band = juce::Rectangle<float> (event.mouseDownPosition, event.position);
    repaint();
}

void PatchCanvas::mouseUp (const juce::MouseEvent& event)
{
    isPanning = false;

    if (! band)
        return;

    auto marked = event.mods.isShiftDown() ? chosen() : NodeSet {};

    for (const auto& [id, box] : boxes)
        if (box->getBoundsInParent().toFloat().intersects (*band))
            marked.insert (id);

    band.reset();
    choose (marked);
    repaint();
}

void PatchCanvas::mouseMove (const juce::MouseEvent& event)
{
    lastMouse = looking.toPatch (event.position);
    const auto over = wireAt (lastMouse);

    if (over == hoveredWire)
        return;

    hoveredWire = over;
    const auto found = std::ranges::find (wires, over.value_or (CableId {}), &Wire::id);
    setTooltip (found != wires.end() ? found->doc + " Right-click for more." : juce::String());
    repaint();
}

void PatchCanvas::mouseDoubleClick (const juce::MouseEvent& event)
{
    lastMouse = looking.toPatch (event.position);
    askForModule();
}

void PatchCanvas::mouseWheelMove (const juce::MouseEvent& event, const juce::MouseWheelDetails& wheel)
{
    const auto at = event.getEventRelativeTo (this).position;
    isFitted = false;

    if (event.mods.isCtrlDown() || event.mods.isCommandDown())
        looking.zoomBy (std::pow (2.0f, wheel.deltaY * (wheel.isSmooth ? 1.0f : 0.9f)), at);
    else if (event.mods.isShiftDown())
        looking.panBy ({ (wheel.deltaY + wheel.deltaX) * 220, 0 });
    else
        looking.panBy (Point (wheel.deltaX, wheel.deltaY) * 220.0f);

    look();
}

void PatchCanvas::mouseMagnify (const juce::MouseEvent& event, float factor)
{
    isFitted = false;
    looking.zoomBy (factor, event.getEventRelativeTo (this).position);
    look();
}

bool PatchCanvas::keyPressed (const juce::KeyPress& key)
{
    // Space held down and the mouse move the view; let go without that it plays, as everywhere.
    if (key == juce::KeyPress::spaceKey && isMouseOver (true))
    {
        isSpaceDown = true;
        setMouseCursor (juce::MouseCursor::DraggingHandCursor);
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

bool PatchCanvas::keyStateChanged (bool)
{
    if (! isSpaceDown || juce::KeyPress::isKeyCurrentlyDown (juce::KeyPress::spaceKey))
        return false;

    isSpaceDown = false;
    setMouseCursor (juce::MouseCursor::NormalCursor);

    if (! std::exchange (wasSpaceUsed, false))
        deeds.run ("transport.playOrStop");

    return true;
}

std::vector<PaletteEntry> PatchCanvas::moduleEntries (const std::function<void (const std::string&)>& then) const
{
    std::vector<PaletteEntry> entries;

    for (const auto& type : moduleTypes())
        if (existsIn (place, std::string (type.about->id)))
            entries.push_back ({ std::string (type.about->name), std::string (type.about->doc), "", std::string (type.about->group), [then, id = std::string (type.about->id)] { then (id); } });

    return entries;
}

void PatchCanvas::askForModule (const juce::String& typed)
{
    pulledIntoTheOpen.reset();
    auto palette = std::make_unique<CommandPalette> (moduleEntries ([this] (const std::string& type) { addModule (type); }), "Which module?");
    palette->setQuery (typed);
    deeds.ask (std::move (palette));
}

void PatchCanvas::askForReplacement()
{
    if (chosen().empty())
        return deeds.say ("Choose the module that should become another one.");

    deeds.ask (std::make_unique<CommandPalette> (moduleEntries ([this] (const std::string& type) { deeds.run ("patch.replace", { { "type", type } }); }), "Replace it with which module?"));
}

void PatchCanvas::addModule (const std::string& type)
{
    const auto at = lastMouse - Point (60, 15);
    const auto into = deeds.session.selection().cable;
    const auto from = std::exchange (pulledIntoTheOpen, {});
    NodeId made;

    edit ("add module", [&] (Graph& changed) {
        made = changed.cables.contains (into) && ! from ? insertInto (changed, into, type, at.x, at.y) : addNode (changed, type, at.x, at.y);

        if (from)
            connectToMain (changed, from->from.node, from->from.port, from->from.isOutput, made);
    });
    choose ({ made });
}

void PatchCanvas::openNodeMenu (NodeId id, juce::Point<int> screen)
{
    if (graph() == nullptr || ! graph()->nodes.contains (id))
        return;

    juce::PopupMenu menu, sources;

    if (graph()->nodes.find (id)->type == "track.listen")
    {
        for (const auto track : tracksInOrder (deeds.session.project()))
            if (track != place.track)
                deeds.addTo (sources, "patch.listenTo", { { "track", toHex (track.value) } }, deeds.session.project().tracks.find (track)->name);

        menu.addSubMenu ("Listen to", sources);
        menu.addSeparator();
    }

    for (const auto* action : { "patch.bypass", "patch.reset", "", "patch.replace", "patch.duplicate", "patch.copy", "patch.cut", "patch.paste", "patch.remove", "", "patch.tidy", "patch.alignLeft", "patch.alignTop" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetScreenArea ({ screen.x, screen.y, 1, 1 }));
}

void PatchCanvas::openWireMenu (juce::Point<int> screen)
{
    juce::PopupMenu menu;

    for (const auto percent : { 100, 50, 25, 10, -10, -25, -50, -100 })
        deeds.addTo (menu, "patch.setAmount", { { "percent", percent } }, juce::String (percent) + " %");

    menu.addSeparator();
    deeds.addTo (menu, "patch.add", {}, juce::String (juce::CharPointer_UTF8 ("Put a module in\xe2\x80\xa6")));
    deeds.addTo (menu, "patch.remove", {}, "Remove");
    menu.showMenuAsync (juce::PopupMenu::Options().withTargetScreenArea ({ screen.x, screen.y, 1, 1 }));
}

bool PatchCanvas::isInterestedInDragSource (const SourceDetails& details)
{
    const auto what = details.description.toString();
    return what.startsWith (ofModule) && existsIn (place, what.fromFirstOccurrenceOf (ofModule, false, false).toStdString());
}

void PatchCanvas::itemDragMove (const SourceDetails& details)
{
    hoveredWire = wireAt (looking.toPatch (details.localPosition.toFloat()));
    repaint();
}

void PatchCanvas::itemDragExit (const SourceDetails&)
{
    hoveredWire.reset();
    repaint();
}

void PatchCanvas::itemDropped (const SourceDetails& details)
{
    lastMouse = looking.toPatch (details.localPosition.toFloat());
    choose ({}, wireAt (lastMouse).value_or (CableId {}));
    hoveredWire.reset();
    addModule (details.description.toString().fromFirstOccurrenceOf (ofModule, false, false).toStdString());
    grabKeyboardFocus();
}

} // namespace athanor
