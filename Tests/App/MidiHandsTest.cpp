// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/MidiHands.h"

#include "App/SmallProject.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct MidiHandsTest : testing::Test
{
    MidiHandsTest()
    {
        session.start (small.project);
        session.select ([&] (Selection& selection) { selection = settled (small.project, selection); });
    }

    void turnOnScreen (double position) { session.player().turn (address, position); }

    SmallProject small;
    Session session;
    TemporaryFolder folder;
    const std::string address = "track/" + toHex (small.left.value) + "/panning";
};
} // namespace

TEST_F (MidiHandsTest, aKeyIsWrittenWhereTheCursorIs)
{
    MidiHands hands (session);
    hands.receive ({ 0x90, 60, 127 });
    const auto cell = cellAt (session.project(), small.pattern, small.at (small.left, 0, CellPart::note, 0));
    EXPECT_EQ (cell.key, 48);
    EXPECT_EQ (cell.volume, 0x80);
}

TEST_F (MidiHandsTest, aKeyOnlySoundsWhileThePatternIsNotInView)
{
    session.select ([] (Selection& selection) { selection.showsPattern = false; });
    MidiHands hands (session);
    hands.receive ({ 0x90, 60, 127 });
    EXPECT_EQ (session.nameOfUndo(), "");
}

TEST_F (MidiHandsTest, aControllerTurnsWhatItWasTaught)
{
    MidiHands hands (session);
    turnOnScreen (0.1);
    ASSERT_TRUE (session.actions().run ("midi.learn"));
    hands.receive ({ 0xb2, 74, 127 });
    EXPECT_EQ (session.player().livePosition (address), 1.0);
    hands.receive ({ 0xb2, 74, 0 });
    EXPECT_EQ (session.player().livePosition (address), 0.0);
    hands.receive ({ 0xb3, 74, 127 });
    EXPECT_EQ (session.player().livePosition (address), 0.0) << "another channel is another controller";

    ASSERT_TRUE (session.actions().run ("midi.forget"));
    hands.receive ({ 0xb2, 74, 127 });
    EXPECT_EQ (session.player().livePosition (address), 0.0);
}

TEST_F (MidiHandsTest, aParameterLearnsByItsAddressWithoutBeingTurned)
{
    MidiHands hands (session);
    ASSERT_TRUE (session.actions().run ("midi.learnParameter", { { "address", address } }));
    hands.receive ({ 0xb0, 21, 127 });
    EXPECT_EQ (session.player().livePosition (address), 1.0);

    ASSERT_TRUE (session.actions().run ("midi.forgetParameter", { { "address", address } }));
    hands.receive ({ 0xb0, 21, 0 });
    EXPECT_EQ (session.player().livePosition (address), 1.0);
    EXPECT_FALSE (session.actions().run ("midi.learnParameter", { { "address", "nowhere" } }));
}

TEST_F (MidiHandsTest, whatWasTaughtIsRememberedByTheNextOne)
{
    const auto file = folder.path / "athanor" / "controllers.txt";
    {
        MidiHands hands (session, file);
        turnOnScreen (0.1);
        ASSERT_TRUE (session.actions().run ("midi.learn"));
        hands.receive ({ 0xb0, 20, 10 });
    }
    MidiLearn next (file);
    EXPECT_EQ (next.move (1, 20), address);
    EXPECT_FALSE (next.move (1, 21));
}

TEST_F (MidiHandsTest, nothingCanBeTaughtBeforeSomethingWasTurned)
{
    MidiHands hands (session);
    EXPECT_FALSE (session.actions().run ("midi.learn"));
}

} // namespace athanor
