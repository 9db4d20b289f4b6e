// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SoundPictures.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace athanor
{

namespace
{
std::vector<float> sine (double hertz, double rate, std::size_t frames, double phase = 0)
{
    std::vector<float> sound;

    for (std::size_t i = 0; i < frames; ++i)
        sound.push_back (static_cast<float> (std::sin (2 * std::numbers::pi * (hertz * static_cast<double> (i) / rate + phase))));

    return sound;
}
} // namespace

TEST (SoundPictures, theSpectrumOfASineStandsWhereItsPitchIs)
{
    SpectrumPicture picture;
    std::vector<float> heights (240);

    for (const auto hertz : { 100.0, 1'000.0, 8'000.0 })
    {
        picture.draw (sine (hertz, 48'000, SpectrumPicture::frames), 48'000, heights);
        const auto highest = static_cast<double> (std::ranges::max_element (heights) - heights.begin()) / 240;
        EXPECT_NEAR (highest, std::log2 (hertz / 20) / 9.966, 0.03) << hertz;
        EXPECT_GT (*std::ranges::max_element (heights), 0.95f);
    }
}

TEST (SoundPictures, silenceHasNoSpectrum)
{
    SpectrumPicture picture;
    std::vector<float> heights (100, 1.0f);
    picture.draw (std::vector<float> (SpectrumPicture::frames), 48'000, heights);
    EXPECT_EQ (*std::ranges::max_element (heights), 0.0f);
}

TEST (SoundPictures, aWaveStandsStillWhereverItWasCaught)
{
    std::vector<float> first (400), second (400);
    standingWave (sine (220, 48'000, 2'000), first);
    standingWave (sine (220, 48'000, 2'000, 0.37), second);

    for (std::size_t i = 0; i < first.size(); ++i)
        EXPECT_NEAR (first[i], second[i], 0.04f);
}

TEST (SoundPictures, whatNeverRisesIsShownAsItIs)
{
    std::vector<float> wave (10);
    standingWave (std::vector<float> (40, 0.5f), wave);
    EXPECT_EQ (wave, std::vector<float> (10, 0.5f));
}

} // namespace athanor
