// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/PatternGrid.h"

#include "Support/Chance.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct PatternGridTest : SongTest
{
    PatternGridTest()
    {
        grid.setSize (900, 500);
        picture (grid); // A grid is laid out when its scale is known.
    }

    /** What stands in the grid, as text; a dash for the stroke of an empty note. */
    std::string text (int row, int cell, int width) const
    {
        std::string read;

        for (int i = cell; i < cell + width; ++i)
        {
            const auto glyph = grid.grid.cell (i, row).glyph;
            read += glyph == GlyphAtlas::dash ? '-' : glyph == 0 ? ' '
                                                                 : static_cast<char> (glyph);
        }

        return read;
    }

    void write (int line, const std::function<void (Cell&)>& change)
    {
        session.edit ("test", [&] (Project& project) { change (editClip (project, now().pattern, now().cursor.track).notes.edit ({ line, 0 })); });
    }

    int lane() const { return grid.lanes().lanes().front().cell + GridWriter::gutter; }

    juce::Point<float> centreOf (int cell, int row) { return grid.boundsOf (cell, row, 1).getCentre(); }

    PatternGrid grid { session };
};
} // namespace

TEST_F (PatternGridTest, showsWhatIsWritten)
{
    EXPECT_EQ (text (3, lane(), 16), " --- .. .. .... ");

    write (3, [this] (Cell& cell) {
        cell.key = 48;
        cell.instrument = now().instrument;
        cell.volume = 0x4a;
    });

    EXPECT_EQ (text (3, lane(), 16), " C-4 01 4A .... ");
    session.undo();
    EXPECT_EQ (text (3, lane(), 16), " --- .. .. .... ");
}

TEST_F (PatternGridTest, showsPanningAndDelayWhenTheyAreUnfolded)
{
    session.select ([] (Selection& selection) { selection.showsPanning = selection.showsDelay = true; });
    EXPECT_EQ (text (0, lane(), 22), " --- .. .. .. .. .... ");
}

TEST_F (PatternGridTest, numbersItsLines)
{
    EXPECT_EQ (text (0, 0, 6), " 000  ");
    EXPECT_EQ (text (17, 0, 6), " 017  ");
}

TEST_F (PatternGridTest, touchesOnlyRowsThatChange)
{
    write (3, [] (Cell& cell) { cell.key = 48; });
    EXPECT_FALSE (grid.grid.hasChanges()) << "it is painted already";

    const auto before = grid.grid.picture().createCopy();
    write (5, [] (Cell& cell) { cell.key = 50; });
    const auto after = grid.grid.picture();
    const auto height = grid.grid.cellHeight();
    const auto isSame = [&] (int row) {
        for (int y = row * height; y < (row + 1) * height; ++y)
            for (int x = 0; x < after.getWidth(); ++x)
                if (before.getPixelAt (x, y) != after.getPixelAt (x, y))
                    return false;

        return true;
    };

    EXPECT_TRUE (isSame (4));
    EXPECT_FALSE (isSame (5));
    EXPECT_TRUE (isSame (6));
}

TEST_F (PatternGridTest, putsTheCursorWhereTheMousePoints)
{
    const auto field = grid.lanes().lanes()[1].fields[2]; // volume of the second track
    click (grid, centreOf (field.cell + GridWriter::gutter + 1, 7));

    EXPECT_EQ (now().cursor, (PatternCursor { field.strip.track, 0, CellPart::volume, 1, 7 }));
    EXPECT_FALSE (now().block);
}

TEST_F (PatternGridTest, marksWhatTheMouseIsDraggedOver)
{
    const auto first = grid.lanes().lanes()[0].fields.front();
    const auto last = grid.lanes().lanes()[1].fields.back();
    drag (grid, centreOf (first.cell + GridWriter::gutter, 2), centreOf (last.cell + GridWriter::gutter, 6));

    ASSERT_TRUE (now().block);
    const auto area = areaOf (session.project(), now().pattern, *now().block);
    EXPECT_EQ (linesIn (area, 4), (std::pair { 2, 7 }));
    EXPECT_EQ (area.strips.front(), first.strip);
    EXPECT_EQ (area.strips.back(), last.strip);
}

TEST_F (PatternGridTest, scrollsSoThatTheCursorIsSeen)
{
    session.select ([this] (Selection& selection) {
        selection = now();
        selection.cursor.line = 60;
    });

    const auto row = grid.lanes().rowOf (now().cursor) - grid.firstRow();
    EXPECT_GE (row, 0);
    EXPECT_LT (row, grid.grid.rows());
    EXPECT_EQ (text (row, 0, 4), " 060");
}

TEST_F (PatternGridTest, looksAfterEveryMoveAsIfItWasWrittenAnew)
{
    auto dice = chance (11);

    for (int step = 0; step < rounds (300); ++step)
    {
        const auto move = static_cast<CursorMove> (dice() % 10);
        session.select ([&] (Selection& selection) { selection = moved (session.project(), now(), move, dice() % 4 == 0); });

        std::vector<GridCell> before;

        for (int row = 0; row < grid.grid.rows(); ++row)
            for (int cell = 0; cell < grid.grid.columns(); ++cell)
                before.push_back (grid.grid.cell (cell, row));

        session.onProject.call();
        auto place = before.begin();

        for (int row = 0; row < grid.grid.rows(); ++row)
            for (int cell = 0; cell < grid.grid.columns(); ++cell, ++place)
                ASSERT_EQ (grid.grid.cell (cell, row), *place) << "step " << step << ", row " << row << ", cell " << cell;
    }
}

TEST_F (PatternGridTest, saysWhatTheCursorStandsOn)
{
    write (0, [] (Cell& cell) { cell.key = 48; });
    EXPECT_EQ (grid.spoken(), "Lead, line 0: C-4");
}

TEST_F (PatternGridTest, livesThroughEverythingThatCanBeTakenAway)
{
    session.select ([this] (Selection& selection) { selection = now(); });

    while (patternTracks (session.project()).size() > 0 && session.actions().run ("track.remove"))
        continue;

    click (grid, { 100, 100 });
    session.start (Project());
    click (grid, { 100, 100 });
    EXPECT_EQ (grid.lanes().lanes().size(), 0u);
}

} // namespace athanor
