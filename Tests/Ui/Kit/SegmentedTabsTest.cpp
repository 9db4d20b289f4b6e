// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/SegmentedTabs.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class SegmentedTabsTest : public KitTest
{
};

} // namespace

TEST_F (SegmentedTabsTest, tabsTellOnlyWhenAHandChoseAnother)
{
    SegmentedTabs tabs ({ "Pattern", "Mix" });
    std::vector<int> told;
    tabs.onChoose = [&] (int tab) { told.push_back (tab); };
    tabs.setChosen (1);
    EXPECT_TRUE (told.empty());
    dynamic_cast<juce::Button*> (tabs.getChildComponent (0))->triggerClick();
    deliverMessages();
    EXPECT_EQ (told, std::vector { 0 });
    EXPECT_EQ (tabs.chosen(), 0);
}

} // namespace athanor
