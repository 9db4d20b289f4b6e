// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Patch/PatchCanvas.h"

#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

PatchCanvas::PatchCanvas (Deeds& d) : deeds (d)
{
    setTitle ("Patch");
    setWantsKeyboardFocus (true);
    makeHost();
    deeds.askers["patch.add"] = [this] { askForModule(); };
    deeds.askers["patch.replace"] = [this] { askForReplacement(); };
}

void PatchCanvas::edit (const std::string& name, const std::function<void (Graph&)>& change)
{
    deeds.session.edit (name, [&] (Project& project) { change (editGraph (project, place)); });
}

void PatchCanvas::choose (const NodeSet& nodes, CableId cable)
{
    deeds.session.select ([&] (Selection& selection) {
        selection.nodes = nodes;
        selection.cable = cable;
    });
}

NodeBox* PatchCanvas::boxOf (NodeId id) const
{
    const auto found = boxes.find (id);
    return found != boxes.end() ? found->second.get() : nullptr;
}

void PatchCanvas::show (GraphPlace wanted)
{
    const auto isOther = ! (wanted == place);

    if (isOther)
    {
        boxes.clear();
        pull.reset();
        pulledIntoTheOpen.reset();
        place = wanted;
        isFitted = true;
    }

    updateBoxes();

    if (isOther && isFitted)
        fit();

    layOutWires();
    repaint();
}

void PatchCanvas::updateBoxes()
{
    const auto* shown = graph();
    std::erase_if (boxes, [&] (const auto& entry) { return shown == nullptr || ! shown->nodes.contains (entry.first) || ! entry.second->update (chosen().contains (entry.first)); });

    if (shown == nullptr)
        return;

    for (const auto& [id, node] : shown->nodes)
        if (! boxes.contains (id))
        {
            auto made = std::make_unique<NodeBox> (deeds, place, id, host);
            made->update (chosen().contains (id));
            made->setTransform (looking.transform());
            addAndMakeVisible (*made);
            boxes.emplace (id, std::move (made));
        }
}

void PatchCanvas::look()
{
    for (const auto& [id, box] : boxes)
        box->setTransform (looking.transform());

    repaint();

    if (onSight)
        onSight();
}

void PatchCanvas::zoomBy (float factor)
{
    isFitted = false;
    looking.zoomBy (factor, getLocalBounds().getCentre().toFloat());
    look();
}

void PatchCanvas::fit()
{
    juce::Rectangle<int> content;

    for (const auto& [id, box] : boxes)
        content = content.isEmpty() ? box->getBoundsInParent().transformedBy (looking.transform().inverted()) : content.getUnion (box->getBoundsInParent().transformedBy (looking.transform().inverted()));

    isFitted = true;
    looking.fit (content.toFloat(), getLocalBounds().toFloat());
    look();
}

void PatchCanvas::resized()
{
    if (isFitted)
        fit();
}

juce::Path PatchCanvas::pathBetween (Point from, Point to) const
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
    const auto* shown = graph();

    if (shown == nullptr)
        return;

    const auto timing = timingOf (*shown);

    for (const auto& [id, cable] : shown->cables)
    {
        const auto *from = boxOf (cable->from), *to = boxOf (cable->to);
        const auto start = from != nullptr ? from->placeOf (cable->output, true) : std::nullopt, end = to != nullptr ? to->placeOf (cable->input, false) : std::nullopt;

        if (start && end)
            wires.push_back (wireOf (id, *cable, timing.at (id), *start, *end));
    }
}

PatchCanvas::Wire PatchCanvas::wireOf (CableId id, const Cable& cable, CableTiming timing, Point from, Point to) const
{
    const auto* type = findModuleType (graph()->nodes.find (cable.to)->type);
    const auto* port = type != nullptr ? type->port (cable.input) : nullptr;
    Wire wire { id, pathBetween (from, to), {}, {} };
    wire.isModulation = port != nullptr && port->kind == Port::Kind::knob;
    wire.isNotes = port != nullptr && port->kind == Port::Kind::notesIn;
    wire.isFeedback = cable.isFeedback;

    const auto rate = deeds.session.player().device().sampleRate;
    const auto inMs = [rate] (int frames) { return juce::String (frames) + " frames (" + juce::String (frames * 1000 / rate, 1) + " ms)"; };
    juce::StringArray words, sentences;

    if (wire.isModulation || cable.amount != 1)
        words.add (juce::String (juce::roundToInt (cable.amount * 100)) + " %");

    if (cable.isFeedback)
    {
        words.add ("64 late");
        sentences.add ("Closes a loop: arrives 64 frames later.");
    }

    if (timing.late > 0)
    {
        words.add (juce::String (timing.late) + " late");
        sentences.add ("The modules before it make it " + inMs (timing.late) + " late.");
    }

    if (timing.waits > 0)
    {
        words.add ("waits " + juce::String (timing.waits));
        sentences.add ("Waits " + inMs (timing.waits) + ", so that it arrives together with the others.");
    }

    wire.label = words.joinIntoString (", ");
    wire.doc = sentences.isEmpty() ? juce::String ("Nothing makes it late.") : sentences.joinIntoString (" ");
    return wire;
}

void PatchCanvas::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::window]);
    g.setColour (inks[Ink::ghost]);

    if (const auto step = 24 * looking.zoom(); step > 9)
    {
        const auto first = looking.toPixels ({ 20, 20 });

        for (auto y = std::fmod (first.y, step); y < static_cast<float> (getHeight()); y += step)
            for (auto x = std::fmod (first.x, step); x < static_cast<float> (getWidth()); x += step)
                g.fillRect (juce::roundToInt (x), juce::roundToInt (y), 1, 1);
    }

    if (boxes.empty())
        drawWords (g, "This patch is empty. Type the name of a module to add it.", getLocalBounds(), font (*this, Face::name, textSize::title), inks[Ink::faint], juce::Justification::centred);

    g.addTransform (looking.transform());

    for (const auto& wire : wires)
        paintWire (g, wire);

    const auto& shown = pull ? pull : pulledIntoTheOpen;

    if (const auto* box = shown ? boxOf (shown->from.node) : nullptr)
        if (const auto from = box->placeOf (shown->from.port, shown->from.isOutput))
        {
            g.setColour (inks[Ink::text]);
            g.strokePath (shown->from.isOutput ? pathBetween (*from, shown->to) : pathBetween (shown->to, *from), juce::PathStrokeType (2.0f));
        }
}

void PatchCanvas::paintWire (juce::Graphics& g, const Wire& wire) const
{
    const auto& inks = tokens (*this);
    const auto isChosen = wire.id == deeds.session.selection().cable;
    const auto isLit = isChosen || wire.id == hoveredWire || wire.id == wireToFill;
    const auto ink = inks[isChosen ? Ink::text : wire.isModulation ? Ink::teal
                                             : wire.isNotes        ? Ink::violet
                                                                   : Ink::ember];
    g.setColour (ink.withMultipliedAlpha (isLit ? 1.0f : 0.75f));
    const juce::PathStrokeType stroke (wire.id == wireToFill ? 5.0f : isLit ? 3.0f
                                                                            : 2.0f);

    if (wire.isFeedback)
    {
        juce::Path dashed;
        constexpr float dashes[] = { 6, 4 };
        stroke.createDashedStroke (dashed, wire.path, dashes, 2);
        g.fillPath (dashed);
    }
    else
        g.strokePath (wire.path, stroke);

    if (wire.label.isNotEmpty())
    {
        const auto middle = wire.path.getPointAlongPath (wire.path.getLength() / 2);
        drawWords (g, wire.label, juce::Rectangle<int> (110, 14).withCentre (middle.translated (0, -9).toInt()), font (*this, Face::number, textSize::tiny), inks[Ink::mute], juce::Justification::centred);
    }
}

void PatchCanvas::paintOverChildren (juce::Graphics& g)
{
    // Cables run below the boxes, so the knobs that they turn are marked above them.
    g.setColour (tokens (*this)[Ink::teal]);

    for (const auto& wire : wires)
        if (wire.isModulation)
            g.fillEllipse (juce::Rectangle<float> (6, 6).withCentre (looking.toPixels (wire.path.getCurrentPosition())));

    if (! band)
        return;

    const auto ember = tokens (*this)[Ink::ember];
    g.setColour (ember.withAlpha (0.12f));
    g.fillRect (*band);
    g.setColour (ember);
    g.drawRect (*band, 1.0f);
}

std::optional<CableId> PatchCanvas::wireAt (Point at) const
{
    const auto reach = 6 / looking.zoom();

    for (const auto& wire : wires)
    {
        if (! wire.path.getBounds().expanded (reach).contains (at))
            continue;

        Point nearest;
        wire.path.getNearestPoint (at, nearest);

        if (nearest.getDistanceFrom (at) < reach)
            return wire.id;
    }

    return {};
}

std::optional<CableId> PatchCanvas::wireUnder (NodeId id) const
{
    const auto* box = boxOf (id);
    const auto* shown = graph();

    if (box == nullptr || shown == nullptr)
        return {};

    const auto ground = box->getBounds().toFloat().reduced (10);

    for (const auto& wire : wires)
        if (canPutInto (*shown, wire.id, id) && ground.contains (wire.path.getPointAlongPath (wire.path.getLength() / 2)))
            return wire.id;

    return {};
}

} // namespace athanor
