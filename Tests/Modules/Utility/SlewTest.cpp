// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Utility/Slew.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (SlewTest, takesItsTimeAndArrivesExactly)
{
    Rig<dsp::Voices> rig ("utility.slew");
    rig.set ("rise", 0.1f).set ("fall", 0.2f).feed ("in", 0);
    rig.run();
    rig.feed ("in", 1);
    EXPECT_NEAR (rig.record ("out", 75)[2'399], 0.5, 1e-3);
    EXPECT_EQ (rig.record ("out", 10).back(), 1.0f);
    EXPECT_TRUE (rig.output ("out").steady);

    rig.feed ("in", 0);
    EXPECT_NEAR (rig.record ("out", 75)[4'799], 0.5, 1e-3);

    rig.set ("curve", 1).feed ("in", 3);
    EXPECT_NEAR (rig.record ("out", 75).back(), 3, 0.03) << "less than a hundredth is left after that time";
}

TEST (SlewTest, beginsWhereTheMotionIs)
{
    Rig<dsp::Voices> rig ("utility.slew");
    rig.feed ("in", 60);
    rig.run();
    EXPECT_EQ (rig.output ("out")[0][0], 60.0f);
}

} // namespace athanor
