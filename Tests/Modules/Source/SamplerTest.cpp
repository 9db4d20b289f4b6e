// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Source/Sampler.h"

#include "Modules/Rig.h"
#include "Support/Tone.h"

#include <algorithm>

namespace athanor
{

namespace
{
dsp::Sound toneOf (int frames, double turns, double rate = 48'000)
{
    dsp::Sound sound { rate, 1, {} };

    for (int i = 0; i < frames; ++i)
        sound.samples.push_back (static_cast<float> (std::sin (2 * std::numbers::pi * turns * i)));

    return sound;
}

dsp::Sound counting (int frames)
{
    dsp::Sound sound { 48'000, 1, {} };

    for (int i = 0; i < frames; ++i)
        sound.samples.push_back (static_cast<float> (i));

    return sound;
}
} // namespace

TEST (Sampler, playsItsRootAsItWasRecordedFromTheFrameOfTheNote)
{
    const auto sound = counting (100);
    Rig<dsp::Voices> rig ("source.sampler");
    rig.load ("sound", sound).startNote (60, 5);
    rig.run();
    EXPECT_EQ (rig.output ("left")[4][3], 0);
    EXPECT_EQ (rig.output ("left")[5][3], 0);
    EXPECT_EQ (rig.output ("left")[6][3], 1);
    EXPECT_EQ (rig.output ("right")[63][3], 58);
    rig.endNoteStart().run();
    rig.run();
    EXPECT_TRUE (rig.output ("left").silent) << "after its end there is nothing";
}

TEST (Sampler, isInTuneWhateverTheRatesAre)
{
    for (const double recorded : { 22'050.0, 44'100.0, 96'000.0 })
        for (const double played : { 44'100.0, 48'000.0 })
        {
            const auto sound = toneOf (200'000, 441 / recorded, recorded);
            Rig<dsp::Voices> rig ("source.sampler", played);
            rig.load ("sound", sound).startNote (67);
            rig.run();
            rig.endNoteStart();
            const auto heard = rig.record ("left", 512);
            const double turns = 441 * std::exp2 (7 / 12.0) / played;
            EXPECT_NEAR (centsBetween (exactFrequency (heard, turns), turns), 0, 0.05) << recorded << " at " << played;
        }
}

TEST (Sampler, goesRoundALoopGivenInFrames)
{
    const auto sound = counting (64);
    Rig<dsp::Voices> rig ("source.sampler");
    rig.load ("sound", sound).set ("loop", 1).set ("loopStart", 16 / 64.0f).set ("loopEnd", 48 / 64.0f).startNote (60);
    auto heard = rig.record ("left", 1);
    rig.endNoteStart();
    const auto rest = rig.record ("left", 20);
    heard.insert (heard.end(), rest.begin(), rest.end());

    for (std::size_t i = 0; i < heard.size(); ++i)
        ASSERT_EQ (heard[i], static_cast<float> (i < 48 ? i : 16 + (i - 16) % 32)) << i;
}

TEST (Sampler, leavesItsLoopWhenTheKeyIsLetGo)
{
    const auto sound = counting (640);
    Rig<dsp::Voices> rig ("source.sampler");
    rig.load ("sound", sound).set ("loop", 1).set ("loopEnd", 0.1f).set ("until", 1).startNote (60);
    rig.run();
    rig.endNoteStart();
    rig.record ("left", 30);
    EXPECT_FALSE (rig.output ("left").silent);
    rig.stopNote();
    const auto rest = rig.record ("left", 12);
    EXPECT_EQ (*std::max_element (rest.begin(), rest.end()), 639) << "it plays on to its end";
    EXPECT_TRUE (rig.output ("left").silent);
}

TEST (Sampler, startsWhereItIsTold)
{
    const auto sound = counting (1'000);
    Rig<dsp::Voices> rig ("source.sampler");
    rig.load ("sound", sound).feed ("offset", 0.5f).startNote (60);
    rig.run();
    EXPECT_EQ (rig.output ("left")[0][0], 500);

    rig.set ("direction", 1).feed ("offset", 0).startNote (60);
    rig.reset();
    rig.run();
    EXPECT_EQ (rig.output ("left")[0][0], 999);
    EXPECT_EQ (rig.output ("left")[10][0], 989);
}

TEST (Sampler, aNoteThatStartsAgainDoesNotClick)
{
    // A slow sine, cut at its top.
    const auto sound = toneOf (48'000, 0.001);
    Rig<dsp::Voices> rig ("source.sampler");
    rig.load ("sound", sound).startNote (60);
    rig.run();
    rig.endNoteStart();
    rig.record ("left", 3);
    const float before = rig.output ("left").last()[2];
    EXPECT_GT (before, 0.9f);
    rig.startNote (60);
    rig.run();
    EXPECT_NEAR (rig.output ("left")[0][2], before, 0.03);
    rig.endNoteStart();
    rig.record ("left", 10);
    EXPECT_NEAR (rig.output ("left")[0][2], std::sin (2 * std::numbers::pi * 0.001 * 640), 0.01);
}

} // namespace athanor
