// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/EffectChain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace athanor::synth
{

namespace
{
constexpr Control everySwitch[] { Control::chorus_on, Control::compressor_on, Control::delay_on, Control::distortion_on, Control::eq_on, Control::filter_fx_on, Control::flanger_on, Control::phaser_on, Control::reverb_on };

/** A quantum of a tone, or of silence. */
void fill (StereoBuffer& sound, int quantumIndex, float level)
{
    for (int i = 0; i < 128; ++i)
        sound[i] = Stereo (level * static_cast<float> (std::sin (0.03 * (quantumIndex * 128 + i))));
}

float peakOf (const StereoBuffer& sound)
{
    float peak = 0;

    for (int i = 0; i < 128; ++i)
        peak = std::max ({ peak, std::abs (sound[i][0]), std::abs (sound[i][1]) });

    return peak;
}
} // namespace

TEST (EffectChainTest, changesNothingWhileAllIsOff)
{
    EffectChain chain;
    StereoBuffer sound, before;
    fill (sound, 0, 0.5f);
    before = sound;
    chain.process ({}, {}, sound);

    for (int i = 0; i < 128; ++i)
        ASSERT_EQ (sound[i][0], before[i][0]);
}

TEST (EffectChainTest, fallsAsleepAfterItsTailAndWakesWithTheSound)
{
    for (const auto which : everySwitch)
    {
        EffectChain chain;
        EffectValues values;
        StereoBuffer sound;
        values.set (which, Stereo (1.0f));
        values.set (Control::reverb_decay_time, Stereo (-3.0f));

        for (int q = 0; q < 40; ++q)
        {
            fill (sound, q, 0.3f);
            chain.process ({}, values, sound);
        }

        EXPECT_FALSE (chain.isAsleep()) << static_cast<int> (which);

        for (int q = 0; q < 12'000 && ! chain.isAsleep(); ++q)
        {
            sound.clear (128);
            chain.process ({}, values, sound);
        }

        EXPECT_TRUE (chain.isAsleep()) << static_cast<int> (which);
        fill (sound, 1, 0.3f);
        chain.process ({}, values, sound);
        EXPECT_GT (peakOf (sound), 0.01f) << static_cast<int> (which);
    }
}

TEST (EffectChainTest, switchesWithoutAClick)
{
    for (const auto which : everySwitch)
    {
        EffectChain chain;
        EffectValues values;
        StereoBuffer sound;
        Stereo last (0.0f);
        float steepest = 0;
        values.set (Control::compressor_mix, Stereo (0.3f));

        for (int q = 0; q < 200; ++q)
        {
            values.set (which, Stereo (q % 40 >= 20 ? 1.0f : 0.0f));
            fill (sound, q, 0.1f);
            chain.process ({}, values, sound);

            for (int i = 0; i < 128; ++i)
            {
                if (q > 0)
                    steepest = std::max (steepest, std::abs (sound[i][0] - last[0]));

                last = sound[i];
            }
        }

        // The tone itself rises by 0.003 a frame.
        EXPECT_LT (steepest, 0.03f) << infoOf (which).id;
    }
}

TEST (EffectChainTest, echoesWhenTheDelaySays)
{
    EffectChain chain;
    EffectValues values;
    values.set (Control::delay_on, Stereo (1.0f));
    values.set (Control::delay_sync, Stereo (0.0f));
    values.set (Control::delay_frequency, Stereo (4.0f)); // A sixteenth of a second: 5,512.5 frames.
    values.set (Control::delay_style, Stereo (0.0f));
    StereoBuffer sound;
    float loudest = 0;
    int place = 0;

    for (int q = 0; q < 60; ++q)
    {
        sound.clear (128);

        if (q == 0)
            sound[0] = Stereo (0.5f);

        chain.process ({}, values, sound);

        for (int i = 0; i < 128; ++i)
            if (q > 0 && std::abs (sound[i][0]) > loudest)
            {
                loudest = std::abs (sound[i][0]);
                place = q * 128 + i;
            }
    }

    EXPECT_NEAR (place, 5'512, 8);
}

TEST (EffectChainTest, staysFiniteAndBoundedForAnyNumberOfAnyControl)
{
    std::minstd_rand random (3);
    constexpr std::string_view families[] { "chorus_", "compressor_", "delay_", "distortion_", "eq_", "filter_fx_", "flanger_", "phaser_", "reverb_" };
    EffectChain chain;
    EffectValues values;
    StereoBuffer sound;

    for (int q = 0; q < 3'000; ++q)
    {
        for (int c = 0; q % 10 == 0 && c < controlCount; ++c)
        {
            const auto& info = infoOf (static_cast<Control> (c));

            if (! std::ranges::any_of (families, [&] (auto family) { return info.id.starts_with (family); }) && info.id != "effect_chain_order")
                continue;

            const auto pick = random() % 8;
            const auto position = pick == 0 ? -2.0f : pick == 1 ? 3.0f
                                                                : static_cast<float> (random() % 1'001) / 1'000.0f;
            values.set (static_cast<Control> (c), Stereo (info.least + position * (info.greatest - info.least)));
        }

        fill (sound, q, q % 100 < 50 ? 1.0f : 0.0f);
        chain.process ({}, values, sound);
        ASSERT_LT (peakOf (sound), 1e6f) << q;
    }
}

} // namespace athanor::synth
