// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Mix/Crossfade.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (CrossfadeTest, keepsThePowerOrTheSum)
{
    Rig<dsp::Voices> rig ("mix.crossfade");
    rig.feed ("a", 1).feed ("b", 1);
    EXPECT_NEAR (rig.record ("out", 1).back(), 1.41421, 1e-4);
    rig.set ("curve", 1);
    rig.run();
    EXPECT_NEAR (rig.record ("out", 1).back(), 1, 1e-5);
    rig.feed ("b", 0).set ("fade", 0);
    EXPECT_NEAR (rig.record ("out", 1).back(), 1, 1e-5);
    rig.set ("fade", 1);
    EXPECT_NEAR (rig.record ("out", 1).back(), 0, 1e-5);
}

} // namespace athanor
