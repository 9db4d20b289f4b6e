// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Mix/Mixer.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (MixerTest, addsItsInputsAtTheirLevels)
{
    Rig<dsp::Voices> rig ("mix.mixer");
    rig.feed ("in1", 1).feed ("in3", 0.5f).feed ("in4", 1).set ("level3", 6.0206f).set ("level4", -60);
    EXPECT_NEAR (rig.record ("out", 1).back(), 2, 1e-4);
}

TEST (MixerTest, isSilentWhenAllItsInputsAre)
{
    Rig<dsp::Voices> rig ("mix.mixer");
    rig.run();
    EXPECT_TRUE (rig.output ("out").silent);
}

} // namespace athanor
