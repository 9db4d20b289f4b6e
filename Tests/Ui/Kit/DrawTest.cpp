// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

TEST_F (KitTest, linesAreBrokenBetweenWords)
{
    const auto face = look.fonts().font (Face::name, textSize::body);
    const auto wide = widthOf ("warm and wide", face);
    EXPECT_EQ (linesOf ("", face, 100), 0);
    EXPECT_EQ (linesOf ("   ", face, 100), 0);
    EXPECT_EQ (linesOf ("warm and wide", face, wide + 1), 1);
    EXPECT_EQ (linesOf ("warm and wide", face, wide - 2), 2);
    EXPECT_EQ (linesOf ("warm and wide", face, 5), 3) << "a word is never broken";
}

} // namespace athanor
