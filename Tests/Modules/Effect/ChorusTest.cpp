// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Chorus.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (ChorusTest, isAsLoudAsTheSoundHoweverManyThereAre)
{
    for (const float voices : { 1.0f, 2.0f, 4.0f })
    {
        Rig<dsp::Stereo> rig ("effect.chorus");
        rig.set ("voices", voices).set ("mix", 1);
        double power = 0;

        for (double hertz = 200; hertz < 4'000; hertz *= 1.17)
        {
            const auto [loudest, softest] = loudestAndSoftest (playTone (rig, hertz), 48'000);
            power += loudest * loudest;
        }

        EXPECT_NEAR (std::sqrt (power / 20), 0.3536, 0.08) << voices;
    }
}

TEST (ChorusTest, makesBothSidesDifferOnlyWhenSpread)
{
    Rig<dsp::Stereo> rig ("effect.chorus");
    rig.set ("spread", 0);
    playTone (rig, 440);
    EXPECT_EQ (rig.output ("out").last()[0], rig.output ("out").last()[1]);
    rig.set ("spread", 1);
    playTone (rig, 440);
    EXPECT_NE (rig.output ("out").last()[0], rig.output ("out").last()[1]);
}

} // namespace athanor
