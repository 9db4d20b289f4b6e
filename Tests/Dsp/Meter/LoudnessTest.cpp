// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Meter/Loudness.h"

#include "Dsp/Fast.h"

#include <ebur128.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <vector>

namespace athanor::dsp
{

namespace
{
using Sound = std::vector<Stereo>;

/** Noise and tones whose strength changes every second, with pauses, for the gates to have work. */
Sound programme (double sampleRate, int lengthSeconds, unsigned seed)
{
    std::mt19937 random (seed);
    std::uniform_real_distribution<float> sample (-1, 1);
    Sound sound;
    float gain = 0, tone = 0, place = 0;

    for (int i = 0; i < static_cast<int> (sampleRate) * lengthSeconds; ++i)
    {
        if (i % static_cast<int> (sampleRate) == 0)
        {
            gain = decibelsToGain (-60 * std::abs (sample (random)));
            tone = 0.02f * (1 + sample (random)) * 48'000 / static_cast<float> (sampleRate);

            if (sample (random) > 0.6f)
                gain = 0;
        }

        place += tone;
        const auto common = sine (place);
        sound.push_back (gain * Stereo (Stereo::Floats { common + 0.1f * sample (random), 0.5f * common + 0.1f * sample (random) }));
    }

    return sound;
}

struct Oracle
{
    Oracle (double sampleRate) : state (ebur128_init (2, static_cast<unsigned long> (sampleRate), EBUR128_MODE_I | EBUR128_MODE_S)) {}

    ~Oracle() { ebur128_destroy (&state); }

    ebur128_state* state;
};
} // namespace

TEST (LoudnessTest, agreesWithLibebur128AtEveryRate)
{
    for (const double rate : { 44'100.0, 48'000.0, 96'000.0, 192'000.0 })
    {
        Oracle oracle (rate);
        auto meter = std::make_unique<Loudness>();
        meter->prepare (rate);
        const auto sound = programme (rate, 12, static_cast<unsigned> (rate));
        const auto step = static_cast<std::size_t> (rate / 10);

        for (std::size_t i = 0; i + step <= sound.size(); i += step)
        {
            const std::span part (sound.data() + i, step);
            meter->process (part);
            ebur128_add_frames_float (oracle.state, reinterpret_cast<const float*> (part.data()), step);

            double momentary = 0, shortTerm = 0;
            ebur128_loudness_momentary (oracle.state, &momentary);
            ebur128_loudness_shortterm (oracle.state, &shortTerm);

            if (momentary > -100)
                EXPECT_NEAR (meter->momentary(), momentary, 0.05);

            if (shortTerm > -100)
                EXPECT_NEAR (meter->shortTerm(), shortTerm, 0.05);
        }

        double integrated = 0;
        ebur128_loudness_global (oracle.state, &integrated);
        EXPECT_NEAR (meter->integrated(), integrated, 0.1) << rate;
    }
}

TEST (LoudnessTest, readsAFullScaleSineInOneChannelAsTheStandardSays)
{
    Loudness meter;
    meter.prepare (48'000);
    Sound sound;

    for (int i = 0; i < 5 * 48'000; ++i)
        sound.push_back (Stereo (Stereo::Floats { sine (static_cast<float> (i % 48'000) * 997 / 48'000), 0.0f }));

    meter.process (sound);
    EXPECT_NEAR (meter.integrated(), -3.01, 0.02);
}

TEST (LoudnessTest, silenceIsSilenceAndResetForgets)
{
    Loudness meter;
    meter.prepare (48'000);
    meter.process (Sound (48'000, Stereo (0.5f)));
    meter.reset();
    meter.process (Sound (48'000, Stereo (0.0f)));

    EXPECT_EQ (meter.momentary(), Loudness::silence);
    EXPECT_EQ (meter.integrated(), Loudness::silence);
}

} // namespace athanor::dsp
