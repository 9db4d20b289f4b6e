// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/TextGrid.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace athanor
{

namespace
{

constexpr int bytesPerPixel = 3; ///< JUCE copies an opaque picture into a window twice as fast as one with alpha.
constexpr int chunk = 8;         ///< Pixels copied at once: 24 bytes, one and a half vectors.

juce::uint32 blend (juce::uint32 ground, juce::uint32 ink, juce::uint32 coverage) noexcept
{
    // Two channels at a time, with 255 treated as whole.
    const auto weight = coverage + (coverage >> 7);
    const auto mix = [weight] (juce::uint32 from, juce::uint32 to) { return ((from * (256 - weight) + to * weight) >> 8) & 0x00ff00ff; };
    return (mix ((ground >> 8) & 0x00ff00ff, (ink >> 8) & 0x00ff00ff) << 8) | mix (ground & 0x00ff00ff, ink & 0x00ff00ff);
}

} // namespace

/** Finished pictures of cells. A pattern shows a few hundred different ones, so almost every cell is a copy. */
class TextGrid::Stamps
{
public:
    explicit Stamps (const GlyphAtlas& glyphs)
        : atlas (glyphs), stride ((glyphs.width() + chunk - 1) / chunk * chunk * bytesPerPixel), table (tableSize)
    {
        pixels.resize (static_cast<std::size_t> (capacity * stride * atlas.height()));
    }

    /** Bytes from one line of a cell to the next: whole chunks. */
    int rowStride() const noexcept { return stride; }

    /** Makes sure that so many new cells can be asked for without an older answer becoming invalid. */
    void reserve (int cells)
    {
        if (used + cells <= capacity)
            return;

        if (cells > capacity)
        {
            capacity = 2 * cells;
            pixels.resize (static_cast<std::size_t> (capacity * stride * atlas.height()));
        }

        if (capacity * 2 > static_cast<int> (table.size()))
            table.resize (table.size() * 2);

        std::fill (table.begin(), table.end(), Entry {});
        used = 0;
    }

    const juce::uint8* find (const GridCell& cell) noexcept
    {
        const auto mask = table.size() - 1;
        auto place = (cell.ink * 0x9e3779b1u ^ cell.ground * 0x85ebca6bu ^ cell.glyph * 0xc2b2ae35u);
        place ^= place >> 15;

        for (auto at = static_cast<std::size_t> (place) & mask;; at = (at + 1) & mask)
        {
            auto& entry = table[at];

            if (entry.slot < 0)
            {
                entry = { cell, used++ };
                draw (cell, slotPixels (entry.slot));
            }

            if (entry.cell == cell)
                return slotPixels (entry.slot);
        }
    }

private:
    struct Entry
    {
        GridCell cell;
        int slot = -1;
    };

    static constexpr std::size_t tableSize = 8192;

    juce::uint8* slotPixels (int slot) noexcept { return pixels.data() + static_cast<std::size_t> (slot * stride * atlas.height()); }

    void draw (const GridCell& cell, juce::uint8* out) const noexcept
    {
        auto* coverage = atlas.glyph (cell.glyph);

        for (int y = 0; y < atlas.height(); ++y, out += stride)
        {
            for (int x = 0; x < stride / bytesPerPixel; ++x)
            {
                const auto pixel = blend (cell.ground, cell.ink, x < atlas.width() ? *coverage++ : 0u);
                auto& target = *reinterpret_cast<juce::PixelRGB*> (out + x * bytesPerPixel);
                target.setARGB (0xff, static_cast<juce::uint8> (pixel >> 16), static_cast<juce::uint8> (pixel >> 8), static_cast<juce::uint8> (pixel));
            }
        }
    }

    const GlyphAtlas& atlas;
    int stride, capacity = 2048, used = 0;
    std::vector<Entry> table;
    std::vector<juce::uint8> pixels;
};

TextGrid::TextGrid() = default;
TextGrid::~TextGrid() = default;

void TextGrid::setFont (const Fonts& fonts, float points, int rowHeight, float scale)
{
    const auto em = points * scale;
    const auto font = fonts.font (Face::number, em);
    const auto width = std::max (2, juce::roundToInt (font.getStringWidthFloat ("0")));

    stamps = nullptr;
    atlas = std::make_unique<GlyphAtlas> (font, em, width, juce::roundToInt (static_cast<float> (rowHeight) * scale));
    stamps = std::make_unique<Stamps> (*atlas);
    pixelScale = scale;
    image = {};
    setSize (columnCount, rowCount);
}

void TextGrid::setSize (int columnsWanted, int rowsWanted)
{
    columnCount = std::max (0, columnsWanted);
    rowCount = std::max (0, rowsWanted);
    cells.assign (static_cast<std::size_t> (columnCount * rowCount), {});
    dirty.assign (static_cast<std::size_t> (rowCount), 1);

    // The last column of a row may be copied beyond its end, into the padding.
    const auto width = columnCount * cellWidth() + 2 * chunk, height = rowCount * cellHeight();

    if (columnCount == 0 || rowCount == 0)
        image = {};
    else if (image.getWidth() != width || image.getHeight() != height)
        image = juce::Image (juce::Image::RGB, width, height, true, juce::SoftwareImageType());
}

void TextGrid::clear (juce::Colour ground)
{
    const GridCell blank { ground.getARGB(), ground.getARGB(), GlyphAtlas::empty };

    for (int row = 0; row < rowCount; ++row)
        for (int column = 0; column < columnCount; ++column)
            set (column, row, blank);
}

int TextGrid::write (int column, int row, std::string_view words, juce::Colour ink, juce::Colour ground) noexcept
{
    GridCell cell { ink.getARGB(), ground.getARGB(), 0 };

    for (auto character : words)
    {
        if (column >= columnCount)
            break;

        cell.glyph = static_cast<juce::uint8> (character);

        if (column >= 0)
            set (column, row, cell);

        ++column;
    }

    return column;
}

void TextGrid::setGround (int column, int row, int width, juce::Colour ground) noexcept
{
    for (auto at = std::max (0, column); at < std::min (columnCount, column + width); ++at)
    {
        auto changed = cell (at, row);
        changed.ground = ground.getARGB();
        set (at, row, changed);
    }
}

void TextGrid::scroll (int lines)
{
    if (lines == 0 || rowCount == 0)
        return;

    if (std::abs (lines) >= rowCount)
    {
        std::fill (dirty.begin(), dirty.end(), juce::uint8 { 1 });
        return;
    }

    const auto shift = static_cast<std::ptrdiff_t> (std::abs (lines));
    const auto cellShift = shift * columnCount;

    if (lines > 0)
    {
        std::move (cells.begin() + cellShift, cells.end(), cells.begin());
        std::move (dirty.begin() + shift, dirty.end(), dirty.begin());
        std::fill (dirty.end() - shift, dirty.end(), juce::uint8 { 1 });
    }
    else
    {
        std::move_backward (cells.begin(), cells.end() - cellShift, cells.end());
        std::move_backward (dirty.begin(), dirty.end() - shift, dirty.end());
        std::fill (dirty.begin(), dirty.begin() + shift, juce::uint8 { 1 });
    }

    const auto pixels = lines * cellHeight();
    image.moveImageSection (0, std::max (0, -pixels), 0, std::max (0, pixels), image.getWidth(), image.getHeight() - std::abs (pixels));
}

bool TextGrid::hasChanges() const noexcept
{
    return std::find (dirty.begin(), dirty.end(), juce::uint8 { 1 }) != dirty.end();
}

void TextGrid::paintRow (int row, juce::Image::BitmapData& pixels)
{
    stamps->reserve (columnCount);

    const auto width = cellWidth(), height = cellHeight(), stride = stamps->rowStride();
    auto* line = &cells[static_cast<std::size_t> (row * columnCount)];
    auto* base = pixels.getLinePointer (row * height);

    // Left to right: what a copy writes beyond its cell is overwritten by the next.
    for (int column = 0; column < columnCount; ++column)
    {
        auto* from = stamps->find (line[column]);
        auto* to = base + static_cast<std::ptrdiff_t> (column) * width * bytesPerPixel;

        for (int y = 0; y < height; ++y, from += stride, to += pixels.lineStride)
            for (int x = 0; x < stride; x += chunk * bytesPerPixel)
                std::memcpy (to + x, from + x, chunk * bytesPerPixel);
    }
}

juce::Rectangle<int> TextGrid::paintChanges()
{
    if (atlas == nullptr || image.isNull() || ! hasChanges())
        return {};

    juce::Image::BitmapData pixels (image, juce::Image::BitmapData::readWrite);
    auto first = rowCount, last = -1;

    for (int row = 0; row < rowCount; ++row)
        if (std::exchange (dirty[static_cast<std::size_t> (row)], juce::uint8 { 0 }) != 0)
        {
            paintRow (row, pixels);
            first = std::min (first, row);
            last = row;
        }

    return { 0, first * cellHeight(), image.getWidth(), (last - first + 1) * cellHeight() };
}

} // namespace athanor
