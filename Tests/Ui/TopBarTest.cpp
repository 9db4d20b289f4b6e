// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/TopBar.h"

#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct TopBarTest : SongTest
{
    /** How many of its parts lie over each other. */
    int overlaps() const
    {
        int count = 0;

        for (auto* one : bar.getChildren())
            for (auto* other : bar.getChildren())
                if (one < other && one->isVisible() && other->isVisible() && one->getBounds().intersects (other->getBounds()) && ! one->getBounds().contains (other->getBounds()) && ! other->getBounds().contains (one->getBounds()))
                    ++count;

        return count;
    }

    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    TopBar bar { deeds, { "Pattern", "Arrange", "Patch", "Mix" } };
};
} // namespace

TEST_F (TopBarTest, keepsThePagesInANarrowWindow)
{
    for (const auto width : { 800, 960, 1'200, 1'600, 2'400 })
    {
        bar.setSize (width, 52);
        EXPECT_EQ (bar.tabs.getWidth(), bar.tabs.idealWidth()) << width;
        EXPECT_EQ (overlaps(), 0) << width;
        save (picture (bar), "topbar " + juce::String (width));
    }
}

TEST_F (TopBarTest, showsEverythingWhereThereIsRoom)
{
    bar.setSize (1'400, 52);

    for (auto* part : bar.getChildren())
        EXPECT_TRUE (part->isVisible()) << part->getTitle();
}

} // namespace athanor
