// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Meter/TruePeak.h"

#include "Dsp/Fast.h"

#include <gtest/gtest.h>

#include <vector>

namespace athanor::dsp
{

TEST (TruePeakTest, seesTheCrestBetweenTheSamples)
{
    // A sine at a quarter of the rate, sampled at 45 degrees: no sample is higher than 0.707.
    std::vector<Stereo> sound;

    for (int i = 0; i < 4000; ++i)
        sound.push_back (sine (0.125f + static_cast<float> (i) / 4) * Stereo (Stereo::Floats { 1.0f, 0.5f }) * min (Stereo (static_cast<float> (i) / 1000), Stereo (1.0f)));

    TruePeak meter;
    meter.process (sound);
    const auto peak = meter.take();

    EXPECT_NEAR (gainToDecibels (peak[0]), 0, 0.2);
    EXPECT_NEAR (gainToDecibels (peak[1]), -6.02, 0.2);
    EXPECT_EQ (meter.take()[0], 0.0f);
}

TEST (TruePeakTest, isNeverBelowTheHighestSample)
{
    TruePeak meter;
    std::vector<Stereo> sound (100, Stereo (0.0f));
    sound[50] = 0.9f;
    meter.process (sound);

    EXPECT_GE (meter.take()[0], 0.9f);
}

TEST (TruePeakTest, tellsAPeakAsLateAsItSays)
{
    TruePeak meter;

    for (int i = 0; i < 50; ++i)
    {
        const auto peak = meter.tick (i == 20 ? 1.0f : 0.0f)[0];

        if (i == 20 + TruePeak::delay - 1 || i == 20 + TruePeak::delay)
            EXPECT_EQ (peak, 1.0f);
        else
            EXPECT_LT (peak, 1.0f);
    }
}

} // namespace athanor::dsp
