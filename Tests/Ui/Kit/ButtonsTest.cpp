// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Buttons.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class ButtonsTest : public KitTest
{
};

} // namespace

TEST_F (ButtonsTest, aChipIsRemovedByItsCrossAndToggledByTheRest)
{
    Chip chip ("Pads");
    auto removed = 0;
    chip.onRemove = [&] { ++removed; };
    chip.setClickingTogglesState (true);
    chip.setBounds (0, 0, chip.idealWidth(), Chip::idealHeight);
    click (chip, { static_cast<float> (chip.getWidth()) - 8, 10 });
    EXPECT_EQ (removed, 1);
    EXPECT_FALSE (chip.getToggleState());
}

TEST_F (ButtonsTest, chipsWrapWhenTheRowIsFull)
{
    Chip a ("A"), b ("B"), c ("C");
    EXPECT_EQ (layOutInRows ({ 0, 0, 100, 200 }, { { &a, 60 }, { &b, 60 }, { &c, 30 } }, 20, 5), 45);
    EXPECT_EQ (b.getPosition(), (juce::Point<int> (0, 25)));
    EXPECT_EQ (c.getPosition(), (juce::Point<int> (65, 25)));
}

} // namespace athanor
