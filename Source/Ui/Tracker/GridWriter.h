// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the lines of a pattern into the character grid: which glyph, which ink, which ground.
#pragma once

#include "App/Selection.h"
#include "Ui/Kit/TextGrid.h"
#include "Ui/Tracker/GridLayout.h"

namespace athanor
{

/** What the grid shows beside the notes. */
struct GridState
{
    Selection selection;
    std::optional<int> playRow;
    BlockArea block; ///< No strips: nothing is marked.
};

/** The ink of a track: its own colour out of the palette of the theme. */
juce::Colour inkOfTrack (const Tokens&, const Track&);

/** Writes rows of one pattern. Made anew when the project, the layout or the theme changed; it keeps references to them. */
class GridWriter
{
public:
    GridWriter (const Project&, const GridLayout&, const Tokens&, const GridState&);

    /** Cells at the left edge that hold the number of the line. */
    static constexpr int gutter = 6;

    /** Writes a row of the pattern into a row of the grid; `firstCell` is the cell of the lanes that stands right of the gutter.
        A row outside the pattern is left empty. */
    void writeRow (TextGrid&, int gridRow, int row, int firstCell);

private:
    struct Inks
    {
        juce::Colour note, instrument, volume, effect;
        bool isFaint = false;
    };

    struct Grounds
    {
        juce::uint32 plain, lane, block; ///< Of the row, of the lane of the cursor, of marked cells.
    };

    /** A lane on one row. */
    struct Piece
    {
        const GridLayout::Lane& lane;
        const Clip* clip;
        int line; ///< Of the clip.
        Ticks time;
        Inks inks;
    };

    /** Up to four characters of a field. */
    struct Text
    {
        std::array<juce::uint8, 4> glyphs {};
        juce::Colour ink;
    };

    Grounds groundsOf (int row) const;
    Inks inksOf (const Track&, bool isFaint) const;
    juce::Colour inkOfEffect (const Clip&, const Effect&) const;
    Text textOf (std::string_view, juce::Colour) const;
    Text textOfByte (int value, juce::Colour) const;
    Text emptyText (CellPart) const;
    Text textOf (const Piece&, const Strip&) const;
    Text textOf (const Cell&, CellPart, const Inks&) const;
    void writeNumber (int row, juce::uint32 ground);
    void writeLane (int row, int shift, const GridLayout::Lane&, const Grounds&);
    void writeFields (const Piece&, int shift, juce::uint32 ground, const Grounds&);
    void put (int cell, juce::uint8 glyph, juce::Colour ink, juce::uint32 ground);

    const Project& project;
    const GridLayout& layout;
    const Tokens& tokens;
    const GridState& state;

    /** A row is put together here first, so that a cell of the grid that stays the same is never touched. */
    std::vector<GridCell> cells;
};

} // namespace athanor
