// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Mix/Gain.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (GainTest, isLouderBySoManyDecibelsAndSilentAllTheWayDown)
{
    Rig<dsp::Voices> rig ("mix.gain");
    rig.feed ("in", 0.25f).set ("level", 12.0412f);
    EXPECT_NEAR (rig.record ("out", 1).back(), 1, 1e-4);
    rig.set ("polarity", 1);
    rig.run();
    EXPECT_NEAR (rig.record ("out", 1).back(), -1, 1e-4);
    rig.set ("level", -60);
    EXPECT_EQ (rig.record ("out", 1).back(), 0.0f);
}

} // namespace athanor
