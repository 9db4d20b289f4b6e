// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Filter/StateVariableFilter.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

namespace athanor
{

namespace
{
/** Gain in dB at a frequency. */
double gain (std::string_view id, std::string_view output, double rate, double hz, const std::vector<std::pair<std::string_view, float>>& knobs)
{
    Rig<dsp::Voices> rig (id, rate);

    for (auto& [knob, value] : knobs)
        rig.set (knob, value);

    std::vector<float> sound;
    std::int64_t place = 0;
    auto& input = rig.input ("in");
    input.steady = input.silent = false;

    for (int step = 0; step < 600; ++step)
    {
        for (int frame = 0; frame < quantum; ++frame)
            input[frame] = dsp::Voices (1e-2f * static_cast<float> (std::sin (2 * std::numbers::pi * hz / rate * static_cast<double> (place++))));

        const auto heard = rig.record (output, 1, 6);

        if (step >= 300)
            sound.insert (sound.end(), heard.begin(), heard.end());
    }

    return decibelsAt (sound, hz / rate) + 40;
}
} // namespace

TEST (StateVariableFilter, isThreeDecibelsDownAtItsCutoffInBothSlopesAndAtAnyRate)
{
    for (const double rate : { 44'100.0, 192'000.0 })
        for (const float slope : { 0.0f, 1.0f })
            for (const float mode : { 0.0f, 2.0f })
                EXPECT_NEAR (gain ("filter.svf", "out", rate, 1'500, { { "cutoff", 1'500 }, { "resonance", 0 }, { "slope", slope }, { "mode", mode } }), -3.01, 0.05)
                    << "slope " << slope << ", mode " << mode << " at " << rate;
}

TEST (StateVariableFilter, fallsAsSteeplyAsItsSlopeSays)
{
    const auto fall = [] (float slope) {
        return gain ("filter.svf", "out", 48'000, 2'000, { { "cutoff", 200 }, { "resonance", 0 }, { "slope", slope } }) - gain ("filter.svf", "out", 48'000, 4'000, { { "cutoff", 200 }, { "resonance", 0 }, { "slope", slope } });
    };
    EXPECT_NEAR (fall (0), 12, 0.5);
    EXPECT_NEAR (fall (1), 24, 1);
}

TEST (StateVariableFilter, notchTakesItsCutoffOutAndBandLetsOnlyThatThrough)
{
    EXPECT_LT (gain ("filter.svf", "out", 48'000, 1'000, { { "cutoff", 1'000 }, { "mode", 3 } }), -50);
    EXPECT_NEAR (gain ("filter.svf", "out", 48'000, 1'000, { { "cutoff", 1'000 }, { "mode", 1 } }), 0, 0.1);
    EXPECT_LT (gain ("filter.svf", "out", 48'000, 100, { { "cutoff", 1'000 }, { "mode", 1 } }), -12);
    EXPECT_NEAR (gain ("filter.svf", "out", 48'000, 3'000, { { "cutoff", 1'000 }, { "mode", 5 } }), 0, 0.1) << "all pass";
}

TEST (StateVariableFilter, followsTheKeyLikeANote)
{
    Rig<dsp::Voices> rig ("filter.svf");
    EXPECT_NEAR (gain ("filter.onepole", "low", 48'000, 1'000, { { "cutoff", 1'000 } }), -3.01, 0.05);
    rig.set ("keys", 1).set ("cutoff", 261.6256f).set ("resonance", 1).feed ("pitch", 69);
    rig.input ("in")[0] = dsp::Voices (1.0f);
    rig.input ("in").steady = rig.input ("in").silent = false;
    rig.run();
    rig.feed ("in", 0);
    const auto ringing = rig.record ("out", 256);
    EXPECT_NEAR (centsBetween (exactFrequency (ringing, 440 / 48'000.0), 440 / 48'000.0), 0, 2);
}

TEST (StateVariableFilter, changesItsModeAndSlopeWithoutAClick)
{
    Rig<dsp::Voices> rig ("filter.svf");
    rig.set ("cutoff", 2'000);
    std::vector<float> sound;
    int place = 0;

    for (int step = 0; step < 60; ++step)
    {
        rig.set ("mode", static_cast<float> (step / 10 % 6)).set ("slope", step >= 30 ? 1.0f : 0.0f);
        auto& input = rig.input ("in");
        input.steady = input.silent = false;

        for (int frame = 0; frame < quantum; ++frame)
            input[frame] = dsp::Voices (static_cast<float> (std::sin (place++ * 0.02)));

        const auto heard = rig.record ("out", 1);
        sound.insert (sound.end(), heard.begin(), heard.end());
    }

    // The sine itself bends by 0.0004 a frame; a jump from one mode to the other would by up to 1.
    EXPECT_LT (roughestCorner (std::span (sound).subspan (300)), 0.05);
}

TEST (StateVariableFilter, theLadderIsInTuneToo)
{
    EXPECT_NEAR (gain ("filter.ladder", "out", 48'000, 1'000, { { "cutoff", 1'000 }, { "resonance", 0 } }), -12.04, 0.1);
    EXPECT_NEAR (gain ("filter.ladder", "out", 48'000, 1'000, { { "cutoff", 1'000 }, { "resonance", 0 }, { "mode", 1 } }), -6.02, 0.1);
    EXPECT_NEAR (gain ("filter.ladder", "out", 96'000, 20, { { "cutoff", 1'000 }, { "resonance", 0 } }), 0, 0.1);
    EXPECT_LT (gain ("filter.ladder", "out", 48'000, 100, { { "cutoff", 1'000 }, { "resonance", 0 }, { "mode", 4 } }), -75) << "high, 24 dB";
}

} // namespace athanor
