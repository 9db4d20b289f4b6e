// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/OutputStage.h"
#include "Modules/Synth/Effect/Decimator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace athanor::synth
{

namespace
{
double levelAfter (int oversampling, double hertz)
{
    static StereoBuffer in;
    Decimator decimator;
    std::array<Stereo, quantum> out;
    double power = 0;

    for (int q = 0; q < 200; ++q)
    {
        for (int i = 0; i < quantum * oversampling; ++i)
            in[i] = Stereo (static_cast<float> (std::sin (2 * std::numbers::pi * hertz * (q * quantum * oversampling + i) / (44'100 * oversampling))));

        decimator.process (oversampling, in, out);

        for (const auto& frame : out)
            power += q < 40 ? 0 : static_cast<double> (frame[0] * frame[1]);
    }

    return std::sqrt (power * 2 / (160 * quantum));
}

Stereo after (OutputStage::Controls controls, Stereo frame)
{
    OutputStage stage;
    std::array<Stereo, quantum> sound;
    sound.fill (frame);
    stage.process (controls, sound);
    return sound.back();
}
} // namespace

TEST (SynthDecimatorTest, letsThroughWhatIsHeardAtItsOwnStrength)
{
    for (const int oversampling : { 1, 2, 4, 8 })
        for (const double hertz : { 500.0, 1'000.0, 10'000.0, 19'000.0 })
            EXPECT_NEAR (levelAfter (oversampling, hertz), 1, 0.002) << oversampling << " " << hertz;
}

TEST (SynthDecimatorTest, keepsOutWhatWouldFoldBack)
{
    for (const double hertz : { 25'000.0, 30'000.0, 40'000.0 })
        EXPECT_LT (levelAfter (2, hertz), 1e-4) << hertz;

    EXPECT_LT (levelAfter (4, 80'000), 1e-3);
    EXPECT_LT (levelAfter (8, 170'000), 1e-3);
}

TEST (SynthOutputTest, isHalfAsLoudAsTheVoicesWhereThePresetSaysNothing)
{
    EXPECT_NEAR (after ({}, Stereo (1.0f))[0], 0.5, 0.001); // -6.02 dB
}

TEST (SynthOutputTest, isSilentAtTheBottomOfTheVolumeAndNeverBeyondItsLimit)
{
    EXPECT_EQ (after ({ .volume = Stereo (0.0f) }, Stereo (1.0f))[0], 0.0f);
    EXPECT_EQ (after ({}, Stereo (100.0f))[0], 2.1f);
}

TEST (SynthOutputTest, narrowsToTheMiddleOrTurnsThePicture)
{
    const Stereo left (Stereo::Floats { 1, 0 });
    OutputStage::Controls controls { .stereoRouting = Stereo (0.0f) };
    const auto narrow = after (controls, left);
    EXPECT_NEAR (narrow[0], narrow[1], 1e-6);

    controls.stereoMode = 1;
    controls.stereoRouting = Stereo (0.25f);
    const auto turned = after (controls, left);
    EXPECT_NEAR (turned[0], 0, 1e-6);
    EXPECT_NEAR (std::abs (turned[1]), 0.5, 0.001);
}

} // namespace athanor::synth
