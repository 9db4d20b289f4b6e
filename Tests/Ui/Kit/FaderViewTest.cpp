// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/FaderView.h"

#include "Ui/Kit/KitFixture.h"
#include "Ui/Kit/RangeTurnable.h"

namespace athanor
{

namespace
{

class FaderViewTest : public KitTest
{
};

} // namespace

TEST_F (FaderViewTest, followsTheHandToTheEndsOfItsTrack)
{
    RangeTurnable volume { "Volume", decibels (-60, 6, 0) };
    FaderView fader { volume };
    fader.setBounds (0, 0, 40, 200);
    drag (fader, { 20, 60 }, { 20, 0 });
    EXPECT_FLOAT_EQ (volume.value(), 6);
    drag (fader, { 20, 10 }, { 20, 199 });
    EXPECT_FLOAT_EQ (volume.value(), -60);
}

TEST_F (FaderViewTest, movesByWhatTheHandMovesWhenShiftIsHeld)
{
    RangeTurnable volume { "Volume", decibels (-60, 6, 0) };
    FaderView fader { volume };
    fader.setBounds (0, 0, 40, 200);
    drag (fader, { 20, 60 }, { 20, 50 }, juce::ModifierKeys::shiftModifier);
    EXPECT_NEAR (volume.value(), 0.33f, 0.01f);
}

TEST_F (FaderViewTest, liesWhenAskedTo)
{
    RangeTurnable width { "Width", amount (0.5f) };
    FaderView fader { width, Ink::teal, FaderView::Way::lying };
    fader.setBounds (0, 0, 300, 20);
    drag (fader, { 100, 10 }, { 5, 10 });
    EXPECT_FLOAT_EQ (width.value(), 0);
}

} // namespace athanor
