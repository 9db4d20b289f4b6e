// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Modulator/RandomMotion.h"

#include "Modules/Rig.h"

#include <set>

namespace athanor
{

TEST (RandomMotion, stepsComeAsOftenAsTheRateSaysAndFillTheRange)
{
    Rig<dsp::Voices> rig ("random.steps");
    rig.set ("rate", 100).feed ("random", 0.5f);
    const auto heard = rig.record ("out", 1'500);
    const std::set<float> values (heard.begin(), heard.end());
    EXPECT_NEAR (static_cast<double> (values.size()), 200, 3);
    EXPECT_LT (*values.begin(), -0.9f);
    EXPECT_GT (*values.rbegin(), 0.9f);
}

TEST (RandomMotion, inTimeWithTheSongTheSamePlaceIsTheSameValue)
{
    const auto playFrom = [] (double beat) {
        Rig<dsp::Voices> rig ("random.steps");
        rig.moment.beat = beat;
        rig.set ("sync", 3).feed ("random", 0.5f);
        rig.record ("out", 200);
        rig.moment.beat = 64.1;
        return rig.record ("out", 200).back();
    };
    EXPECT_EQ (playFrom (0), playFrom (17.3));
}

TEST (RandomMotion, voicesGoApartOnlyWhereTheyAreTold)
{
    Rig<dsp::Voices> rig ("random.smooth");

    for (int frame = 0; frame < quantum; ++frame)
        for (int lane = 0; lane < 8; ++lane)
            rig.input ("random")[frame].set (lane, 0.1f * static_cast<float> (lane));

    rig.input ("random").silent = rig.input ("random").steady = false;
    rig.record ("out", 100);
    EXPECT_NE (rig.output ("out").last()[0], rig.output ("out").last()[1]);
    rig.set ("voices", 0).reset();
    rig.record ("out", 100);
    EXPECT_EQ (rig.output ("out").last()[0], rig.output ("out").last()[1]);
}

TEST (RandomMotion, driftNeverJumps)
{
    Rig<dsp::Voices> rig ("random.smooth");
    rig.set ("rate", 20).feed ("random", 0.2f);
    float before = rig.record ("out", 1).back();

    for (const float x : rig.record ("out", 3'000))
    {
        ASSERT_LT (std::abs (x - before), 0.002f);
        before = x;
    }
}

} // namespace athanor
