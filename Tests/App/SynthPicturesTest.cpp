// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SynthPictures.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

TEST (SynthPictures, aLowPassLetsTheLowsThroughAndNotTheHighs)
{
    ControlValues values;
    values[Control::filter_1_resonance] = 0.2f;
    FilterPicture picture;
    const auto heights = picture.response (values, 0, 60);
    constexpr float zero = 36.0f / 60;
    EXPECT_NEAR (heights[15], zero, 0.1f);
    EXPECT_LT (heights[55], 0.1f);
    EXPECT_EQ (heights, picture.response (values, 0, 60)) << "a picture depends on nothing but the controls";
}

TEST (SynthPictures, aLowPassFallsWithoutRipples)
{
    FilterPicture picture;
    const auto heights = picture.response ({}, 0, 60);

    for (std::size_t i = 30; i < heights.size(); ++i)
        EXPECT_LE (heights[i], heights[i - 1] + 0.01f) << i;
}

TEST (SynthPictures, aWaveGoesUpToOne)
{
    const auto sheet = waveSheetOf (WavetableSpec::saw(), 20, 100);
    ASSERT_FALSE (sheet.rows.empty());
    float loudest = 0;

    for (const auto value : waveAt (sheet, 128))
        loudest = std::max (loudest, std::abs (value));

    EXPECT_NEAR (loudest, 1, 0.01f);
}

TEST (SynthPictures, aLineIsDrawnFromTheBottomUpwards)
{
    const auto heights = lineHeights (PatchLine::triangle(), 101);
    EXPECT_NEAR (heights.front(), 0, 0.02f);
    EXPECT_NEAR (heights[50], 1, 0.02f);
}

} // namespace athanor
