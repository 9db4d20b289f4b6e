// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Utility/Hold.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (HoldTest, catchesAValueOnTheFrameOfTheTrigger)
{
    Rig<dsp::Stereo> rig ("utility.hold");

    for (int frame = 0; frame < quantum; ++frame)
    {
        rig.input ("in")[frame] = dsp::Stereo (static_cast<float> (frame));
        rig.input ("trigger")[frame] = dsp::Stereo (frame >= 20 && frame < 40 ? 1.0f : 0.0f);
    }

    rig.input ("in").steady = rig.input ("in").silent = false;
    rig.input ("trigger").steady = rig.input ("trigger").silent = false;
    auto heard = rig.record ("out", 1);
    EXPECT_EQ (heard[19], 0.0f);
    EXPECT_EQ (heard[20], 20.0f);
    EXPECT_EQ (heard[63], 20.0f);

    rig.set ("mode", 1);
    heard = rig.record ("out", 1);
    EXPECT_EQ (heard[19], 20.0f);
    EXPECT_EQ (heard[30], 30.0f);
    EXPECT_EQ (heard[63], 39.0f);
}

} // namespace athanor
