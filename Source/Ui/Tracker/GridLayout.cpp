// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/GridLayout.h"

#include <algorithm>
#include <cstdlib>

namespace athanor
{

namespace
{
/** Characters written for a part; the cursor may stand on fewer. */
int charactersOf (CellPart part) { return part == CellPart::note ? 3 : digitsOf (part); }

int rowsPerBarOf (const Project& project, int rate)
{
    const auto* meter = project.meters.empty() ? nullptr : &*project.meters.begin()->second;
    const auto rows = meter != nullptr ? rate * meter->beatsPerBar * 4 / std::max (1, meter->beatUnit) : rate * 4;
    return std::max (1, rows);
}
} // namespace

GridLayout::GridLayout (const Project& project, const Selection& selection)
{
    for (const auto& strip : shownStrips (project, selection))
    {
        if (all.empty() || all.back().track != strip.track)
            all.push_back ({ .track = strip.track, .cell = width(), .width = 1, .linesPerBeat = linesPerBeatAt (project, selection.pattern, strip.track), .fields = {} });

        auto& lane = all.back();
        lane.fields.push_back ({ strip, lane.cell + lane.width, charactersOf (strip.part) });
        lane.width += charactersOf (strip.part) + 1;
    }

    rate = all.empty() ? 4 : 1;
    auto cell = 0;

    for (auto& lane : all)
    {
        // Widened to the head after the fields are known, so the lanes move to the right together with their fields.
        const auto shift = cell - lane.cell;
        lane.cell += shift;

        for (auto& one : lane.fields)
            one.cell += shift;

        lane.width = std::max (lane.width + 1 + gap, narrowest);
        cell += lane.width;
        rate = std::max (rate, lane.linesPerBeat);
    }

    bar = rowsPerBarOf (project, rate);

    if (const auto* pattern = project.patterns.find (selection.pattern))
        rowCount = lineAtTime (pattern->length - Ticks (1), rate) + 1;
}

const GridLayout::Lane* GridLayout::lane (TrackId track) const
{
    const auto found = std::find_if (all.begin(), all.end(), [track] (const Lane& one) { return one.track == track; });
    return found == all.end() ? nullptr : &*found;
}

int GridLayout::rowOf (int line, int linesPerBeat) const { return (2 * line * rate + linesPerBeat) / (2 * linesPerBeat); }

int GridLayout::rowOf (const PatternCursor& cursor) const
{
    const auto* found = lane (cursor.track);
    return found != nullptr ? rowOf (cursor.line, found->linesPerBeat) : cursor.line;
}

int GridLayout::rowAt (Ticks time) const { return lineAtTime (time, rate); }

std::optional<int> GridLayout::lineOn (int row, const Lane& lane) const
{
    if (row < 0 || row >= rowCount)
        return {};

    const auto line = (2 * row * lane.linesPerBeat + rate) / (2 * rate);

    for (const auto candidate : { line, line - 1 })
        if (candidate >= 0 && rowOf (candidate, lane.linesPerBeat) == row)
            return candidate;

    return {};
}

std::optional<PatternCursor> GridLayout::cursorAt (int cell, int row) const
{
    const auto found = std::find_if (all.begin(), all.end(), [cell] (const Lane& one) { return cell >= one.cell && cell < one.cell + one.width; });

    if (found == all.end() || found->fields.empty() || rowCount == 0)
        return {};

    const auto distance = [cell] (const Field& field) { return cell < field.cell ? field.cell - cell : std::max (0, cell - field.cell - field.width + 1); };
    const auto& nearest = *std::min_element (found->fields.begin(), found->fields.end(), [&] (const Field& a, const Field& b) { return distance (a) < distance (b); });

    PatternCursor cursor;
    cursor.track = found->track;
    cursor.part = nearest.strip.part;
    cursor.column = nearest.strip.column;
    cursor.digit = std::clamp (cell - nearest.cell, 0, digitsOf (nearest.strip.part) - 1);

    auto line = std::clamp (row, 0, rowCount - 1);

    while (line > 0 && ! lineOn (line, *found))
        --line;

    cursor.line = lineOn (line, *found).value_or (0);
    return cursor;
}

const GridLayout::Field* GridLayout::field (const Strip& strip) const
{
    if (const auto* found = lane (strip.track))
        for (const auto& one : found->fields)
            if (one.strip == strip)
                return &one;

    return nullptr;
}

} // namespace athanor
