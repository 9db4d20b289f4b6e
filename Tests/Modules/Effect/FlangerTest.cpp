// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Flanger.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (FlangerTest, cutsNotchesWhereTheTwoDisagree)
{
    // Standing still at 1 ms, with both equally loud: 500 Hz vanishes and 1000 Hz stays.
    Rig<dsp::Stereo> rig ("effect.flanger");
    rig.set ("delay", 0.001f).set ("depth", 0).set ("feedback", 0);
    EXPECT_LT (amplitudeOf (playTone (rig, 500), 500), 0.001);
    EXPECT_NEAR (amplitudeOf (playTone (rig, 1'000), 1'000), 0.5, 0.001);
}

TEST (FlangerTest, moves)
{
    Rig<dsp::Stereo> rig ("effect.flanger");
    rig.set ("rate", 1).set ("feedback", 0);
    const auto [loudest, softest] = loudestAndSoftest (playTone (rig, 700), 1'200);
    EXPECT_GT (loudest, 4 * softest);
}

} // namespace athanor
