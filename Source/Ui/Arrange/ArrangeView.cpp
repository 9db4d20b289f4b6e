// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Arrange/ArrangeView.h"

#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int headWidth = 132, rulerHeight = 44, rowHeight = 44, audioHeight = 76;
}

ArrangeView::ArrangeView (Deeds& d) : deeds (d), painter (d.session)
{
    setTitle ("Arrangement");
    project = deeds.session.onProject.add ([this] { update(); });
    selection = deeds.session.onSelection.add ([this] { showChosen(); });
    update();
}

void ArrangeView::update()
{
    if (! isVisible())
        return;

    layOut();
    repaint();
}

void ArrangeView::layOut()
{
    const auto& p = shown();
    columns.clear();
    rows.clear();
    std::int64_t at = 0;

    for (const auto slot : slotsInOrder (p))
    {
        const auto pattern = p.sequence.find (slot)->pattern;
        const auto* found = p.patterns.find (pattern);
        const auto length = found != nullptr ? found->length.value : 0;
        columns.push_back ({ slot, pattern, at, length });
        at += length;
    }

    auto y = 0;

    for (const auto id : tracksInOrder (p))
        if (const auto kind = p.tracks.find (id)->kind; kind == TrackKind::note || kind == TrackKind::audio)
        {
            const auto height = kind == TrackKind::audio ? audioHeight : rowHeight;
            rows.push_back ({ id, kind, y, height });
            y += height;
        }

    blocks = regionBlocks (p);
    lowered = juce::jlimit (0, std::max (0, y - (getHeight() - rulerHeight) + rowHeight), lowered);
}

/** Scrolls down or up to the chosen track when that is another one than before. */
void ArrangeView::showChosen()
{
    repaint();
    const auto chosen = deeds.session.selection().cursor.track;
    const auto row = std::ranges::find (rows, chosen, &RowPlace::track);

    if (std::exchange (lastChosen, chosen) == chosen || row == rows.end())
        return;

    const auto room = getHeight() - rulerHeight;
    lowered = std::max (0, std::min (std::max (lowered, row->y + row->height - room), row->y));
}

float ArrangeView::xOf (std::int64_t ticks) const
{
    return static_cast<float> (headWidth + static_cast<double> (ticks) / static_cast<double> (ticksPerBeat) * pixelsPerBeat - scrolled);
}

std::int64_t ArrangeView::ticksAt (float x) const
{
    return static_cast<std::int64_t> ((static_cast<double> (x) - headWidth + scrolled) / pixelsPerBeat * static_cast<double> (ticksPerBeat));
}

std::int64_t ArrangeView::snapped (std::int64_t ticks, const juce::ModifierKeys& keys) const
{
    if (keys.isCtrlDown())
        return std::max<std::int64_t> (0, ticks);

    const auto step = pixelsPerBeat > 24 ? ticksPerBeat / 4 : pixelsPerBeat > 6 ? ticksPerBeat
                                                                                : 4 * ticksPerBeat;
    return std::max<std::int64_t> (0, (ticks + step / 2) / step * step);
}

juce::Rectangle<float> ArrangeView::cellArea (const Column& column, const RowPlace& row) const
{
    const auto left = xOf (column.start), right = xOf (column.start + column.length);
    return { left + 1, static_cast<float> (rulerHeight + row.y - lowered + 1), right - left - 2, static_cast<float> (row.height - 2) };
}

juce::Rectangle<float> ArrangeView::areaOf (const RegionBlock& block) const
{
    const auto row = std::ranges::find (rows, block.place.track, &RowPlace::track);

    if (row == rows.end())
        return {};

    const auto left = xOf (block.start.value);
    return { left, static_cast<float> (rulerHeight + row->y - lowered + 1), std::max (3.0f, xOf (block.end.value) - left), static_cast<float> (row->height - 2) };
}

juce::Rectangle<float> ArrangeView::areaOf (RegionId region) const
{
    const auto found = std::ranges::find (blocks, region, [] (const RegionBlock& block) { return block.place.region; });
    return found != blocks.end() ? areaOf (*found) : juce::Rectangle<float> {};
}

void ArrangeView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::window]);

    for (const auto& column : columns)
        for (const auto& row : rows)
            paintClip (g, column, row);

    paintRegions (g);

    if (rows.empty() || std::ranges::none_of (rows, [] (const RowPlace& row) { return row.kind == TrackKind::audio; }))
    {
        const auto bottom = rows.empty() ? rulerHeight : rulerHeight + rows.back().y + rows.back().height - lowered;
        drawWords (g, "Drop a sound file here for an audio track.", { headWidth + space::pad, bottom + space::near, getWidth() - headWidth, 20 }, font (*this, Face::name, textSize::small), inks[Ink::faint]);
    }

    if (dropMark)
    {
        g.setColour (inks[Ink::teal].withAlpha (0.2f));
        g.fillRoundedRectangle (*dropMark, radius::tiny);
        g.setColour (inks[Ink::teal]);
        g.fillRect (dropMark->withWidth (2));
    }

    paintRuler (g);

    if (const auto x = playX(); x >= headWidth)
    {
        g.setColour (inks[Ink::ember]);
        g.fillRect (x, 4.0f, 2.0f, static_cast<float> (getHeight()));
    }

    paintHeads (g);
}

void ArrangeView::paintRuler (juce::Graphics& g) const
{
    const auto& inks = tokens (*this);
    const auto& p = deeds.session.project();
    g.setColour (inks[Ink::window]);
    g.fillRect (0, 0, getWidth(), rulerHeight - 2);

    for (const auto& column : columns)
    {
        const auto* pattern = p.patterns.find (column.pattern);
        const auto* slot = p.sequence.find (column.slot);
        const auto head = juce::Rectangle<float> (xOf (column.start) + 1, 6, xOf (column.start + column.length) - xOf (column.start) - 2, rulerHeight - 10);
        g.setColour (inks[column.slot == deeds.session.selection().slot ? Ink::chosen : Ink::panel]);
        g.fillRoundedRectangle (head, radius::small);
        drawWords (g, pattern != nullptr ? juce::String (pattern->name) : juce::String ("missing"), head.reduced (8, 0).withTrimmedBottom (15).toNearestInt(), font (*this, Face::nameMedium, textSize::small), inks[Ink::text]);
        drawWords (g, slot != nullptr ? juce::String (slot->section) : juce::String(), head.reduced (8, 0).withTrimmedTop (16).toNearestInt(), font (*this, Face::name, textSize::tiny), inks[Ink::ember]);
    }
}

void ArrangeView::paintClip (juce::Graphics& g, const Column& column, const RowPlace& row) const
{
    const auto& inks = tokens (*this);
    const auto& p = deeds.session.project();
    const auto area = cellArea (column, row);

    if (area.getRight() < headWidth || area.getX() > static_cast<float> (getWidth()) || area.getBottom() < rulerHeight || area.getY() > static_cast<float> (getHeight()))
        return;

    const auto* track = p.tracks.find (row.track);
    const auto* clip = clipAt (p, column.pattern, row.track);
    g.setColour (inks[Ink::panel].withMultipliedAlpha (0.5f));
    g.fillRoundedRectangle (area, radius::tiny);

    if (clip == nullptr || track == nullptr || clip->notes.empty())
        return;

    const auto ink = inks[Tokens::trackInk (track->colour)];
    g.setColour (ink.withAlpha (track->isMuted ? 0.1f : 0.22f));
    g.fillRoundedRectangle (area, radius::tiny);
    drawWords (g, clip->name, area.reduced (6, 1).withHeight (13).toNearestInt(), font (*this, Face::name, textSize::tiny), ink);

    // Its notes in small, as often as it goes round.
    const auto lineTicks = ticksPerBeat / std::max (1, clip->linesPerBeat), clipTicks = lineTicks * clip->lines;
    g.setColour (ink.withAlpha (track->isMuted ? 0.4f : 0.95f));

    for (std::int64_t round = 0; round < column.length && clipTicks > 0; round += clipTicks)
        for (const auto& [position, cell] : clip->notes)
        {
            const auto at = round + lineTicks * position.line;

            if (cell->key <= key::highest && at < column.length)
                g.fillRect (xOf (column.start + at), area.getBottom() - 3 - (area.getHeight() - 20) * static_cast<float> (cell->key) / key::highest, 3.0f, 2.0f);
        }
}

void ArrangeView::paintRegions (juce::Graphics& g)
{
    const auto& p = shown();
    const auto visible = getLocalBounds().toFloat().withTrimmedLeft (headWidth).withTrimmedTop (rulerHeight - 2);

    for (const auto& block : blocks)
    {
        const auto* region = regionAt (p, block.place);
        const auto* track = p.tracks.find (block.place.track);

        if (region == nullptr || track == nullptr)
            continue;

        const auto* asset = p.assets.find (region->sound);
        const auto isChosen = block.place.region == deeds.session.selection().region;
        painter.paint (g, areaOf (block), block, *region, asset != nullptr ? juce::String (asset->name) : juce::String ("missing recording"), { tokens (*this)[Tokens::trackInk (track->colour)], isChosen, track->isMuted, visible }, *this);
    }
}

void ArrangeView::paintHeads (juce::Graphics& g) const
{
    const auto& inks = tokens (*this);
    g.setColour (inks[Ink::window]);
    g.fillRect (0, 0, headWidth - 4, getHeight());
    g.saveState();
    g.reduceClipRegion (0, rulerHeight, headWidth, getHeight());

    for (const auto& row : rows)
    {
        const auto* track = deeds.session.project().tracks.find (row.track);

        if (track == nullptr)
            continue;

        const juce::Rectangle<float> area (space::near, static_cast<float> (rulerHeight + row.y - lowered + 1), headWidth - 2 * space::near, static_cast<float> (row.height - 2));
        g.setColour (inks[row.track == deeds.session.selection().cursor.track ? Ink::control : Ink::raised]);
        g.fillRoundedRectangle (area, radius::small);
        g.setColour (inks[Tokens::trackInk (track->colour)]);
        g.fillRoundedRectangle (area.withWidth (4), 2);
        drawWords (g, track->name, area.reduced (12, 0).toNearestInt(), font (*this, Face::nameStrong, textSize::device), inks[track->isMuted ? Ink::faint : Ink::text]);
    }

    g.restoreState();
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

void ArrangeView::resized()
{
    layOut();

    // The whole song fits when it can, until somebody looks closer.
    const auto total = columns.empty() ? 0 : columns.back().start + columns.back().length;

    if (isFitted && total > 0 && getWidth() > headWidth + 100)
        pixelsPerBeat = juce::jlimit (3.0, 40.0, (getWidth() - headWidth - 20) / (static_cast<double> (total) / static_cast<double> (ticksPerBeat)));

    update();
}

} // namespace athanor
