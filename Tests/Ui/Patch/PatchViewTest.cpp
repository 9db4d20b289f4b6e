// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Patch/PatchView.h"

#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/SongFixture.h"

namespace athanor
{

TEST_F (SongTest, aPatchGivesTheKeysToItsCanvasFirst)
{
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    PatchView view { deeds };
    view.setSize (1'200, 700);
    EXPECT_EQ (view.createKeyboardFocusTraverser()->getDefaultComponent (&view), &view.canvas);
}

} // namespace athanor
