// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings whose tempo, key, loudness and pitch are known, because they are made here.
#include "Media/Analysis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace athanor
{

namespace
{
constexpr double rate = 44'100;

dsp::Sound silence (double seconds) { return { rate, 1, std::vector<float> (static_cast<std::size_t> (seconds * rate)) }; }

/** Adds a note with some overtones that dies away. */
void addNote (dsp::Sound& sound, double at, double seconds, double key, double level = 0.2)
{
    const auto frequency = 440 * std::exp2 ((key - 69) / 12);
    const auto first = static_cast<std::size_t> (at * rate), last = std::min (sound.samples.size(), first + static_cast<std::size_t> (seconds * rate));

    for (auto i = first; i < last; ++i)
    {
        const auto time = static_cast<double> (i - first) / rate;

        for (int harmonic = 1; harmonic <= 4; ++harmonic)
            sound.samples[i] += static_cast<float> (level / harmonic * std::exp (-2 * time / seconds) * std::sin (2 * std::numbers::pi * frequency * harmonic * time));
    }
}

/** A drum: noise that dies away at once. */
void addHit (dsp::Sound& sound, double at, double level, std::mt19937& random)
{
    std::uniform_real_distribution<float> noise (-1, 1);
    const auto first = static_cast<std::size_t> (at * rate);

    for (std::size_t i = 0; i < 4'000 && first + i < sound.samples.size(); ++i)
        sound.samples[first + i] += static_cast<float> (level * std::exp (-static_cast<double> (i) / 700)) * noise (random);
}

dsp::Sound beatAt (double tempo)
{
    auto sound = silence (16);
    std::mt19937 random (1);

    for (int eighth = 0; eighth * 30 / tempo < 15.9; ++eighth)
        addHit (sound, eighth * 30 / tempo, eighth % 2 == 0 ? 0.6 : 0.15, random);

    return sound;
}

/** Four chords of a scale, each two seconds long. */
dsp::Sound chords (std::initializer_list<std::initializer_list<int>> all)
{
    auto sound = silence (2.0 * static_cast<double> (all.size()));
    double at = 0;

    for (const auto& chord : all)
    {
        for (const auto key : chord)
            addNote (sound, at, 2, key);

        at += 2;
    }

    return sound;
}
} // namespace

TEST (Analysis, findsTheTempo)
{
    for (const auto tempo : { 75.0, 98.5, 120.0, 128.0, 140.0, 174.0 })
    {
        const auto found = analyse (beatAt (tempo));
        ASSERT_TRUE (found && found->tempo) << tempo;
        EXPECT_NEAR (*found->tempo, tempo, 0.3);
    }
}

TEST (Analysis, findsTheKey)
{
    EXPECT_EQ (analyse (chords ({ { 60, 64, 67 }, { 65, 69, 72 }, { 67, 71, 74 }, { 60, 64, 67 } }))->key, "C major");
    EXPECT_EQ (analyse (chords ({ { 57, 60, 64 }, { 62, 65, 69 }, { 64, 68, 71 }, { 57, 60, 64 } }))->key, "A minor");
    EXPECT_EQ (analyse (chords ({ { 66, 70, 73 }, { 71, 75, 78 }, { 73, 77, 80 }, { 66, 70, 73 } }))->key, "F♯ major");
}

TEST (Analysis, findsThePitchOfOneNote)
{
    for (const auto key : { 33.0, 45.0, 57.3, 69.0, 84.0 })
    {
        auto sound = silence (1.5);
        addNote (sound, 0.1, 1.2, key, 0.4);
        const auto found = analyse (sound);
        ASSERT_TRUE (found && found->pitch) << key;
        EXPECT_NEAR (*found->pitch, key, 0.05);
        EXPECT_TRUE (found->key.empty()) << "one note is no key";
    }
}

TEST (Analysis, measuresTheLoudness)
{
    auto sound = silence (5);

    for (std::size_t i = 0; i < sound.samples.size(); ++i)
        sound.samples[i] = static_cast<float> (std::sin (2 * std::numbers::pi * 997 * static_cast<double> (i) / rate));

    // A sine of full scale in one channel is -3.01 LUFS.
    EXPECT_NEAR (analyse (sound)->loudness.integrated, -3.01, 0.05);
    EXPECT_DOUBLE_EQ (analyse (sound)->seconds, 5);
}

TEST (Analysis, claimsNothingOfNoiseSilenceAndScraps)
{
    auto noise = silence (8);
    std::mt19937 random (2);
    std::uniform_real_distribution<float> chance (-0.3f, 0.3f);

    for (auto& sample : noise.samples)
        sample = chance (random);

    for (const auto& sound : { noise, silence (8), silence (0), silence (0.001), dsp::Sound { rate, 2, std::vector<float> (2, 0.5f) } })
    {
        const auto found = analyse (sound);
        ASSERT_TRUE (found);
        EXPECT_FALSE (found->tempo) << *found->tempo;
        EXPECT_EQ (found->key, "");
        EXPECT_FALSE (found->pitch);
    }
}

TEST (Analysis, stopsWhenItIsTold)
{
    EXPECT_FALSE (analyse (beatAt (120), [] (double) { return false; }));
    double last = -1;
    EXPECT_TRUE (analyse (beatAt (120), [&] (double progress) {
        EXPECT_GE (progress, last);
        last = progress;
        return true;
    }));
    EXPECT_LE (last, 1);
}

} // namespace athanor
