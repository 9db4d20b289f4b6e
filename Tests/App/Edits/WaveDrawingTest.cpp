// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WaveDrawing.h"

#include "Patch/PatchLimits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::size_t size = patch::frameSize;

/** Two harmonics and a mean. */
std::vector<float> example()
{
    std::vector<float> wave;

    for (std::size_t i = 0; i < size; ++i)
    {
        const auto turn = 2 * 3.14159265358979 * static_cast<double> (i) / static_cast<double> (size);
        wave.push_back (static_cast<float> (0.1 + 0.5 * std::sin (turn) + 0.25 * std::cos (5 * turn)));
    }

    return wave;
}
} // namespace

TEST (WaveDrawing, aLineGoesStraightFromOnePlaceToTheOtherAndTouchesNothingElse)
{
    std::vector<float> wave (size, 0.5f);
    drawLine (wave, { 0.25f, -1 }, { 0.75f, 1 });
    EXPECT_NEAR (wave[size / 4], -1, 0.01);
    EXPECT_NEAR (wave[size / 2], 0, 0.01);
    EXPECT_NEAR (wave[size * 3 / 4 - 1], 1, 0.01);
    EXPECT_EQ (wave[size / 4 - 2], 0.5f);
    EXPECT_EQ (wave[size * 3 / 4 + 2], 0.5f);
}

TEST (WaveDrawing, aLineIsTheSameFromTheRight)
{
    std::vector<float> there (size, 0.0f), back (size, 0.0f);
    drawLine (there, { 0.1f, -0.5f }, { 0.4f, 0.9f });
    drawLine (back, { 0.4f, 0.9f }, { 0.1f, -0.5f });
    EXPECT_EQ (there, back);
}

TEST (WaveDrawing, whatIsDrawnOutsideIsBroughtToTheEdge)
{
    std::vector<float> wave (size, 0.0f);
    drawLine (wave, { -3, 9 }, { 4, 9 });
    EXPECT_EQ (wave, std::vector<float> (size, 1.0f));
}

TEST (WaveDrawing, aStrokeLeavesNoGaps)
{
    std::vector<float> wave (size, 0.0f);
    const std::vector<WavePoint> stroke { { 0, 1 }, { 0.013f, 1 }, { 0.4f, 1 }, { 0.39f, 1 }, { 1, 1 } };
    drawStroke (wave, stroke);
    EXPECT_EQ (wave, std::vector<float> (size, 1.0f));
}

TEST (WaveDrawing, harmonicsAreReadAsTheyWereAdded)
{
    const auto harmonics = harmonicsOf (example());
    ASSERT_EQ (harmonics.size(), static_cast<std::size_t> (mostHarmonics));
    EXPECT_NEAR (harmonics[0].amplitude, 0.5, 1e-4);
    EXPECT_NEAR (harmonics[0].turns, 0, 1e-4);
    EXPECT_NEAR (harmonics[4].amplitude, 0.25, 1e-4);
    EXPECT_NEAR (harmonics[4].turns, 0.25, 1e-4) << "a cosine is a quarter of a turn ahead";
    EXPECT_NEAR (harmonics[1].amplitude, 0, 1e-4);
}

TEST (WaveDrawing, aHarmonicIsSetAndTheOthersStay)
{
    auto wave = example();
    setHarmonic (wave, 3, { 0.75f, -0.125f });
    const auto harmonics = harmonicsOf (wave);
    EXPECT_NEAR (harmonics[2].amplitude, 0.75, 1e-4);
    EXPECT_NEAR (harmonics[2].turns, -0.125, 1e-4);
    EXPECT_NEAR (harmonics[0].amplitude, 0.5, 1e-4);
    EXPECT_NEAR (harmonics[4].amplitude, 0.25, 1e-4);
    const auto before = wave;
    setHarmonic (wave, 0, { 1, 0 });
    setHarmonic (wave, mostHarmonics + 1, { 1, 0 });
    setHarmonic (wave, 1, { NAN, 0 });
    EXPECT_EQ (wave, before);
}

TEST (WaveDrawing, aWaveIsNormalisedCentredAndReversed)
{
    auto wave = example();
    removeMean (wave);
    EXPECT_NEAR (wave[0], 0.25, 1e-4);
    normaliseWave (wave);
    EXPECT_FLOAT_EQ (std::max (std::abs (*std::ranges::max_element (wave)), std::abs (*std::ranges::min_element (wave))), 1);
    const auto before = wave;
    reverseWave (wave);
    EXPECT_EQ (wave.front(), before.back());
    std::vector<float> silence (size, 0.0f);
    normaliseWave (silence);
    EXPECT_EQ (silence, std::vector<float> (size, 0.0f));
}

TEST (WaveDrawing, alignedHarmonicsKeepTheirAmplitudes)
{
    auto wave = example();
    alignHarmonics (wave);
    const auto harmonics = harmonicsOf (wave);
    EXPECT_NEAR (harmonics[4].amplitude, 0.25, 1e-4);
    EXPECT_NEAR (harmonics[4].turns, 0, 1e-3);
    EXPECT_NEAR (wave[0], 0.1, 1e-4) << "only the mean is left where all sines begin";
}

} // namespace athanor
