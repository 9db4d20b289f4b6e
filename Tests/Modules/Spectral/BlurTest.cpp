// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Spectral/Blur.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (BlurTest, letsASoundLinger)
{
    const auto left = [] (float seconds) {
        Rig<dsp::Stereo> rig ("spectral.blur");
        rig.set ("time", seconds).set ("spread", 0);

        for (int step = 0; step < 200; ++step)
        {
            for (int frame = 0; frame < quantum; ++frame)
                rig.input ("in")[frame] = 0.5f * dsp::sine (dsp::Stereo (static_cast<float> ((step * quantum + frame) % 480) / 48));

            rig.input ("in").steady = rig.input ("in").silent = false;
            rig.run();
        }

        rig.feed ("in", 0);
        rig.record ("out", 300);
        float loudest = 0;

        for (const auto x : rig.record ("out", 50))
            loudest = std::max (loudest, std::abs (x));

        return loudest;
    };

    EXPECT_EQ (left (0), 0.0f);
    EXPECT_GT (left (2), 0.05f);
}

} // namespace athanor
