// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Source/Granular.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

#include <algorithm>

namespace athanor
{

namespace
{
dsp::Sound toneOf (double turns)
{
    dsp::Sound sound { 48'000, 1, {} };

    for (int i = 0; i < 96'000; ++i)
        sound.samples.push_back (0.5f * static_cast<float> (std::sin (2 * std::numbers::pi * turns * i)));

    return sound;
}

std::vector<float> play (const dsp::Sound& sound, float pitch, const std::vector<std::pair<std::string_view, float>>& knobs = {})
{
    Rig<dsp::Voices> rig ("source.granular");
    rig.load ("sound", sound).set ("spread", 0).feed ("random", 0.3f).startNote (pitch);

    for (auto& [knob, value] : knobs)
        rig.set (knob, value);

    rig.run();
    rig.endNoteStart();
    rig.record ("left", 200);
    return rig.record ("left", 512, 2);
}
} // namespace

TEST (Granular, isAboutAsLoudAsTheRecordingHoweverManyGrainsThereAre)
{
    const auto sound = toneOf (0.011);

    for (const float density : { 2.0f, 4.0f, 8.0f })
        EXPECT_NEAR (20 * std::log10 (loudnessOf (play (sound, 60, { { "density", density } })) / 0.3535), 0, 5) << density;
}

TEST (Granular, movesThePitchAndNotThePlace)
{
    const auto sound = toneOf (0.01);
    const auto octaveUp = play (sound, 72, { { "speed", 0 }, { "spray", 0.3f } });
    double loudest = -200;

    // Grains start anywhere in the tone, so its energy is spread over a few bins.
    for (double turns = 0.0195; turns < 0.0205; turns += 0.00005)
        loudest = std::max (loudest, decibelsAt (octaveUp, turns));

    EXPECT_GT (loudest, decibelsAt (octaveUp, 0.01) + 30);
}

TEST (Granular, grainsRiseAndFallWithoutAClick)
{
    EXPECT_LT (roughestCorner (play (toneOf (0.002), 60, { { "spray", 1 }, { "size", 0.02f } })), 0.02);
}

TEST (Granular, isSilentUntilItIsTriggered)
{
    const auto sound = toneOf (0.01);
    Rig<dsp::Voices> rig ("source.granular");
    rig.load ("sound", sound);
    rig.record ("left", 20);
    EXPECT_TRUE (rig.output ("left").silent);
}

} // namespace athanor
