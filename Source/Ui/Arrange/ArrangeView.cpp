// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Arrange/ArrangeView.h"

#include "Ui/Kit/Draw.h"

#include "Ui/Kit/Look.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int headWidth = 132, rulerHeight = 44, rowHeight = 44;
}

ArrangeView::ArrangeView (Deeds& d) : deeds (d)
{
    setTitle ("Arrangement");
    project = deeds.session.onProject.add ([this] { update(); });
    selection = deeds.session.onSelection.add ([this] { repaint(); });
    update();
}

void ArrangeView::update()
{
    const auto& p = deeds.session.project();
    std::vector<std::tuple<double, SlotId, PatternId>> slots;
    std::vector<std::pair<double, TrackId>> tracks;

    for (const auto& [id, slot] : p.sequence)
        slots.emplace_back (slot->order, id, slot->pattern);

    for (const auto& [id, track] : p.tracks)
        if (track->kind == TrackKind::note || track->kind == TrackKind::audio)
            tracks.emplace_back (track->order, id);

    std::ranges::sort (slots);
    std::ranges::sort (tracks);
    columns.clear();
    rows.clear();
    std::int64_t at = 0;

    for (const auto& [order, slot, pattern] : slots)
    {
        const auto* found = p.patterns.find (pattern);
        const auto length = found != nullptr ? found->length.value : 0;
        columns.push_back ({ slot, pattern, at, length });
        at += length;
    }

    for (const auto& [order, id] : tracks)
        rows.push_back (id);

    repaint();
}

float ArrangeView::xOf (std::int64_t ticks) const
{
    return static_cast<float> (headWidth + static_cast<double> (ticks) / static_cast<double> (ticksPerBeat) * pixelsPerBeat - scrolled);
}

juce::Rectangle<float> ArrangeView::cellArea (const Column& column, std::size_t row) const
{
    const auto left = xOf (column.start), right = xOf (column.start + column.length);
    return { left + 1, static_cast<float> (rulerHeight + static_cast<int> (row) * rowHeight + 1), right - left - 2, rowHeight - 2 };
}

void ArrangeView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    const auto& p = deeds.session.project();
    const auto& chosen = deeds.session.selection();
    g.fillAll (inks[Ink::window]);

    for (std::size_t i = 0; i < columns.size(); ++i)
    {
        const auto& column = columns[i];
        const auto area = cellArea (column, 0);
        const auto* pattern = p.patterns.find (column.pattern);
        const auto* slot = p.sequence.find (column.slot);
        auto head = area.withY (6).withHeight (rulerHeight - 10);
        g.setColour (inks[column.slot == chosen.slot ? Ink::chosen : Ink::panel]);
        g.fillRoundedRectangle (head, radius::small);
        drawWords (g, pattern != nullptr ? juce::String (pattern->name) : juce::String ("missing"), head.reduced (8, 0).withTrimmedBottom (15).toNearestInt(), font (*this, Face::nameMedium, textSize::small), inks[Ink::text]);
        drawWords (g, slot != nullptr ? juce::String (slot->section) : juce::String(), head.reduced (8, 0).withTrimmedTop (16).toNearestInt(), font (*this, Face::name, textSize::tiny), inks[Ink::ember]);

        for (std::size_t row = 0; row < rows.size(); ++row)
            paintClip (g, column, row);
    }

    if (const auto x = playX(); x >= headWidth)
    {
        g.setColour (inks[Ink::ember]);
        g.fillRect (x, 4.0f, 2.0f, static_cast<float> (getHeight()));
    }

    paintHeads (g);
}

void ArrangeView::paintClip (juce::Graphics& g, const Column& column, std::size_t row) const
{
    const auto& inks = tokens (*this);
    const auto& p = deeds.session.project();
    const auto area = cellArea (column, row);

    if (area.getRight() < headWidth || area.getX() > static_cast<float> (getWidth()))
        return;

    const auto* track = p.tracks.find (rows[row]);
    const auto* pattern = p.patterns.find (column.pattern);
    const auto* clipId = pattern != nullptr ? pattern->clips.find (rows[row]) : nullptr;
    const auto* clip = clipId != nullptr ? p.clips.find (*clipId) : nullptr;
    g.setColour (inks[Ink::panel].withMultipliedAlpha (0.5f));
    g.fillRoundedRectangle (area, radius::tiny);

    if (clip == nullptr || track == nullptr || (clip->notes.empty() && clip->sound.empty()))
        return;

    const auto ink = inks[Tokens::trackInk (track->colour)];
    g.setColour (ink.withAlpha (track->isMuted ? 0.1f : 0.22f));
    g.fillRoundedRectangle (area, radius::tiny);
    drawWords (g, clip->name, area.reduced (6, 1).withHeight (13).toNearestInt(), font (*this, Face::name, textSize::tiny), ink);

    // Its notes in small, as often as it goes round.
    const auto clipTicks = ticksPerBeat / std::max (1, clip->linesPerBeat) * clip->lines;
    g.setColour (ink.withAlpha (track->isMuted ? 0.4f : 0.95f));

    for (std::int64_t round = 0; round < column.length && clipTicks > 0; round += clipTicks)
        for (const auto& [position, cell] : clip->notes)
        {
            const auto at = round + ticksPerBeat / std::max (1, clip->linesPerBeat) * position.line;

            if (cell->key <= key::highest && at < column.length)
                g.fillRect (xOf (column.start + at), area.getBottom() - 3 - (area.getHeight() - 20) * static_cast<float> (cell->key) / key::highest, 3.0f, 2.0f);
        }
}

void ArrangeView::paintHeads (juce::Graphics& g) const
{
    const auto& inks = tokens (*this);
    g.setColour (inks[Ink::window]);
    g.fillRect (0, 0, headWidth - 4, getHeight());

    for (std::size_t row = 0; row < rows.size(); ++row)
    {
        const auto* track = deeds.session.project().tracks.find (rows[row]);
        const juce::Rectangle<float> area (space::near, static_cast<float> (rulerHeight + static_cast<int> (row) * rowHeight + 1), headWidth - 2 * space::near, rowHeight - 2);
        g.setColour (inks[rows[row] == deeds.session.selection().cursor.track ? Ink::control : Ink::raised]);
        g.fillRoundedRectangle (area, radius::small);
        g.setColour (inks[Tokens::trackInk (track->colour)]);
        g.fillRoundedRectangle (area.withWidth (4), 2);
        drawWords (g, track->name, area.reduced (12, 0).toNearestInt(), font (*this, Face::nameStrong, textSize::device), inks[track->isMuted ? Ink::faint : Ink::text]);
    }
}

float ArrangeView::playX() const
{
    const auto now = deeds.session.player().position();

    for (const auto& column : columns)
        if (column.slot == now.slot)
            return xOf (column.start + now.inPattern.value);

    return -1;
}

void ArrangeView::refresh()
{
    const auto x = playX();

    if (x == lastPlayX)
        return;

    for (const auto at : { lastPlayX, x })
        repaint (juce::roundToInt (at) - 3, 0, 8, getHeight());

    lastPlayX = x;
}

ArrangeView::Place ArrangeView::placeAt (juce::Point<float> at) const
{
    Place place;
    const auto row = (static_cast<int> (at.y) - rulerHeight) / rowHeight;

    if (at.y >= rulerHeight && row < static_cast<int> (rows.size()))
        place.track = rows[static_cast<std::size_t> (row)];

    for (const auto& column : columns)
        if (at.x >= headWidth && at.x >= xOf (column.start) && at.x < xOf (column.start + column.length))
        {
            place.column = &column;
            place.ticks = static_cast<std::int64_t> ((at.x - xOf (column.start)) / pixelsPerBeat * static_cast<double> (ticksPerBeat));
        }

    return place;
}

void ArrangeView::mouseDown (const juce::MouseEvent& event)
{
    const auto place = placeAt (event.position);

    deeds.session.select ([&] (Selection& chosen) {
        if (place.track)
            chosen.cursor.track = place.track;

        if (place.column != nullptr)
        {
            chosen.slot = place.column->slot;
            chosen.pattern = place.column->pattern;
        }
    });

    if (place.column != nullptr && event.position.y < rulerHeight)
        deeds.session.player().locate (place.column->slot, Ticks (place.ticks));

    if (! event.mods.isPopupMenu() || place.column == nullptr)
        return;

    juce::PopupMenu menu;

    for (const auto& action : deeds.session.actions().all())
        if (action.id.starts_with ("sequence."))
            deeds.addTo (menu, action.id);

    menu.showMenuAsync (juce::PopupMenu::Options());
}

void ArrangeView::mouseDoubleClick (const juce::MouseEvent&) { deeds.run ("view.pattern"); }

void ArrangeView::mouseMove (const juce::MouseEvent& event)
{
    const auto place = placeAt (event.position);
    setTooltip (place.column != nullptr && place.track ? juce::String ("Double-click to open it in the pattern editor. Ctrl and wheel: zoom.") : juce::String());
}

void ArrangeView::mouseWheelMove (const juce::MouseEvent& event, const juce::MouseWheelDetails& wheel)
{
    if (event.mods.isCtrlDown())
        pixelsPerBeat = juce::jlimit (2.0, 80.0, pixelsPerBeat * (wheel.deltaY > 0 ? 1.15 : 1 / 1.15));
    else
        scrolled = std::max (0.0, scrolled - (wheel.deltaY + wheel.deltaX) * 200);

    repaint();
}

void ArrangeView::resized()
{
    // The whole song fits when it can.
    const auto total = columns.empty() ? 0 : columns.back().start + columns.back().length;

    if (total > 0 && getWidth() > headWidth + 100)
        pixelsPerBeat = juce::jlimit (3.0, 40.0, (getWidth() - headWidth - 20) / (static_cast<double> (total) / static_cast<double> (ticksPerBeat)));
}

} // namespace athanor
