// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse does in the arrangement, and what can be dropped there.
#include "Ui/Arrange/ArrangeView.h"

#include "App/Library.h"
#include "Ui/Kit/Look.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int headWidth = 132, rulerHeight = 44;
constexpr auto ofSound = "sound:"; ///< How a recording from the browser begins while it is dragged.

juce::MouseCursor cursorFor (RegionPart part)
{
    switch (part)
    {
        case RegionPart::startEdge:
        case RegionPart::endEdge:
            return juce::MouseCursor::LeftRightResizeCursor;
        case RegionPart::gain:
            return juce::MouseCursor::UpDownResizeCursor;
        case RegionPart::fadeIn:
        case RegionPart::fadeOut:
            return juce::MouseCursor::PointingHandCursor;
        case RegionPart::body:
        case RegionPart::none:
            break;
    }

    return juce::MouseCursor::NormalCursor;
}

juce::String sentenceFor (RegionPart part)
{
    switch (part)
    {
        case RegionPart::startEdge:
        case RegionPart::endEdge:
            return "Drag to trim it. Ctrl: not at lines.";
        case RegionPart::gain:
            return "Drag to make it louder or softer.";
        case RegionPart::fadeIn:
        case RegionPart::fadeOut:
            return "Drag to fade it.";
        case RegionPart::body:
            return "Drag to move it, with Shift to copy it. Ctrl+E splits it, Ctrl+D repeats it.";
        case RegionPart::none:
            break;
    }

    return {};
}
} // namespace

ArrangeView::Place ArrangeView::placeAt (juce::Point<float> at) const
{
    Place place;
    const auto y = static_cast<int> (at.y) - rulerHeight + lowered;

    if (at.y >= rulerHeight)
        for (const auto& row : rows)
            if (y >= row.y && y < row.y + row.height)
            {
                place.track = row.track;
                place.kind = row.kind;
            }

    for (const auto& column : columns)
        if (at.x >= headWidth && at.x >= xOf (column.start) && at.x < xOf (column.start + column.length))
        {
            place.column = &column;
            place.ticks = ticksAt (at.x) - column.start;
        }

    return place;
}

const RegionBlock* ArrangeView::blockAt (juce::Point<float> at, RegionPart& part) const
{
    if (at.x < headWidth || at.y < rulerHeight)
        return nullptr;

    const RegionBlock* best = nullptr;

    for (const auto& block : blocks)
        if (const auto* region = regionAt (shown(), block.place))
            if (const auto found = athanor::partAt (at, areaOf (block), block, *region, block.place.region == deeds.session.selection().region); found != RegionPart::none)
            {
                best = &block;
                part = found;
            }

    return best;
}

void ArrangeView::mouseDown (const juce::MouseEvent& event)
{
    const auto place = placeAt (event.position);
    auto part = RegionPart::none;
    const auto* block = blockAt (event.position, part);
    const auto found = block != nullptr ? std::optional (*block) : std::nullopt;

    deeds.session.select ([&] (Selection& chosen) {
        chosen.region = found ? found->place.region : RegionId {};

        if (place.track || found)
            chosen.cursor.track = found ? found->place.track : place.track;

        if (place.column != nullptr)
        {
            chosen.slot = place.column->slot;
            chosen.pattern = place.column->pattern;
        }
    });

    if (place.column != nullptr && event.position.y < rulerHeight)
        deeds.session.player().locate (place.column->slot, Ticks (place.ticks));

    if (event.mods.isPopupMenu())
        openMenu (found.has_value());
    else if (found)
        gesture = Gesture { *found, *regionAt (deeds.session.project(), found->place), part, {}, {} };
}

void ArrangeView::mouseDrag (const juce::MouseEvent& event)
{
    if (! gesture || ! event.mouseWasDraggedSinceMouseDown())
        return;

    tryOut (event);

    if (gesture->change)
    {
        draft = deeds.session.project();
        gesture->change (*draft);
        layOut();
        repaint();
    }
}

void ArrangeView::tryOut (const juce::MouseEvent& event)
{
    const auto place = gesture->block.place;
    const auto song = gesture->block.patternStart;
    const auto& p = deeds.session.project();
    const auto edge = Ticks (snapped (ticksAt (event.position.x), event.mods));
    const auto moved = secondsBetween (p, Ticks (ticksAt (event.mouseDownPosition.x)), Ticks (ticksAt (event.position.x)));
    const auto& was = gesture->region;

    switch (gesture->part)
    {
        case RegionPart::body:
            return moveBlock (event);
        case RegionPart::startEdge:
            gesture->name = "trim recording";
            gesture->change = [=, by = secondsBetween (p, gesture->block.start, edge)] (Project& changed) { trimStart (changed, place, by, song); };
            break;
        case RegionPart::endEdge:
            gesture->name = "trim recording";
            gesture->change = [=, by = secondsBetween (p, gesture->block.start, edge) - lengthOf (p, was)] (Project& changed) { trimEnd (changed, place, by); };
            break;
        case RegionPart::fadeIn:
            gesture->name = "fade recording in";
            gesture->change = [=, in = was.fadeIn + moved, out = was.fadeOut] (Project& changed) { setFades (changed, place, in, out); };
            break;
        case RegionPart::fadeOut:
            gesture->name = "fade recording out";
            gesture->change = [=, in = was.fadeIn, out = was.fadeOut - moved] (Project& changed) { setFades (changed, place, in, out); };
            break;
        case RegionPart::gain:
            gesture->name = "change gain of recording";
            gesture->change = [=, gain = gainAt (areaOf (gesture->block), event.position.y)] (Project& changed) { setRegionGain (changed, place, std::abs (gain) < 0.7 ? 0.0 : gain); };
            break;
        case RegionPart::none:
            break;
    }
}

void ArrangeView::moveBlock (const juce::MouseEvent& event)
{
    const auto from = gesture->block;
    const auto way = ticksAt (event.position.x) - ticksAt (event.mouseDownPosition.x);
    const auto start = snapped (from.start.value + way, event.mods);
    const auto over = placeAt (event.position);
    const auto track = over.track && over.kind == TrackKind::audio ? over.track : from.place.track;
    const Column* into = nullptr;

    for (const auto& column : columns)
        if (start >= column.start && start < column.start + column.length)
            into = &column;

    if (into == nullptr)
        return;

    const auto at = Ticks (start - into->start);
    const auto copies = event.mods.isShiftDown();
    gesture->name = copies ? "copy recording" : "move recording";
    gesture->change = [place = from.place, pattern = into->pattern, track, at, copies] (Project& changed) {
        if (copies)
            copyRegion (changed, place, pattern, track, at);
        else
            moveRegion (changed, place, pattern, track, at);
    };
}

void ArrangeView::mouseUp (const juce::MouseEvent&)
{
    const auto done = std::exchange (gesture, {});

    if (! std::exchange (draft, {}) || ! done || ! done->change)
        return;

    if (! deeds.session.edit (done->name, done->change))
        update();
}

void ArrangeView::openMenu (bool isRegion)
{
    juce::PopupMenu menu;

    if (isRegion)
    {
        for (const auto* action : { "region.split", "region.duplicate", "region.setGain", "region.setFades", "region.remove" })
            deeds.addTo (menu, action);

        menu.addSeparator();
    }

    deeds.addTo (menu, "sound.place");
    menu.addSeparator();

    for (const auto& action : deeds.session.actions().all())
        if (action.id.starts_with ("sequence."))
            deeds.addTo (menu, action.id);

    menu.showMenuAsync (juce::PopupMenu::Options().withMousePosition());
}

void ArrangeView::mouseDoubleClick (const juce::MouseEvent& event)
{
    auto part = RegionPart::none;

    if (blockAt (event.position, part) == nullptr)
        deeds.run ("view.pattern");
}

void ArrangeView::mouseMove (const juce::MouseEvent& event)
{
    auto part = RegionPart::none;
    std::ignore = blockAt (event.position, part);
    const auto place = placeAt (event.position);
    setMouseCursor (cursorFor (part));
    setTooltip (part != RegionPart::none ? sentenceFor (part) : place.column != nullptr && place.track ? juce::String ("Double-click to open it in the pattern editor. Ctrl and wheel: zoom.")
                                                                                                       : juce::String());
}

void ArrangeView::mouseWheelMove (const juce::MouseEvent& event, const juce::MouseWheelDetails& wheel)
{
    isFitted = false;

    if (event.mods.isCtrlDown())
    {
        const auto still = static_cast<double> (ticksAt (event.position.x)) / static_cast<double> (ticksPerBeat);
        pixelsPerBeat = juce::jlimit (2.0, 400.0, pixelsPerBeat * (wheel.deltaY > 0 ? 1.15 : 1 / 1.15));
        scrolled = std::max (0.0, still * pixelsPerBeat - (static_cast<double> (event.position.x) - headWidth));
    }
    else if (const auto tall = rows.empty() ? 0 : rows.back().y + rows.back().height; tall > getHeight() - rulerHeight && ! event.mods.isShiftDown())
    {
        lowered -= juce::roundToInt (wheel.deltaY * 200);
        scrolled = std::max (0.0, scrolled - static_cast<double> (wheel.deltaX) * 200);
    }
    else
        scrolled = std::max (0.0, scrolled - static_cast<double> (wheel.deltaY + wheel.deltaX) * 200);

    update();
}

bool ArrangeView::isInterestedInDragSource (const SourceDetails& details) { return details.description.toString().startsWith (ofSound); }

void ArrangeView::itemDragMove (const SourceDetails& details) { showDrop (details.localPosition.toFloat()); }

void ArrangeView::itemDragExit (const SourceDetails&)
{
    dropMark.reset();
    repaint();
}

void ArrangeView::itemDropped (const SourceDetails& details) { drop (details.description.toString().fromFirstOccurrenceOf (ofSound, false, false), details.localPosition.toFloat()); }

bool ArrangeView::isInterestedInFileDrag (const juce::StringArray& files) { return files.size() > 0 && isSoundFile (files[0].toStdString()); }

void ArrangeView::fileDragMove (const juce::StringArray&, int x, int y) { showDrop ({ static_cast<float> (x), static_cast<float> (y) }); }

void ArrangeView::fileDragExit (const juce::StringArray&)
{
    dropMark.reset();
    repaint();
}

void ArrangeView::filesDropped (const juce::StringArray& files, int x, int y)
{
    for (const auto& file : files)
        if (isSoundFile (file.toStdString()))
            drop (file, { static_cast<float> (x), static_cast<float> (y) });
}

void ArrangeView::showDrop (juce::Point<float> at)
{
    const auto place = placeAt (at);
    const auto x = place.column != nullptr ? xOf (snapped (place.column->start + place.ticks, {})) : static_cast<float> (headWidth);
    const auto row = std::ranges::find (rows, place.track, &RowPlace::track);
    const auto isOnTrack = row != rows.end() && row->kind == TrackKind::audio;
    const auto bottom = rows.empty() ? 0 : rows.back().y + rows.back().height;
    dropMark = juce::Rectangle<float> (x, static_cast<float> (rulerHeight - lowered + (isOnTrack ? row->y : bottom)), 160, isOnTrack ? static_cast<float> (row->height) : 76.0f);
    repaint();
}

void ArrangeView::drop (const juce::String& file, juce::Point<float> at)
{
    dropMark.reset();
    const auto place = placeAt (at);
    const auto isOnTrack = place.track && place.kind == TrackKind::audio;
    const auto beat = place.column != nullptr ? static_cast<double> (snapped (place.column->start + place.ticks, {}) - place.column->start) / static_cast<double> (ticksPerBeat) : 0.0;
    deeds.run ("sound.place", { { "file", file.toStdString() }, { "track", isOnTrack ? toHex (place.track.value) : "new" }, { "slot", place.column != nullptr ? toHex (place.column->slot.value) : "" }, { "beat", std::max (0.0, beat) } });
    repaint();
}

} // namespace athanor
