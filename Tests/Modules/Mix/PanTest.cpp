// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Mix/Pan.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (PanTest, turnsOneSideDownOrCarriesItOver)
{
    Rig<dsp::Stereo> rig ("mix.pan");
    rig.input ("in").hold (dsp::makeStereo (0.5f, 0.25f));
    const auto at = [&] (float place, float mode) {
        rig.set ("place", place).set ("mode", mode);
        rig.run();
        rig.run();
        return rig.output ("out").last();
    };

    EXPECT_EQ (at (0, 0)[0], 0.5f);
    EXPECT_EQ (at (0, 0)[1], 0.25f);
    EXPECT_NEAR (at (1, 0)[0], 0, 1e-6);
    EXPECT_NEAR (at (1, 0)[1], 0.25, 1e-6);
    EXPECT_NEAR (at (1, 1)[1], 0.75, 1e-6);
    EXPECT_NEAR (at (-1, 1)[0], 0.75, 1e-6);
    EXPECT_NEAR (at (-1, 1)[1], 0, 1e-6);
}

} // namespace athanor
