// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Oscillator/Oscillator.h"

#include "Modules/Synth/Oscillator/Sounding.h"

#include <gtest/gtest.h>

namespace athanor::synth
{

namespace
{
TEST (OscillatorTest, ASineOfTheKeyComesOutAtTheSquareOfItsLevel)
{
    Sounding sine (tableOf (sineWave));
    hold (sine.controls.pitch, 69);
    const auto heard = sine.listen (8);

    for (std::size_t i = 0; i < heard.size(); ++i)
        ASSERT_NEAR (heard[i], 0.5 * sineWave (440 * static_cast<double> (i + 1) / 88'200), 2e-3) << i;
}

TEST (OscillatorTest, NothingSoundsBeforeTheFrameAtWhichAVoiceStarts)
{
    Sounding saw;
    saw.turn.startFrame[0] = 37;
    const auto heard = saw.listen (1);

    for (std::size_t i = 0; i < 37; ++i)
        EXPECT_EQ (heard[i], 0) << i;

    EXPECT_NE (heard[37], 0);
}

TEST (OscillatorTest, SilentLanesStaySilent)
{
    Sounding saw;

    for (int lane = 2; lane < 8; ++lane)
        EXPECT_EQ (loudest (saw.listen (1, lane)), 0) << lane;
}

TEST (OscillatorTest, NoHarmonicIsAboveWhatTheDeviceCanPlay)
{
    Sounding saw;
    hold (saw.controls.pitch, 127); // 12.5 kHz: one harmonic fits below 22.05 kHz.
    const auto heard = saw.listen (20);
    double alias = 0;

    // What is left when a sine of the same pitch is taken out.
    double sines = 0, cosines = 0;
    const auto turns = [] (std::size_t i) { return 440 * std::exp2 (58.0 / 12) * static_cast<double> (i + 1) / 88'200; };

    for (std::size_t i = 0; i < heard.size(); ++i)
    {
        sines += heard[i] * sineWave (turns (i)) * 2 / static_cast<double> (heard.size());
        cosines += heard[i] * sineWave (turns (i) + 0.25) * 2 / static_cast<double> (heard.size());
    }

    for (std::size_t i = 0; i < heard.size(); ++i)
        alias = std::max (alias, std::abs (heard[i] - sines * sineWave (turns (i)) - cosines * sineWave (turns (i) + 0.25)));

    EXPECT_LT (alias, 0.01);
}

TEST (OscillatorTest, PanLeavesTheFarSideSilent)
{
    Sounding saw;
    hold (saw.controls.pan, 1);
    EXPECT_LT (loudest (saw.listen (2, 0)), 1e-5f);
    EXPECT_GT (loudest (saw.listen (2, 1)), 0.5f);
}

TEST (OscillatorTest, UnisonKeepsItsLoudness)
{
    Sounding one, sixteen;
    hold (sixteen.controls.unisonVoices, 16);
    hold (sixteen.controls.randomPhase, 1);
    EXPECT_NEAR (10 * std::log10 (powerOf (sixteen.listen (800)) / powerOf (one.listen (800))), 0, 1.5);
}

TEST (OscillatorTest, VoicesOfOneGroupDoNotHearEachOther)
{
    Sounding alone, together;
    together.start ({ 0, 1, 2, 3 });

    for (int v = 1; v < 4; ++v)
        for (const auto lane : { 2 * v, 2 * v + 1 })
            together.controls.pitch.from.set (lane, 40.0f + static_cast<float> (v)), together.controls.pitch.to.set (lane, 40.0f + static_cast<float> (v));

    EXPECT_EQ (alone.listen (30), together.listen (30));
}

TEST (OscillatorTest, EqualWavesAreMadeOnce)
{
    Sounding saw;
    saw.start ({ 0, 1, 2, 3 });
    saw.listen (200);
    EXPECT_EQ (saw.cache.made(), 1);
}

TEST (OscillatorTest, NoValueOfAnyControlGivesANumberThatIsNone)
{
    const std::array<float, 6> wild { -1e30f, 1e30f, std::nanf (""), 0.0f, -INFINITY, INFINITY };

    for (const auto value : wild)
    {
        Sounding saw;
        auto& c = saw.controls;

        for (auto* ramp : { &c.pitch, &c.transpose, &c.tune, &c.phase, &c.waveFrame, &c.unisonVoices, &c.unisonDetune, &c.detunePower,
                            &c.detuneRange, &c.unisonBlend, &c.stereoSpread, &c.frameSpread, &c.distortionSpread, &c.morphSpread,
                            &c.distortionAmount, &c.distortionPhase, &c.morphAmount, &c.randomPhase, &c.pan })
        {
            const auto before = *ramp;
            hold (*ramp, value);

            for (const auto sample : saw.listen (3))
                ASSERT_TRUE (std::isfinite (sample)) << value;

            *ramp = before;
        }
    }
}
} // namespace

} // namespace athanor::synth
