// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/TextGrid.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class TextGridTest : public KitTest
{
public:
    void SetUp() override
    {
        grid.setFont (look.fonts(), 12.5f, 19, 1);
        grid.setSize (20, 6);
        grid.clear (black);
        grid.paintChanges();
    }

    juce::Colour pixel (int column, int row, int x, int y) const { return grid.picture().getPixelAt (column * grid.cellWidth() + x, row * grid.cellHeight() + y); }

    /** How much ink a cell has, 0 to 1. */
    float inkOf (int column, int row) const
    {
        auto sum = 0.0f;

        for (int y = 0; y < grid.cellHeight(); ++y)
            for (int x = 0; x < grid.cellWidth(); ++x)
                sum += pixel (column, row, x, y).getFloatRed();

        return sum / static_cast<float> (grid.cellWidth() * grid.cellHeight());
    }

    const juce::Colour black { 0xff000000 }, white { 0xffffffff }, blue { 0xff102040 };
    TextGrid grid;
};

} // namespace

TEST_F (TextGridTest, drawsEveryPrintableCharacterInsideItsCellAndDifferently)
{
    std::set<std::vector<juce::uint8>> shapes;
    const GlyphAtlas atlas (look.fonts().font (Face::number, 12.5f), 12.5f, 8, 19);

    for (auto code = GlyphAtlas::firstAscii + 1; code < GlyphAtlas::count; ++code)
    {
        auto* glyph = atlas.glyph (static_cast<juce::uint8> (code));
        std::vector<juce::uint8> shape (glyph, glyph + 8 * 19);
        EXPECT_GT (*std::max_element (shape.begin(), shape.end()), 60) << code;
        shapes.insert (shape);
    }

    EXPECT_EQ (shapes.size(), static_cast<std::size_t> (GlyphAtlas::count - GlyphAtlas::firstAscii - 2)) << "only the sharp looks like another: '#'";
}

TEST_F (TextGridTest, paintsInkOnGround)
{
    EXPECT_EQ (grid.write (2, 1, "C-4", white, blue), 5);
    grid.paintChanges();
    EXPECT_EQ (pixel (2, 1, 0, 0), blue);
    EXPECT_EQ (pixel (1, 1, 0, 0), black);
    EXPECT_EQ (pixel (5, 1, 0, 0), black);
    EXPECT_GT (inkOf (2, 1), 0.1f);
}

TEST_F (TextGridTest, fillsABlockWithPureInk)
{
    grid.set (0, 0, { white.getARGB(), blue.getARGB(), GlyphAtlas::block });
    grid.paintChanges();
    EXPECT_FLOAT_EQ (inkOf (0, 0), 1);
}

TEST_F (TextGridTest, paintsOnlyTheRowsThatChanged)
{
    grid.write (0, 2, "A", white, black);
    grid.write (0, 3, "A", white, black);
    EXPECT_EQ (grid.paintChanges().withWidth (1), juce::Rectangle<int> (0, 2 * 19, 1, 2 * 19));
    EXPECT_FALSE (grid.hasChanges());
    grid.write (0, 2, "A", white, black);
    EXPECT_FALSE (grid.hasChanges()) << "the same again is no change";
    EXPECT_TRUE (grid.paintChanges().isEmpty());
}

TEST_F (TextGridTest, cutsTextAtBothEdges)
{
    grid.write (-2, 0, "ABCD", white, black);
    grid.write (18, 0, "WXYZ", white, black);
    EXPECT_EQ (grid.cell (0, 0).glyph, 'C');
    EXPECT_EQ (grid.cell (19, 0).glyph, 'X');
}

TEST_F (TextGridTest, showsAfterScrollingWhatItWouldShowIfItWereWrittenAnew)
{
    const auto writeFrom = [this] (TextGrid& target, int first, int from, int until) {
        for (int row = from; row < until; ++row)
            target.write (0, row, juce::String ("row " + juce::String (row + first) + "                ").toStdString(), white, row + first == 3 ? blue : black);
    };

    TextGrid anew;
    anew.setFont (look.fonts(), 12.5f, 19, 1);
    anew.setSize (20, 6);
    anew.clear (black);

    for (auto lines : { 1, 2, -1, -2, 5, -5, 6, -9 })
    {
        writeFrom (grid, 10, 0, 6);
        grid.paintChanges();
        grid.scroll (lines);

        // A view writes the rows that came in; writing all of them must change nothing more.
        writeFrom (grid, 10 + lines, 0, 6);
        grid.paintChanges();
        writeFrom (anew, 10 + lines, 0, 6);
        anew.paintChanges();

        for (int y = 0; y < 6 * 19; ++y)
            for (int x = 0; x < 20 * 8; x += 3)
                ASSERT_EQ (grid.picture().getPixelAt (x, y), anew.picture().getPixelAt (x, y)) << lines << " lines, at " << x << ", " << y;
    }
}

TEST_F (TextGridTest, keepsItsPicturesApartWhenThereAreMoreColoursThanItHasRoomFor)
{
    juce::uint32 colour = 1;

    for (int round = 0; round < 100; ++round)
        for (int row = 0; row < 6; ++row)
        {
            for (int column = 0; column < 20; ++column)
                grid.set (column, row, { (colour++ * 2654435761u) | 0xff000000u, black.getARGB(), GlyphAtlas::block });

            grid.paintChanges();

            for (int column = 0; column < 20; ++column)
                ASSERT_EQ (pixel (column, row, 3, 3).getARGB(), grid.cell (column, row).ink);
        }
}

TEST_F (TextGridTest, knowsTheSignsOfAPattern)
{
    EXPECT_EQ (GlyphAtlas::codeOf ('A'), 'A');
    EXPECT_EQ (GlyphAtlas::codeOf (0x2500), GlyphAtlas::dash);
    EXPECT_EQ (GlyphAtlas::codeOf (0x1f600), GlyphAtlas::empty);
}

TEST_F (TextGridTest, isSharpAtEveryScaleOfTheWindow)
{
    struct View : TextGridView
    {
        void layOut() override { grid.set (1, 1, { 0xffffffff, 0xff000000, GlyphAtlas::block }); }
    };

    View view;
    view.setBounds (0, 0, 200, 100);

    for (auto scale : { 0.5f, 1.0f, 1.25f, 1.5f, 2.0f, 3.0f })
    {
        const auto image = picture (view, scale);
        const auto cell = view.boundsOf (1, 1, 1) * scale;
        EXPECT_EQ (cell.getX(), std::round (cell.getX())) << "cells begin on pixels at " << scale;

        const auto x = juce::roundToInt (cell.getX()), y = juce::roundToInt (cell.getY());
        EXPECT_EQ (image.getPixelAt (x, y).getARGB(), 0xffffffff) << scale;
        EXPECT_NE (image.getPixelAt (x - 1, y).getARGB(), 0xffffffff) << scale;
        EXPECT_EQ (view.cellAt (view.boundsOf (1, 1, 1).getCentre()), (juce::Point<int> (1, 1)));
    }
}

} // namespace athanor
