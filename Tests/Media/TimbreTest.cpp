// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Timbre.h"

#include "Media/MadeSounds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

namespace athanor
{

using namespace madesounds;

namespace
{
double saw (double t) { return 2 * std::fmod (t, 1.0) - 1; }
} // namespace

TEST (Timbre, silenceHasNone)
{
    EXPECT_EQ (timbreOf (sound ([] (double) { return 0; })), Timbre());
    EXPECT_EQ (timbreOf (dsp::Sound()), Timbre());
}

TEST (Timbre, brightnessIsTheCentreOfTheSpectrum)
{
    EXPECT_NEAR (ofSine (1'000).brightness, 1'000, 10);
    EXPECT_NEAR (ofSine (5'000).brightness, 5'000, 25);
    EXPECT_NEAR (timbreOf (sound ([] (double t) { return 0.2 * sine (1'000, t) + 0.1 * sine (4'000, t); })).brightness, 2'000, 40) << "by amplitude: 2 to 1";
    EXPECT_NEAR (timbreOf (sound (Noise { 1 })).brightness, 12'000, 200) << "white noise: the middle of all there is";
}

TEST (Timbre, warmthAndSubAreSharesOfTheEnergy)
{
    EXPECT_GT (ofSine (50).sub, 0.98);
    EXPECT_LT (ofSine (50).warmth, 0.02);
    EXPECT_GT (ofSine (250).warmth, 0.98);
    EXPECT_LT (ofSine (250).sub, 0.02);
    EXPECT_LT (ofSine (2'000).warmth, 0.02);
    EXPECT_NEAR (timbreOf (sound ([] (double t) { return 0.3 * sine (50, t) + 0.3 * sine (250, t); })).sub, 0.5, 0.03);
}

TEST (Timbre, attackAndDecayAreThoseOfTheLevel)
{
    const auto ramp = timbreOf (sound ([] (double t) { return std::min (t / 0.5, 1.0) * 0.5 * sine (1'000, t); }));
    EXPECT_NEAR (ramp.attack, 0.4, 0.03) << "from a tenth to nine tenths of half a second";
    EXPECT_LT (ofSine (1'000).attack, 0.025);

    const auto falling = timbreOf (sound ([] (double t) { return std::pow (10, -t / 0.5) * 0.5 * sine (1'000, t); }));
    EXPECT_NEAR (falling.decay, 0.5, 0.03) << "20 dB in half a second";
    EXPECT_LT (falling.attack, 0.025);
    EXPECT_NEAR (ofSine (1'000).decay, 1.5, 0.1) << "until it is over";
}

TEST (Timbre, sustainIsTheLevelAtTheEndOfTheNote)
{
    const auto let = timbreOf (sound ([] (double t) { return (t < 0.2 ? 1.0 : t < 1 ? 0.25
                                                                                    : 0.0) *
                                                             0.8 * sine (1'000, t); }), 1);
    EXPECT_NEAR (let.sustain, 0.25, 0.02);
    EXPECT_NEAR (ofSine (1'000).sustain, 1, 0.05);
}

TEST (Timbre, noiseIsFlatAndTonesAreNot)
{
    EXPECT_GT (timbreOf (sound (Noise { 1 })).noise, 0.9 * 16'000 / 24'000 * 0.9) << "what is above 16 kHz does not count";
    EXPECT_LT (ofSine (1'000).noise, 0.02);
    EXPECT_LT (timbreOf (sound ([] (double t) { return 0.3 * saw (110 * t); })).noise, 0.1);
    const auto both = timbreOf (sound ([noise = Noise { 1 }] (double t) mutable { return 0.3 * sine (1'000, t) + 0.3 * noise (t); })).noise;
    EXPECT_GT (both, 0.1);
    EXPECT_LT (both, 0.6);
}

TEST (Timbre, widthIsWhatIsBetweenTheSides)
{
    const auto tone = [] (double t) { return 0.3 * sine (1'000, t); };
    EXPECT_EQ (timbreOf (sound (tone)).width, 0);
    EXPECT_EQ (timbreOf (sound (tone, tone)).width, 0);
    EXPECT_NEAR (timbreOf (sound (Noise { 1 }, Noise { 2 })).width, 0.5, 0.02);
    EXPECT_NEAR (timbreOf (sound (tone, [&] (double t) { return -tone (t); })).width, 1, 1e-6);
}

TEST (Timbre, soundsOfOppositeSidesHaveASpectrum)
{
    const auto tone = [] (double t) { return 0.3 * sine (1'000, t); };
    EXPECT_NEAR (timbreOf (sound (tone, [&] (double t) { return -tone (t); })).brightness, 1'000, 10);
}

TEST (Timbre, movementIsWhatGoesUpAndDownBesideTheDecay)
{
    EXPECT_LT (ofSine (1'000).movement, 0.1);
    const auto falling = timbreOf (sound ([] (double t) { return std::pow (10, -t) * 0.5 * sine (1'000, t); }));
    EXPECT_LT (falling.movement, 0.3);
    const auto tremolo = timbreOf (sound ([] (double t) { return 0.3 * std::pow (10, 6 * sine (2, t) / 20) * sine (1'000, t); }));
    EXPECT_NEAR (tremolo.movement, 6 / std::sqrt (2.0), 0.6) << "six decibels up and down";
    const auto sweep = timbreOf (sound ([] (double t) { return 0.3 * (t < 0.5 || t > 1 ? sine (500, t) : sine (3'000, t)); }));
    EXPECT_GT (sweep.movement, 6);
}

TEST (Timbre, partialsThatAreNearAreRough)
{
    const auto pair = [] (double a, double b) { return timbreOf (sound ([=] (double t) { return 0.3 * (sine (a, t) + sine (b, t)); })).roughness; };
    EXPECT_GT (pair (1'000, 1'070), 0.05);
    EXPECT_LT (pair (1'000, 2'000), 0.001);
    EXPECT_GT (pair (1'000, 1'070), 10 * pair (1'000, 1'500));
    EXPECT_NEAR (ofSine (1'000).roughness, 0, 1e-9);
}

TEST (Timbre, tuningIsInCentsFromTheNearestKey)
{
    const auto cents = [] (double from440) { return ofSine (440 * std::exp2 (from440 / 1'200)).tuning.value_or (999); };
    EXPECT_NEAR (cents (0), 0, 2);
    EXPECT_NEAR (cents (30), 30, 2);
    EXPECT_NEAR (cents (-1'215), -15, 3);
    EXPECT_FALSE (timbreOf (sound (Noise { 1 })).tuning);
}

TEST (Timbre, voicesThatBeatAroundANoteAreInTune)
{
    const auto voices = [] (double middle) {
        return centsFrom (sound ([=] (double t) {
                              double sum = 0;

                              for (int i = -3; i <= 3; ++i)
                                  sum += 0.1 * saw (130.813 * std::exp2 ((middle + 6 * i) / 1'200) * t + 0.37 * i * i + 4);

                              return sum;
                          }),
                          130.813)
            .value_or (999);
    };

    EXPECT_NEAR (voices (0), 0, 5);
    EXPECT_NEAR (voices (25), 25, 6);
    EXPECT_NEAR (voices (-25), -25, 6);
    EXPECT_FALSE (centsFrom (sound (Noise { 1 }), 130.813));
    EXPECT_FALSE (centsFrom (sound ([] (double t) { return sine (180, t); }), 130.813)) << "another note";
}

TEST (Timbre, levelIsTheLoudness)
{
    EXPECT_NEAR (ofSine (1'000).level, -0.691 + 20 * std::log10 (0.5) - 3.01 + 0.69, 0.5) << "a sine of 1 kHz at -6 dBFS on one side";
}

TEST (Timbre, comesBackFromItsNumbers)
{
    for (const auto& timbre : { ofSine (1'010), timbreOf (sound (Noise { 1 })), Timbre() })
        EXPECT_EQ (timbreFrom (numbersOf (timbre)), timbre);

    EXPECT_EQ (timbreFrom (std::array { 1.0, 2.0 }), Timbre());
}

} // namespace athanor
