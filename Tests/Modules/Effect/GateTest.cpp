// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Gate.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (GateTest, opensForLoudSoundAndClosesAfterIt)
{
    Rig<dsp::Voices> rig ("effect.gate");
    rig.set ("threshold", -20).set ("hysteresis", 6).set ("hold", 0.1f).set ("release", 0.05f);
    const auto played = [&] (float level, double seconds) {
        rig.feed ("in", level);
        rig.record ("out", static_cast<int> (seconds * 750));
        return rig.output ("out").last()[4];
    };

    EXPECT_EQ (played (0.05f, 0.5), 0.0f) << "below the threshold";
    EXPECT_NEAR (played (0.2f, 0.1), 0.2f, 1e-4);
    EXPECT_NEAR (played (0.06f, 0.5), 0.06f, 1e-4) << "stays open within the hysteresis";
    EXPECT_NEAR (played (0.04f, 0.1), 0.04f, 1e-4) << "stays open while it is held";
    EXPECT_LT (played (0.04f, 0.8), 1e-6f);
}

} // namespace athanor
