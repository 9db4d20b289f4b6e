// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of a patch shows of a synth, and of an instrument that is none.
#include "Ui/Patch/PatchView.h"
#include "Ui/Synth/SynthFixture.h"

namespace athanor
{

TEST_F (SynthTest, aSynthIsShownAsItselfAndItsModulesStayInReach)
{
    PatchView patchPage { deeds };
    patchPage.setSize (1'400, 700);
    patchPage.setVisible (true);
    EXPECT_TRUE (patchPage.synth.isVisible());
    EXPECT_FALSE (patchPage.canvas.isVisible());

    session.select ([] (Selection& selection) { selection.isPatchOfInstrument = false; });
    EXPECT_FALSE (patchPage.synth.isVisible());
    EXPECT_TRUE (patchPage.canvas.isVisible());
}

TEST_F (SynthTest, theToolsOfAPatchGoBelowItsTabsWhereThereIsNoRoomBesideThem)
{
    PatchView patchPage { deeds };
    patchPage.setVisible (true);

    for (const auto width : { 1'400, 560, 480, 300 })
    {
        patchPage.setSize (width, 600);

        for (auto* one : patchPage.getChildren())
            for (auto* other : patchPage.getChildren())
                EXPECT_TRUE (one == other || ! one->isVisible() || ! other->isVisible() || ! one->getBounds().intersects (other->getBounds())) << width << ": " << one->getTitle() << " and " << other->getTitle();
    }
}

TEST_F (SynthTest, anInstrumentOfModulesIsShownOnTheCanvas)
{
    session.start (startProject());
    PatchView patchPage { deeds };
    patchPage.setSize (1'400, 700);
    patchPage.setVisible (true);
    EXPECT_TRUE (patchPage.canvas.isVisible());
    EXPECT_FALSE (patchPage.synth.isVisible());
}

} // namespace athanor
