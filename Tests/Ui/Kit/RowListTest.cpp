// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/RowList.h"

#include "Ui/Kit/KitFixture.h"

#include <set>

namespace athanor
{

namespace
{

class RowListTest : public KitTest
{
};

} // namespace

TEST_F (RowListTest, listsWalkOverHeadingsAndStopAtTheirEnds)
{
    RowList list ("Sounds", std::vector<Row> { { .text = "Favourites", .isHeading = true }, { .text = "A" }, { .text = "Places", .isHeading = true }, { .text = "B" } });
    list.setBounds (0, 0, 200, 200);
    list.walk (1);
    EXPECT_EQ (list.chosen(), 1);
    list.walk (1);
    EXPECT_EQ (list.chosen(), 3);
    list.walk (10);
    EXPECT_EQ (list.chosen(), 3);
    list.walk (-10);
    EXPECT_EQ (list.chosen(), 1);
}

TEST_F (RowListTest, listsAskOnlyForTheRowsTheyShow)
{
    std::set<int> asked;
    RowList list (
        "Many", [] { return 100'000; }, [&] (int row) {
            asked.insert (row);
            return Row { .text = juce::String (row) }; });
    list.setBounds (0, 0, 200, 10 * measure::row);
    picture (list);
    EXPECT_LT (asked.size(), 40u);
    EXPECT_TRUE (asked.contains (0));
}

TEST_F (RowListTest, listsActivateOnReturnButNotTheirHeadings)
{
    RowList list ("Sounds", std::vector<Row> { { .text = "Favourites", .isHeading = true }, { .text = "A" } });
    std::vector<int> activated;
    list.onActivate = [&] (int row) { activated.push_back (row); };
    list.setBounds (0, 0, 200, 200);
    list.choose (1);
    list.listBox().keyPressed (juce::KeyPress (juce::KeyPress::returnKey));
    list.choose (0);
    list.listBox().keyPressed (juce::KeyPress (juce::KeyPress::returnKey));
    EXPECT_EQ (activated, std::vector { 1 });
}

} // namespace athanor
