// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Source/Analogue.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

namespace athanor
{

namespace
{
std::vector<float> play (float shape, float width = 0.5f, float pitch = 57)
{
    Rig<dsp::Voices> rig ("source.analogue");
    rig.startNote (pitch).set ("shape", shape).set ("width", width);
    rig.run();
    return rig.record ("out", 512);
}

constexpr double a3 = 220.0 / 48'000;
} // namespace

TEST (Analogue, eachShapeHasItsHarmonics)
{
    EXPECT_LT (decibelsAt (play (0), 2 * a3), -90) << "a sine has one";
    EXPECT_LT (decibelsAt (play (1), 2 * a3), -80) << "a triangle has odd ones";
    EXPECT_NEAR (decibelsAt (play (2), 2 * a3), 20 * std::log10 (1 / std::numbers::pi), 0.2) << "a saw has all";
    EXPECT_LT (decibelsAt (play (3), 2 * a3), -70) << "a square has odd ones";
    EXPECT_NEAR (decibelsAt (play (3), 3 * a3), 20 * std::log10 (4 / std::numbers::pi / 3), 0.2);
    EXPECT_LT (decibelsAt (play (3, 1 / 3.0f), 3 * a3), -60) << "a pulse of a third lacks every third";
}

TEST (Analogue, blendsOfTwoShapesAddUpInsteadOfCancelling)
{
    for (const float shape : { 0.5f, 1.5f, 2.5f })
    {
        const double between = std::abs (partAt (play (shape), a3));
        const double one = std::abs (partAt (play (std::floor (shape)), a3)), other = std::abs (partAt (play (std::ceil (shape)), a3));
        EXPECT_NEAR (between, (one + other) / 2, 0.05) << shape;
    }
}

TEST (Analogue, theHighestNoteOfAPianoHasNoCompanyBelowIt)
{
    const double turns = 4'186.009 / 48'000;
    const auto sound = play (2, 0.5f, 108);

    for (double hz = 200; hz < 4'000; hz += 150)
        EXPECT_LT (decibelsAt (sound, hz / 48'000), -60) << hz;

    EXPECT_GT (decibelsAt (sound, turns), -6);
}

TEST (Analogue, restartMakesEachNoteAlike)
{
    Rig<dsp::Voices> rig ("source.analogue");
    rig.set ("restart", 1).startNote (61.3f, 17);
    const auto first = rig.record ("out", 1);
    rig.endNoteStart();
    rig.record ("out", 13);
    rig.startNote (61.3f, 17);
    const auto again = rig.record ("out", 1);

    for (std::size_t i = 20; i < 64; ++i)
        EXPECT_NEAR (first[i], again[i], 1e-5f) << i;
}

TEST (Analogue, linearFrequencyModulationKeepsTheNoteInTune)
{
    Rig<dsp::Voices> rig ("source.analogue");
    rig.startNote (57).set ("shape", 0);
    std::vector<float> sound;
    int step = 0;

    for (int i = 0; i < 512; ++i)
    {
        auto& fm = rig.input ("fm");
        fm.steady = fm.silent = false;

        for (int frame = 0; frame < quantum; ++frame)
            fm[frame] = dsp::Voices (static_cast<float> (std::sin (2 * std::numbers::pi * 3 * a3 * step++)));

        const auto heard = rig.record ("out", 1);
        sound.insert (sound.end(), heard.begin(), heard.end());
    }

    EXPECT_NEAR (centsBetween (exactFrequency (sound, a3), a3), 0, 0.5);
}

} // namespace athanor
