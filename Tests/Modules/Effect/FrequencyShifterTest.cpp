// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/FrequencyShifter.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (FrequencyShifterTest, movesAToneByHertzAndLeavesNothingBehind)
{
    Rig<dsp::Stereo> rig ("effect.shifter");
    rig.set ("shift", 100);
    const auto up = playTone (rig, 440);
    EXPECT_NEAR (amplitudeOf (up, 540), 0.5, 0.002);
    EXPECT_LT (amplitudeOf (up, 440), 0.001);
    EXPECT_LT (amplitudeOf (up, 340), 0.001);
    EXPECT_NEAR (amplitudeOf (playTone (rig, 440, 0.5, "down"), 340), 0.5, 0.002);
}

} // namespace athanor
