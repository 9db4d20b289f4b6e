// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Width.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (WidthTest, makesOnePointOrTwiceTheWidth)
{
    Rig<dsp::Stereo> rig ("effect.width");
    rig.input ("in").hold (dsp::makeStereo (0.6f, 0.2f));
    const auto at = [&] (float width) {
        rig.set ("width", width);
        rig.run();
        return rig.output ("out").last();
    };

    EXPECT_NEAR (at (0)[0], 0.4f, 1e-6);
    EXPECT_NEAR (at (0)[1], 0.4f, 1e-6);
    EXPECT_NEAR (at (1)[0], 0.6f, 1e-6);
    EXPECT_NEAR (at (2)[0], 0.8f, 1e-6);
    EXPECT_NEAR (at (2)[1], 0.0f, 1e-6);
}

TEST (WidthTest, keepsTheBassInTheMiddle)
{
    Rig<dsp::Stereo> rig ("effect.width");
    rig.set ("bassBelow", 200);
    const auto sides = [&] (float hertz) {
        float apart = 0;

        for (int step = 0; step < 400; ++step)
        {
            for (int frame = 0; frame < quantum; ++frame)
                rig.input ("in")[frame] = dsp::makeStereo (1, -1) * dsp::sine (hertz * static_cast<float> ((step * quantum + frame) % 48'000) / 48'000);

            rig.input ("in").steady = rig.input ("in").silent = false;
            rig.run();

            if (step > 200)
                for (const auto frame : rig.output ("out").frames)
                    apart = std::max (apart, std::abs (frame[0] - frame[1]));
        }

        return apart / 2;
    };

    EXPECT_LT (sides (20), 0.15f);
    EXPECT_GT (sides (4'000), 0.95f);
}

} // namespace athanor
