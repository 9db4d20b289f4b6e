// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/ProgressRow.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class ProgressRowTest : public KitTest
{
};

} // namespace

TEST_F (ProgressRowTest, aJobTellsItsNameAndCallsWhenItIsToStop)
{
    ProgressRow row;
    auto stopped = 0;
    row.onAction = [&] { ++stopped; };
    row.setState ({ "Chorus", "composing 62 %", "6 s left", 0.62f });
    EXPECT_EQ (row.getTitle(), juce::String ("Chorus"));
    EXPECT_EQ (row.createAccessibilityHandler()->getValueInterface()->getCurrentValueAsString(), juce::String ("composing 62 %"));
    dynamic_cast<juce::Button*> (row.getChildComponent (0))->triggerClick();
    deliverMessages();
    EXPECT_EQ (stopped, 1);
}

} // namespace athanor
