// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Source/NoiseSource.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

namespace athanor
{

namespace
{
/** Power in the octave above a frequency, in dB. */
double octaveAbove (std::span<const float> noise, double hz, double rate)
{
    double power = 0;

    for (int i = 0; i < 60; ++i)
        power += std::norm (partAt (noise.subspan (static_cast<std::size_t> (i) * 4'096, 16'384), hz * std::exp2 (i / 60.0) / rate)) * hz;

    return 10 * std::log10 (power);
}

std::vector<float> play (float colour, double rate, float seed = 0.3f, int lane = 0)
{
    Rig<dsp::Voices> rig ("source.noise", rate);
    rig.set ("colour", colour).feed ("random", seed);
    return rig.record ("out", 4'200, lane);
}
} // namespace

TEST (NoiseSource, eachColourFallsAsItShouldAtAnyRate)
{
    // Decibels for each octave in a band as wide as its frequency.
    const std::array<double, 3> slopes { 3.01, 0, -3.01 };

    for (const double rate : { 44'100.0, 96'000.0 })
        for (std::size_t colour = 0; colour < slopes.size(); ++colour)
        {
            const auto noise = play (static_cast<float> (colour), rate);
            EXPECT_NEAR ((octaveAbove (noise, 6'400, rate) - octaveAbove (noise, 100, rate)) / 6, slopes[colour], 0.4) << "colour " << colour << " at " << rate;
        }
}

TEST (NoiseSource, theColoursAreAboutEquallyLoud)
{
    const double white = loudnessOf (play (0, 48'000));
    EXPECT_NEAR (20 * std::log10 (loudnessOf (play (1, 48'000)) / white), -4, 4);
    EXPECT_NEAR (20 * std::log10 (loudnessOf (play (2, 48'000)) / white), -4, 4);
}

TEST (NoiseSource, isTheSameForTheSameNoteAndUnlikeForAnother)
{
    EXPECT_EQ (play (0, 48'000, 0.3f, 0), play (0, 48'000, 0.3f, 5));
    EXPECT_NE (play (0, 48'000, 0.3f), play (0, 48'000, 0.31f));
}

TEST (NoiseSource, theTwoChannelsOfATrackAreUnlike)
{
    Rig<dsp::Stereo> rig ("source.noise");
    rig.run();
    EXPECT_NE (rig.output ("out")[7][0], rig.output ("out")[7][1]);
}

} // namespace athanor
