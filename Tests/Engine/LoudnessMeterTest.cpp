// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/LoudnessMeter.h"

#include "Engine/Engine.h"
#include "Support/Projects.h"
#include "Support/Threads.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace athanor
{
namespace
{
/** A sine of one kilohertz on both channels. */
void feed (LoudnessMeter& meter, double seconds, float amplitude)
{
    std::array<float, quantum> samples {};
    static int frame = 0;

    for (int i = 0; i < static_cast<int> (seconds * 48'000); i += quantum)
    {
        for (auto& sample : samples)
            sample = amplitude * static_cast<float> (std::sin (2 * std::numbers::pi * 1'000 * frame++ / 48'000));

        meter.measure (samples, samples);
    }
}

TEST (LoudnessMeter, aSineReadsAsEbuTech3341SaysItShould)
{
    LoudnessMeter meter;
    meter.prepare (48'000);
    feed (meter, 5, std::pow (10.0f, -23.0f / 20));
    EXPECT_NEAR (meter.momentary.load(), -23, 0.1f);
    EXPECT_NEAR (meter.shortTerm.load(), -23, 0.1f);
    EXPECT_NEAR (meter.integrated.load(), -23, 0.1f);
    EXPECT_NEAR (20 * std::log10 (meter.truePeak.load()), -23, 0.2f);
}

TEST (LoudnessMeter, whatLastsBeginsAnewWithTheMusic)
{
    LoudnessMeter meter;
    meter.prepare (48'000);
    feed (meter, 4, 0.9f);
    meter.restart();
    EXPECT_EQ (meter.truePeak.load(), 0);
    feed (meter, 4, 0.1f);
    EXPECT_NEAR (meter.truePeak.load(), 0.1f, 0.005f);
    EXPECT_NEAR (meter.integrated.load(), -20, 0.2f);
}

TEST (LoudnessMeter, silenceAfterTheMusicIsShownAndThenLeftAlone)
{
    LoudnessMeter meter;
    meter.prepare (48'000);
    feed (meter, 4, 0.5f);
    feed (meter, 5, 0);
    EXPECT_EQ (meter.momentary.load(), dsp::Loudness::silence);
    EXPECT_EQ (meter.shortTerm.load(), dsp::Loudness::silence);
    EXPECT_NEAR (meter.integrated.load(), -6, 0.3f);
    feed (meter, 1, 0.5f);
    EXPECT_NEAR (meter.momentary.load(), -6, 0.1f);
}

TEST (LoudnessMeter, measuresWhatTheEnginePlays)
{
    const auto song = projects::synthOnOneTrack();
    ThreadsForTests threads;
    Engine engine;
    PlanOptions options;
    options.live = { { song.track, song.instrument } };
    engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { makePlan (song.project, options, nullptr) }));
    ASSERT_TRUE (engine.commands.push ({ StartNote { song.track, song.instrument, 1, 60, 1 }, 0 }));
    std::vector<float> left (48'000), right (48'000);
    engine.process (threads.audio, left.data(), right.data(), 48'000);
    EXPECT_GT (engine.loudness.momentary.load(), -40);
    EXPECT_LT (engine.loudness.momentary.load(), 0);
    EXPECT_GE (engine.loudness.truePeak.load(), 0.05f);
}
} // namespace
} // namespace athanor
