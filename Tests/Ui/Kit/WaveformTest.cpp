// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Waveform.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class WaveformTest : public KitTest
{
};

} // namespace

TEST (Peaks, holdTheExtremesOfEveryStretch)
{
    const std::vector<float> samples { 0, 0.5f, -0.25f, 0, 0, 0, 1, -1 };
    const auto peaks = makePeaks (samples, 2);
    ASSERT_EQ (peaks.size(), 2u);
    EXPECT_FLOAT_EQ (peaks[0].high, 0.5f);
    EXPECT_FLOAT_EQ (peaks[0].low, -0.25f);
    EXPECT_FLOAT_EQ (peaks[1].high, 1);
}

TEST (Peaks, areSilentWithoutSamplesAndRepeatWhenThereAreTooFew)
{
    EXPECT_EQ (makePeaks ({}, 3).size(), 3u);
    EXPECT_TRUE (makePeaks (std::vector { 1.0f }, 0).empty());
    EXPECT_FLOAT_EQ (makePeaks (std::vector { 0.5f }, 4)[3].high, 0.5f);
}

TEST_F (WaveformTest, aWaveSeeksWhereItIsPressed)
{
    Waveform wave;
    wave.setBounds (0, 0, 200, 40);
    auto sought = -1.0f;
    wave.onSeek = [&] (float position) { sought = position; };
    click (wave, { 50, 10 });
    EXPECT_FLOAT_EQ (sought, 0.25f);
}

} // namespace athanor
