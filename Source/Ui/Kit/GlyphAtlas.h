// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_graphics/juce_graphics.h>
#include <vector>

namespace athanor
{

/** The glyphs of a monospaced face as 8-bit coverage, drawn once for a size, each exactly one cell large. */
class GlyphAtlas
{
public:
    /** The codes a grid knows: printable ASCII, then the few signs that follow here. 0 is an empty cell. */
    enum Code : juce::uint8 { empty = 0,
                              firstAscii = 0x20,
                              lastAscii = 0x7e,
                              middleDot = 0x7f,
                              dash, ///< A stroke at half height that joins its neighbours' strokes.
                              arrowRight,
                              sharp,
                              tie,
                              block,
                              count };

    /** `width` and `height` are those of a cell in physical pixels; the em of the font is `em` pixels high. */
    GlyphAtlas (const juce::Font&, float em, int width, int height);

    int width() const noexcept { return cellWidth; }

    int height() const noexcept { return cellHeight; }

    /** Coverage of a glyph, width() by height(), row by row. Unknown codes are empty. */
    const juce::uint8* glyph (juce::uint8 code) const noexcept
    {
        return coverage.data() + static_cast<std::size_t> (code < count ? code : 0) * static_cast<std::size_t> (cellWidth * cellHeight);
    }

    /** The code of a character; `empty` when the grid cannot show it. */
    static juce::uint8 codeOf (juce::juce_wchar) noexcept;

private:
    void draw (juce::uint8 code, const juce::Font&, float baseline);

    int cellWidth, cellHeight;
    std::vector<juce::uint8> coverage;
};

} // namespace athanor
