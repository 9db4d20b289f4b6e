// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/Lfo.h"

#include <gtest/gtest.h>

#include <cmath>

namespace athanor::synth
{

namespace
{
Ramp still (float stored) { return { Lanes (stored), Lanes (stored), nullptr }; }

/** In Hertz; fades instead of smoothing, so that its values are those of the curve. */
LfoControls plain (LfoMode mode, float hertz)
{
    LfoControls controls;
    controls.rate.sync = 0;
    controls.rate.frequency = still (std::log2 (hertz));
    controls.mode = mode;
    controls.isSmooth = false;
    return controls;
}

PatchLine rising() { return PatchLine::straight(); }

/** Its value after some quanta at control rate; let go after `held` of them. */
float after (const LfoControls& controls, const PatchLine& line, int quanta, int held = 1'000'000)
{
    Lfo lfo;
    const CurveTable curve (line);
    const Turn turn {};

    for (int i = 0; i < quanta; ++i)
    {
        NoteTurn notes;

        if (i == 0 || i == held)
            notes.trigger = LaneCounts {} + static_cast<std::int32_t> (i == 0 ? Stage::attack : Stage::release);

        lfo.processAtControlRate (turn, notes, {}, controls, curve);
    }

    return lfo.value()[0];
}

constexpr float quantumSeconds = 64 / 44'100.0f;
} // namespace

TEST (LfoTest, ItTellsWhereTheQuantumBegins)
{
    EXPECT_NEAR (after (plain (LfoMode::trigger, 1), rising(), 1), 0.0f, 1e-3f);
    EXPECT_NEAR (after (plain (LfoMode::trigger, 1), rising(), 101), 100 * quantumSeconds, 2e-3f);
}

TEST (LfoTest, ItGoesRoundOrOnceThrough)
{
    EXPECT_NEAR (after (plain (LfoMode::trigger, 4), rising(), 301), std::fmod (300 * quantumSeconds * 4, 1.0f), 2e-3f);
    EXPECT_NEAR (after (plain (LfoMode::envelope, 4), rising(), 301), 1.0f, 1e-3f);
}

TEST (LfoTest, ASustainedOneWaitsAtItsPhaseForTheKeyToComeUp)
{
    auto controls = plain (LfoMode::sustainEnvelope, 4);
    controls.phase = still (0.25f);
    EXPECT_NEAR (after (controls, rising(), 301), 0.25f, 2e-3f);
    EXPECT_NEAR (after (controls, rising(), 301, 290), 0.25f + 10 * quantumSeconds * 4, 5e-3f);
}

TEST (LfoTest, ALoopPointIsWhereItGoesBackTo)
{
    auto controls = plain (LfoMode::loopPoint, 4);
    controls.phase = still (0.5f);

    for (const auto quanta : { 200, 250, 300, 350 })
        EXPECT_GE (after (controls, rising(), quanta), 0.49f);
}

TEST (LfoTest, TempoSaysHowOftenItGoesRound)
{
    auto controls = plain (LfoMode::trigger, 1);
    controls.rate.sync = 1;
    controls.rate.tempo = still (8);
    EXPECT_NEAR (rateOf (controls.rate, 2, Lanes (60.0f))[0], 2.0f, 1e-5f);
    controls.rate.sync = 2;
    EXPECT_NEAR (rateOf (controls.rate, 2, Lanes (60.0f))[0], 4.0f / 3, 1e-5f);
    controls.rate.sync = 3;
    EXPECT_NEAR (rateOf (controls.rate, 2, Lanes (60.0f))[0], 3.0f, 1e-5f);
    controls.rate.sync = 4;
    EXPECT_NEAR (rateOf (controls.rate, 2, Lanes (69.0f))[0], 440.0f, 0.01f);
}

TEST (LfoTest, AtAudioRateEachFrameHasItsValue)
{
    Lfo lfo;
    const CurveTable curve (rising());
    const Turn turn {};
    NoteTurn notes;
    notes.trigger = LaneCounts {} + static_cast<std::int32_t> (Stage::attack);
    std::array<Lanes, maxFrames> out;
    lfo.processAtAudioRate (turn, notes, {}, plain (LfoMode::trigger, 100), curve, out.data());
    EXPECT_NEAR (out[100][0], 100 * 100 / 88'200.0f, 2e-3f);
}

} // namespace athanor::synth
