// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/NoteInput.h"

#include "App/SmallProject.h"
#include "Engine/Engine.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct NoteInputTest : testing::Test
{
    NoteInputTest()
    {
        session.start (small.project);
        session.select ([&] (Selection& selection) { selection = settled (small.project, selection); });
    }

    /** The song goes on by so many seconds. */
    void play (double seconds)
    {
        std::vector<float> left (static_cast<std::size_t> (seconds * session.player().device().sampleRate)), right (left.size());
        session.player().engine().process (threads.audio, left.data(), right.data(), static_cast<int> (left.size()));
        session.player().update();
    }

    Cell cell (int line, int column = 0) const { return cellAt (session.project(), small.pattern, small.at (small.left, line, CellPart::note, column)); }

    SmallProject small;
    Session session;
    NoteInput input { session };
    ThreadsForTests threads;
};
} // namespace

TEST_F (NoteInputTest, writesANoteAndGoesOnByTheEditStep)
{
    session.select ([] (Selection& selection) { selection.editStep = 3; });
    input.press (48, {}, true);

    EXPECT_EQ (cell (0).key, 48);
    EXPECT_EQ (cell (0).instrument, small.piano);
    EXPECT_EQ (cell (0).volume, Cell::empty) << "a computer's key says nothing of how hard it was pressed";
    EXPECT_EQ (session.selection().cursor.line, 3);
    EXPECT_EQ (session.nameOfUndo(), "write C-4");
}

TEST_F (NoteInputTest, writesTheVelocityOfAKeyThatTellsIt)
{
    input.press (48, 0.5, true);
    EXPECT_EQ (cell (0).volume, 0x40);
}

TEST_F (NoteInputTest, ignoresAKeyThatIsDownAlready)
{
    input.press (48, {}, true);
    input.press (48, {}, true);

    EXPECT_TRUE (cell (1).isEmpty());
    input.release (48);
    input.press (48, {}, true);
    EXPECT_EQ (cell (1).key, 48);
}

TEST_F (NoteInputTest, soundsWithoutWritingWhileKeysAreNotRecorded)
{
    session.select ([] (Selection& selection) { selection.isEditing = false; });
    input.press (48, {}, true);

    EXPECT_TRUE (input.isDown (48));
    EXPECT_TRUE (cell (0).isEmpty());
}

TEST_F (NoteInputTest, doesNotWriteOutsideThePattern)
{
    input.press (48, {}, false);
    EXPECT_TRUE (cell (0).isEmpty());
}

TEST_F (NoteInputTest, writesHeldKeysSideBySide)
{
    session.edit ("columns", [&] (Project& project) { project.tracks.edit (small.left).noteColumns = 2; });
    session.select ([] (Selection& selection) { selection.editStep = 0; });
    input.press (48, {}, true);
    input.press (52, {}, true);

    EXPECT_EQ (cell (0, 0).key, 48);
    EXPECT_EQ (cell (0, 1).key, 52);
}

TEST_F (NoteInputTest, writesAChordIntoOneLineAndGoesOnOnce)
{
    session.edit ("columns", [&] (Project& project) { project.tracks.edit (small.left).noteColumns = 3; });
    input.press (48, {}, true);
    input.press (52, {}, true);
    input.press (55, {}, true);

    EXPECT_EQ (cell (0, 0).key, 48);
    EXPECT_EQ (cell (0, 1).key, 52);
    EXPECT_EQ (cell (0, 2).key, 55);
    EXPECT_EQ (session.selection().cursor.line, 1);

    input.press (59, {}, true);
    EXPECT_EQ (cell (1, 0).key, 59) << "where no column is left, the next line begins";
    input.releaseAll();
    input.press (60, {}, true);
    EXPECT_EQ (cell (2, 0).key, 60) << "keys that are pressed one after the other are no chord";
}

TEST_F (NoteInputTest, writesNothingWhileSomebodyPlaysAlong)
{
    session.player().playFrom (small.slot, Ticks());
    play (0.51);
    input.press (48, {}, true);
    EXPECT_EQ (session.nameOfUndo(), "");

    input.release (48);
    session.select ([] (Selection& selection) { selection.follows = false; });
    input.press (50, {}, true);
    EXPECT_EQ (cell (0).key, 50) << "a view that stands still is edited while the song plays";
}

TEST_F (NoteInputTest, writesTheEndOfANoteWithoutAnInstrument)
{
    input.writeEnd (key::off);

    EXPECT_EQ (cell (0).key, key::off);
    EXPECT_FALSE (cell (0).instrument);
    EXPECT_EQ (session.selection().cursor.line, 1);
}

TEST_F (NoteInputTest, writesWhereTheSongIsWhileItIsRecorded)
{
    session.select ([] (Selection& selection) { selection.isRecording = true; });
    session.player().playFrom (small.slot, Ticks());
    session.select ([] (Selection& selection) { selection.cursor.line = 7; });
    play (0.51); // At 120 beats a minute a line takes an eighth of a second.
    input.press (48, {}, true);
    play (0.25);
    input.release (48);

    EXPECT_TRUE (cell (7).isEmpty());
    EXPECT_EQ (cell (4).key, 48);
    EXPECT_EQ (cell (6).key, key::off);
    EXPECT_EQ (session.selection().cursor.line, 7);
}

TEST_F (NoteInputTest, keysThatArePlayedWhileTheSongIsCountedInAreWrittenOnlyIfTheyMeanItsFirstLine)
{
    auto& player = session.player();
    player.setCountIn (1);
    player.setRecording (true);
    session.select ([] (Selection& selection) { selection.isRecording = true; });
    player.playFrom (small.slot, Ticks());
    play (1);
    EXPECT_TRUE (player.position().isPlaying);
    EXPECT_NEAR (player.position().countIn, 2, 0.01);
    EXPECT_EQ (player.position().bar, -1);
    EXPECT_EQ (player.position().beat, 3);
    input.press (48, {}, true);
    input.release (48);
    EXPECT_TRUE (cell (0).isEmpty());
    EXPECT_EQ (session.nameOfUndo(), "");
    play (0.98);
    input.press (50, {}, true);
    play (0.1);
    EXPECT_EQ (cell (0).key, 50);
    EXPECT_EQ (player.position().countIn, 0);
    EXPECT_EQ (player.position().bar, 1);

    player.setRecording (false);
    player.playFrom (small.slot, Ticks());
    play (0.1);
    EXPECT_EQ (player.position().countIn, 0) << "what is only played is not counted in";
}

TEST_F (NoteInputTest, writesHowFarBetweenTwoLinesWhileTheDelayColumnsAreOpen)
{
    session.select ([] (Selection& selection) {
        selection.showsDelay = true;
        selection.isRecording = true;
    });
    session.player().playFrom (small.slot, Ticks());
    play (0.5625); // Line 4.5
    input.press (48, {}, true);

    EXPECT_EQ (cell (4).key, 48);
    EXPECT_NEAR (cell (4).delay, 128, 6) << "to the quantum of the engine";
}

TEST_F (NoteInputTest, ignoresKeysThatNoKeyboardHas)
{
    input.press (-1, {}, true);
    input.press (120, {}, true);
    input.release (5);

    EXPECT_EQ (session.nameOfUndo(), "");
}

} // namespace athanor
