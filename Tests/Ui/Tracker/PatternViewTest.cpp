// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/PatternView.h"

#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct PatternViewTest : SongTest
{
    PatternViewTest() { view.setSize (1'200, 700); }

    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    PatternView view { deeds };
};
} // namespace

TEST_F (PatternViewTest, givesTheKeysToItsNotesFirst)
{
    auto* first = view.createKeyboardFocusTraverser()->getDefaultComponent (&view);
    ASSERT_NE (first, nullptr);
    EXPECT_NE (dynamic_cast<PatternGrid*> (first), nullptr) << first->getTitle();
}

} // namespace athanor
