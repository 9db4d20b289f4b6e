// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Envelope.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace athanor::synth
{

namespace
{
Ramp still (float stored) { return { Lanes (stored), Lanes (stored), nullptr }; }

/** Times in seconds. */
EnvelopeControls shape (float delay, float attack, float hold, float decay, float sustain, float release)
{
    const auto stored = [] (float seconds) { return still (std::pow (seconds, 0.25f)); };
    return { stored (delay), stored (attack), stored (hold), stored (decay), still (sustain), stored (release), 0, 0, 0 };
}

NoteTurn event (Stage stage, int frame)
{
    NoteTurn notes;
    notes.trigger = LaneCounts {} + static_cast<std::int32_t> (stage);
    notes.triggerFrame = LaneCounts {} + frame;
    return notes;
}

/** At audio rate: the key goes down at `frame`, and comes up `held` quanta later. */
std::vector<float> heard (const EnvelopeControls& controls, int quanta, int frame = 0, int held = 1'000'000)
{
    Envelope envelope;
    const Turn turn {};
    std::vector<float> all;
    std::vector<Lanes> out (maxFrames);

    for (int i = 0; i < quanta; ++i)
    {
        envelope.processAtAudioRate (turn, i == 0 ? event (Stage::attack, frame) : i == held ? event (Stage::release, 0)
                                                                                             : NoteTurn(),
                                     controls, out.data());

        for (int k = 0; k < turn.frames; ++k)
            all.push_back (out[static_cast<std::size_t> (k)][3]);
    }

    return all;
}
} // namespace

TEST (EnvelopeTest, AnAttackTakesItsTimeAndEndsToTheFrame)
{
    const auto out = heard (shape (0, 0.1f, 0, 1, 1, 1), 100);
    EXPECT_NEAR (out[4'410], 0.5f, 1e-3f);
    EXPECT_NEAR (out[8'700], 8'700 / 8'820.0f, 1e-3f);
    EXPECT_NEAR (out[8'830], 1.0f, 1e-6f);
}

TEST (EnvelopeTest, BeforeTheFrameOfItsNoteItIsSilent)
{
    const auto out = heard (shape (0, 0, 0, 1, 1, 1), 1, 40);
    EXPECT_EQ (out[39], 0.0f);
    EXPECT_GT (out[42], 0.99f);
}

TEST (EnvelopeTest, ItDecaysToTheSustainedLevelAndReleasesToSilence)
{
    const auto out = heard (shape (0, 0, 0, 0.1f, 0.3f, 0.1f), 300, 0, 150);
    EXPECT_NEAR (out[4'400], 0.65f, 0.01f);
    EXPECT_NEAR (out[19'000], 0.3f, 1e-6f);
    EXPECT_NEAR (out[19'200 + 4'410], 0.15f, 2e-3f);
    EXPECT_EQ (out[19'200 + 9'000], 0.0f);
}

TEST (EnvelopeTest, ABentDecayIsTheExponentialItSays)
{
    auto controls = shape (0, 0, 0, 0.5f, 0, 1);
    controls.decayPower = -4;
    const auto out = heard (controls, 200);

    for (const auto frame : { 5'000, 12'000, 20'000 })
    {
        const auto t = (static_cast<float> (frame) - 1) / 44'100;
        EXPECT_NEAR (out[static_cast<std::size_t> (frame)], 1 - (std::exp (-4 * t) - 1) / (std::exp (-4.0f) - 1), 1e-4f);
    }
}

TEST (EnvelopeTest, AtControlRateItTellsTheEndOfTheQuantum)
{
    Envelope envelope;
    const Turn turn {};
    const auto controls = shape (0, 0.1f, 0, 1, 1, 1);
    envelope.processAtControlRate (turn, event (Stage::attack, 28), controls);
    EXPECT_NEAR (envelope.value()[0], 100 / 8'820.0f, 1e-6f);
    envelope.processAtControlRate (turn, {}, controls);
    EXPECT_NEAR (envelope.value()[0], 228 / 8'820.0f, 1e-6f);
}

TEST (EnvelopeTest, ADelayComesFirst)
{
    const auto out = heard (shape (0.1f, 0.001f, 0, 1, 1, 1), 100);
    EXPECT_EQ (out[8'700], 0.0f);
    EXPECT_NEAR (out[9'300], 1.0f, 1e-6f);
}

} // namespace athanor::synth
