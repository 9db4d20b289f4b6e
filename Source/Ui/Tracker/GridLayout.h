// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a pattern stands in the character grid: lanes, fields, rows. No pixels and no JUCE.
#pragma once

#include "App/Edits/PatternMoves.h"

#include <optional>
#include <vector>

namespace athanor
{

/** The lanes of a pattern side by side, and the rows that its lines fall on.

    A row is a line of the track with the most lines to a beat; lines of slower tracks stand on the row nearest to their time,
    so that what sounds together stands side by side.
*/
class GridLayout
{
public:
    /** The characters of one strip, counted from the left edge of the first lane. */
    struct Field
    {
        Strip strip;
        int cell = 0, width = 0;
    };

    struct Lane
    {
        TrackId track;
        int cell = 0, width = 0; ///< With the gap to the next lane.
        int linesPerBeat = 4;
        std::vector<Field> fields;
    };

    static constexpr int gap = 1;        ///< Empty cells between two lanes.
    static constexpr int narrowest = 18; ///< A lane has room for its head.

    GridLayout() = default;
    GridLayout (const Project&, const Selection&);

    const std::vector<Lane>& lanes() const noexcept { return all; }

    const Lane* lane (TrackId) const;

    int width() const noexcept { return all.empty() ? 0 : all.back().cell + all.back().width; }

    int rows() const noexcept { return rowCount; }

    int rowsPerBeat() const noexcept { return rate; }

    int rowsPerBar() const noexcept { return bar; }

    int rowOf (int line, int linesPerBeat) const;
    int rowOf (const PatternCursor&) const;
    int rowAt (Ticks) const; ///< The row that has begun at a time.

    /** The line of a lane on a row; nothing where the row lies between two of its lines. */
    std::optional<int> lineOn (int row, const Lane&) const;

    /** What a cell of the grid belongs to: the nearest strip of the lane under it, and its nearest line. Nothing outside all lanes. */
    std::optional<PatternCursor> cursorAt (int cell, int row) const;

    /** The field of a strip; null when it is folded away. */
    const Field* field (const Strip&) const;

private:
    std::vector<Lane> all;
    int rate = 4, bar = 16, rowCount = 0;
};

} // namespace athanor
