// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/KeyboardView.h"

#include "Ui/Synth/SynthFixture.h"

namespace athanor
{

namespace
{
class KeyboardTest : public SynthTest
{
public:
    KeyboardView& keyboard() { return view.foot()->keyboard; }

    juce::Point<float> middleOf (int note) { return keyboard().keyArea (note).withTrimmedTop (2).getCentre(); }
};
} // namespace

TEST_F (KeyboardTest, everyKeyIsFoundWhereItIsDrawn)
{
    for (int note = keyboard().lowestNote(); ! keyboard().keyArea (note).isEmpty(); ++note)
    {
        const auto area = keyboard().keyArea (note);
        EXPECT_EQ (keyboard().noteAt ({ area.getCentreX(), area.getBottom() - 2 }), note);
    }

    EXPECT_FALSE (keyboard().keyArea (60).isEmpty()) << "middle C is in sight";
}

TEST_F (KeyboardTest, theMousePlaysAKeyAndIsShown)
{
    keyboard().mouseDown (eventAt (keyboard(), middleOf (64)));
    hear (4'800);
    EXPECT_TRUE (keyboard().isLit (64));
    EXPECT_FALSE (keyboard().isLit (65));
    EXPECT_EQ (session.player().synth (instrument)->voices, 1);
    keyboard().mouseUp (eventAt (keyboard(), middleOf (64)));
    hear (96'000);
    EXPECT_FALSE (keyboard().isLit (64));
    EXPECT_EQ (session.player().synth (instrument)->voices, 0);
    EXPECT_EQ (session.nameOfUndo(), "") << "playing is no edit";
}

TEST_F (KeyboardTest, whatOthersPlayIsShown)
{
    press (67);
    hear (1'024);
    EXPECT_TRUE (keyboard().isLit (67));
}

TEST_F (KeyboardTest, theArrowKeysMoveItByAnOctave)
{
    const auto before = keyboard().lowestNote();
    keyboard().keyPressed (juce::KeyPress (juce::KeyPress::leftKey));
    EXPECT_EQ (keyboard().lowestNote(), before - 12);

    for (int i = 0; i < 20; ++i)
        keyboard().moveBy (1);

    EXPECT_LE (keyboard().lowestNote(), 120);
    EXPECT_FALSE (keyboard().keyArea (keyboard().lowestNote()).isEmpty());
}

TEST_F (KeyboardTest, whatIsHeardIsDrawnAndFallsToRest)
{
    auto& sound = view.foot()->sound;
    press();

    for (int i = 0; i < 8; ++i)
        hear (1'024);

    EXPECT_GT (*std::ranges::max_element (sound.wave()), 0.02f);
    EXPECT_GT (*std::ranges::max_element (sound.spectrum()), 0.4f);
    session.player().stopNote (sounding);
    hear (96'000);

    for (int i = 0; i < 60; ++i)
        hear (1'024);

    EXPECT_EQ (*std::ranges::max_element (sound.spectrum()), 0.0f);
}

} // namespace athanor
