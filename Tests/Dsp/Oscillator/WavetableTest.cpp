// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Oscillator/Wavetable.h"

#include "Support/Tone.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace athanor::dsp
{

namespace
{
std::vector<float> play (const Wavetable& table, float position, float turns)
{
    Phase<8> phase;
    const auto place = WavetablePlace<8>::at (table, Lanes<8> (position), Lanes<8> (turns));
    std::vector<float> sound;

    for (int i = 0; i < 1 << 15; ++i)
    {
        sound.push_back (place.read (table, phase)[5]);
        phase.advance (Lanes<8> (turns));
    }

    return sound;
}

std::vector<float> sawCycle()
{
    std::vector<float> cycle;

    for (int i = 0; i < Wavetable::cycleLength; ++i)
        cycle.push_back (2.0f * static_cast<float> (i) / Wavetable::cycleLength - 1);

    return cycle;
}
} // namespace

TEST (Wavetable, aSineComesOutAsPureAsItWentIn)
{
    const auto sound = play (builtInWavetables()[0], 0, 0.00731f);
    EXPECT_NEAR (decibelsAt (sound, 0.00731f), 0, 0.01);

    for (int harmonic = 2; harmonic < 20; ++harmonic)
        EXPECT_LT (decibelsAt (sound, harmonic * static_cast<double> (0.00731f)), -85) << harmonic;
}

TEST (Wavetable, nothingFoldsBackBelowHearing)
{
    Wavetable table (1);
    WavetableMaker maker;
    ASSERT_TRUE (maker.add (table, sawCycle()));
    EXPECT_FALSE (maker.add (table, sawCycle())) << "it is full";

    for (const float turns : { 0.0107f, 0.0213f, 0.0457f, 0.1049f })
    {
        const auto sound = play (table, 0, turns);

        for (int harmonic = static_cast<int> (0.5f / turns) + 1; harmonic < 200; ++harmonic)
        {
            const double place = harmonic * static_cast<double> (turns);
            const double folded = std::abs (place - std::round (place));
            const double nearest = std::abs (folded / static_cast<double> (turns) - std::round (folded / static_cast<double> (turns))) * static_cast<double> (turns);

            if (folded < 0.39 && folded > 0.001 && nearest > 0.0006)
                EXPECT_LT (decibelsAt (sound, folded), -70) << "harmonic " << harmonic << " of " << turns;
        }
    }
}

TEST (Wavetable, harmonicsKeepTheirLevelFromTheLowestNoteUp)
{
    Wavetable table (1);
    WavetableMaker maker;
    maker.add (table, sawCycle());
    const double reference = decibelsAt (play (table, 0, 0.0021f), static_cast<double> (0.0021f));

    for (const float turns : { 0.004f, 0.011f, 0.029f, 0.071f, 0.19f })
        EXPECT_NEAR (decibelsAt (play (table, 0, turns), static_cast<double> (turns)), reference, 0.2) << turns;
}

TEST (Wavetable, movesFromOneWaveToTheNextWithoutASeam)
{
    const auto& table = builtInWavetables()[3];
    Phase<8> phase;
    phase.set (0, 0.3f);
    float before = WavetablePlace<8>::at (table, Lanes<8> (0.0f), Lanes<8> (0.001f)).read (table, phase)[0];

    for (float position = 0; position <= 1; position += 0.001f)
    {
        const float now = WavetablePlace<8>::at (table, Lanes<8> (position), Lanes<8> (0.001f)).read (table, phase)[0];
        EXPECT_LT (std::abs (now - before), 0.03f) << position;
        before = now;
    }
}

TEST (Wavetable, theBuiltInOnesAreAllThereAndFullScale)
{
    ASSERT_EQ (builtInWavetables().size(), wavetableNames.size());

    for (auto& table : builtInWavetables())
        for (int cycle = 0; cycle < table.cycles(); ++cycle)
        {
            const auto sound = play (table, static_cast<float> (cycle) / static_cast<float> (table.cycles() - 1), 0.0005f);
            float peak = 0;

            for (const float x : sound)
                peak = std::max (peak, std::abs (x));

            EXPECT_NEAR (peak, 1, 0.02) << cycle;
        }
}

} // namespace athanor::dsp
