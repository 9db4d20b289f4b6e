// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/RingModulator.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (RingModulatorTest, leavesSumAndDifference)
{
    Rig<dsp::Voices> rig ("effect.ringmod");
    rig.set ("frequency", 100);
    const auto heard = playTone (rig, 440);
    EXPECT_NEAR (amplitudeOf (heard, 540), 0.25, 0.001);
    EXPECT_NEAR (amplitudeOf (heard, 340), 0.25, 0.001);
    EXPECT_LT (amplitudeOf (heard, 440), 1e-4);
}

TEST (RingModulatorTest, multipliesWithTheOtherSound)
{
    Rig<dsp::Voices> rig ("effect.ringmod");
    rig.set ("source", 1).feed ("carrier", -0.5f).feed ("in", 0.5f);
    EXPECT_EQ (rig.record ("out", 2).back(), -0.25f);
}

} // namespace athanor
