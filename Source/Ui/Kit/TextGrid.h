// SPDX-License-Identifier: GPL-3.0-or-later
// The character grid of the pattern editor: cells of glyph, ink and ground, painted into a picture by hand because no
// general text drawing is fast enough for twenty thousand characters within a frame.
#pragma once

#include "Ui/Kit/GlyphAtlas.h"
#include "Ui/Kit/Look.h"

#include <memory>
#include <span>
#include <string_view>

namespace athanor
{

/** One character of a grid. Colours are opaque. */
struct GridCell
{
    juce::uint32 ink = 0xffffffff, ground = 0xff000000; ///< ARGB.
    juce::uint8 glyph = GlyphAtlas::empty;

    bool operator== (const GridCell&) const = default;
};

/** A rectangle of cells and the picture of them. Writing a cell that stays the same costs a comparison; painting touches only
    rows that changed. */
class TextGrid
{
public:
    TextGrid();
    ~TextGrid();

    /** Chooses the size of text; `points` is the height of the em, `scale` the physical pixels of a point. Forgets the picture. */
    void setFont (const Fonts&, float points, int rowHeight, float scale);

    void setSize (int columns, int rows);

    /** The ground of cells that nobody wrote, and of what lies beside them. */
    void clear (juce::Colour ground);

    int columns() const noexcept { return columnCount; }

    int rows() const noexcept { return rowCount; }

    /** Size of a cell in physical pixels. */
    int cellWidth() const noexcept { return atlas == nullptr ? 1 : atlas->width(); }

    int cellHeight() const noexcept { return atlas == nullptr ? 1 : atlas->height(); }

    float scale() const noexcept { return pixelScale; }

    void set (int column, int row, GridCell cell) noexcept
    {
        auto& old = at (column, row);

        if (old == cell)
            return;

        old = cell;
        dirty[static_cast<std::size_t> (row)] = 1;
    }

    /** Writes ASCII from a column on and answers the column behind it. Cuts at the edge. */
    int write (int column, int row, std::string_view, juce::Colour ink, juce::Colour ground) noexcept;

    /** Changes the ground of cells and keeps what stands in them. */
    void setGround (int column, int row, int width, juce::Colour) noexcept;

    const GridCell& cell (int column, int row) const noexcept { return cells[static_cast<std::size_t> (row * columnCount + column)]; }

    /** Moves all rows up by `lines` (down when negative), their pixels too; the rows that come in are to be written anew. */
    void scroll (int lines);

    /** Paints the rows that changed into the picture; answers them as a rectangle of pixels, empty when nothing did. */
    juce::Rectangle<int> paintChanges();

    /** True when paintChanges() would have something to do. */
    bool hasChanges() const noexcept;

    const juce::Image& picture() const noexcept { return image; }

private:
    class Stamps;

    GridCell& at (int column, int row) noexcept
    {
        jassert (column >= 0 && column < columnCount && row >= 0 && row < rowCount);
        return cells[static_cast<std::size_t> (row * columnCount + column)];
    }

    void paintRow (int row, juce::Image::BitmapData&);

    std::unique_ptr<GlyphAtlas> atlas;
    std::unique_ptr<Stamps> stamps;
    std::vector<GridCell> cells;
    std::vector<juce::uint8> dirty;
    juce::Image image;
    int columnCount = 0, rowCount = 0;
    float pixelScale = 1;
};

/** The component that shows a grid at the physical resolution of the screen; subclasses write its cells. */
class TextGridView : public juce::Component
{
public:
    TextGridView();

    TextGrid grid;

    /** Em in points and height of a line in points; the grid is laid out anew. */
    void setText (float points, int rowHeight);

    /** Size of a cell in points. */
    float cellWidth() const noexcept { return static_cast<float> (grid.cellWidth()) / grid.scale(); }

    float cellHeight() const noexcept { return static_cast<float> (grid.cellHeight()) / grid.scale(); }

    /** The cell under a place of the component; may lie outside the grid. */
    juce::Point<int> cellAt (juce::Point<float>) const noexcept;

    /** Cells as a rectangle of the component. */
    juce::Rectangle<float> boundsOf (int column, int row, int width, int height = 1) const noexcept;

    /** Paints what changed and repaints those rows only. Call it after writing. */
    void flush();

    void paint (juce::Graphics&) override;
    void resized() override;
    void lookAndFeelChanged() override;

protected:
    /** The grid has a new size, scale or theme: all cells are to be written. */
    virtual void layOut() {}

private:
    void fit (float scale);

    float textPoints = 12.5f;
    int rowHeight = 19;
};

} // namespace athanor
