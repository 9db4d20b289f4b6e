// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Loudness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace athanor
{

TEST (Loudness, isThatOfTheStandardsTestTone)
{
    dsp::Sound tone { 48'000, 2, {} };

    for (auto i = 0; i < 48'000 * 10; ++i)
        for (auto c = 0; c < 2; ++c)
            tone.samples.push_back (static_cast<float> (0.1 * std::sin (2 * std::numbers::pi * 997 * i / 48'000)));

    const auto loudness = loudnessOf (tone);
    EXPECT_NEAR (loudness.integrated, -20, 0.1);
    EXPECT_NEAR (loudness.truePeak, -20, 0.1);
    EXPECT_NEAR (loudness.samplePeak, -20, 0.1);
    EXPECT_NEAR (loudness.range, 0, 0.1);
}

TEST (Loudness, ofSilenceIsMinusAHundred)
{
    const auto loudness = loudnessOf ({ 44'100, 1, std::vector<float> (44'100) });
    EXPECT_EQ (loudness.integrated, -100);
    EXPECT_EQ (loudness.truePeak, -100);
    EXPECT_EQ (loudnessOf ({ 44'100, 2, {} }).samplePeak, -100);
}

} // namespace athanor
