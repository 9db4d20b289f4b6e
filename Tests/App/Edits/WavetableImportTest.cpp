// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WavetableImport.h"

#include "App/Edits/WaveCooking.h"
#include "App/Edits/WaveDrawing.h"
#include "Media/AudioFile.h"
#include "Patch/PatchLimits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
dsp::Sound soundOf (std::vector<float> samples, int channels = 1) { return { 48'000, channels, std::move (samples) }; }

std::vector<float> tone (double period, int length, int harmonics = 20)
{
    std::vector<float> samples;

    for (int i = 0; i < length; ++i)
    {
        auto sum = 0.0;

        for (int h = 1; h <= harmonics && 2 * h < period; ++h)
            sum += std::sin (2 * 3.14159265358979 * h * i / period) / h;

        samples.push_back (static_cast<float> (0.4 * sum));
    }

    return samples;
}

/** So many waves of 2,048 samples, the nth with n harmonics. */
std::vector<float> waves (int count)
{
    std::vector<float> samples;

    for (int n = 1; n <= count; ++n)
    {
        const auto wave = tone (patch::frameSize, patch::frameSize, n);
        samples.insert (samples.end(), wave.begin(), wave.end());
    }

    return samples;
}

const WaveComponent& sourceOf (const WavetableSpec& table) { return table.groups.front().front(); }

std::string sentenceOf (const dsp::Sound& sound, WaveImportOptions options = {})
{
    const auto made = wavetableFrom (sound, options);
    return made ? std::string() : made.failure().message;
}

void expectFaultless (const WavetableSpec& table)
{
    PatchSpec patch;
    patch.wavetables[0] = table;
    EXPECT_TRUE (faultsOf (patch).empty());
}
} // namespace

TEST (WavetableImport, aFileOfWavesBecomesOneKeyframeForEach)
{
    const auto samples = waves (5);
    const auto table = wavetableFrom (soundOf (samples), { .name = "Five" });
    ASSERT_TRUE (table);
    EXPECT_EQ (table->name, "Five");
    const auto& source = sourceOf (*table);
    ASSERT_EQ (source.keyframes.size(), 5u);
    EXPECT_EQ (source.type, "Wave Source");
    EXPECT_EQ (source.keyframes[1].position, 64);
    EXPECT_EQ (source.keyframes[4].position, 256);
    EXPECT_EQ (*source.keyframes[2].wave, (std::vector<float> (samples.begin() + 4'096, samples.begin() + 6'144)));
    expectFaultless (*table);
}

TEST (WavetableImport, theFrameSizeMayBeAnother)
{
    const auto table = wavetableFrom (soundOf (tone (512, 2'048)), { .mode = WaveImport::frames, .frameSize = 512 });
    ASSERT_TRUE (table);
    ASSERT_EQ (sourceOf (*table).keyframes.size(), 4u);
    EXPECT_NEAR (harmonicsOf (*sourceOf (*table).keyframes[0].wave)[0].amplitude, 0.4, 0.01);
}

TEST (WavetableImport, aShortFileIsOneWave)
{
    const auto table = wavetableFrom (soundOf (tone (600, 600)), {});
    ASSERT_TRUE (table);
    ASSERT_EQ (sourceOf (*table).keyframes.size(), 1u);
    EXPECT_NEAR (harmonicsOf (*sourceOf (*table).keyframes[0].wave)[2].amplitude, 0.4 / 3, 0.01);
}

TEST (WavetableImport, aNoteBecomesWavesOfOnePeriodEach)
{
    const auto table = wavetableFrom (soundOf (tone (218.4, 30'000)), {});
    ASSERT_TRUE (table);
    ASSERT_EQ (sourceOf (*table).keyframes.size(), static_cast<std::size_t> (mostPeriods));

    auto loudest = 0.0f;

    for (const auto& keyframe : sourceOf (*table).keyframes)
    {
        const auto harmonics = harmonicsOf (*keyframe.wave);

        for (int h = 1; h <= 20; ++h)
            EXPECT_NEAR (harmonics[static_cast<std::size_t> (h - 1)].amplitude * static_cast<float> (h), harmonics[0].amplitude, 0.03) << "position " << keyframe.position << ", harmonic " << h;

        for (const auto sample : *keyframe.wave)
            loudest = std::max (loudest, std::abs (sample));
    }

    EXPECT_NEAR (loudest, 1, 1e-5);
    expectFaultless (*table);
}

TEST (WavetableImport, ofStereoTheMeanOfBothSidesCounts)
{
    const auto mono = waves (1);
    std::vector<float> stereo;

    for (const auto sample : mono)
    {
        stereo.push_back (2 * sample);
        stereo.push_back (0);
    }

    const auto table = wavetableFrom (soundOf (stereo, 2), {});
    ASSERT_TRUE (table);
    EXPECT_EQ (*sourceOf (*table).keyframes[0].wave, mono);
}

TEST (WavetableImport, vocodedARecordingStaysInTheRecipeAndAWindowWalksThroughIt)
{
    const auto table = wavetableFrom (soundOf (tone (300, 30'001)), { .mode = WaveImport::vocode });
    ASSERT_TRUE (table);
    const auto& source = sourceOf (*table);
    EXPECT_EQ (source.type, "Audio File Source");
    ASSERT_NE (source.audio, nullptr);
    EXPECT_EQ (source.audio->size(), 30'001u);
    EXPECT_NEAR (source.numbers.at ("window_size"), 300, 1);
    ASSERT_EQ (source.keyframes.size(), 2u);
    EXPECT_NEAR (source.keyframes[1].numbers.at ("start_position"), 29'701, 1);
    expectFaultless (*table);

    const std::vector positions { 0, 128 };
    const auto cooked = cookedWaves (*table, positions);
    const auto harmonics = harmonicsOf (cooked[1]);
    EXPECT_NEAR (harmonics[1].amplitude / harmonics[0].amplitude, 0.5, 0.02);
}

TEST (WavetableImport, whatCannotBecomeATableIsRefusedWithASentence)
{
    EXPECT_EQ (sentenceOf (soundOf ({})), "This recording is too short: a wave has at least 16 samples.");
    EXPECT_EQ (sentenceOf (soundOf (std::vector<float> (5'000, 0.0f))), "This recording is silent.");
    EXPECT_EQ (sentenceOf (soundOf (tone (100, 1'000)), { .mode = WaveImport::frames, .frameSize = 2'048 }), "This recording is shorter than one wave of 2048 samples.");
    EXPECT_EQ (sentenceOf (soundOf (tone (100, 257 * 2'048)), { .mode = WaveImport::frames }), "A wavetable has at most 256 waves, and of 2048 samples each this recording holds 257: import it by its pitch, or vocoded.");
    EXPECT_EQ (sentenceOf (soundOf (tone (100, 5'000)), { .mode = WaveImport::frames, .frameSize = 3 }), "A wave in a file has from 16 to 65,536 samples.");
    std::vector<float> click (5'000, 0.0f);
    click[2'000] = 1;
    EXPECT_EQ (sentenceOf (soundOf (click), { .mode = WaveImport::pitch }), "No single note can be heard in this recording: import it vocoded.");
    EXPECT_EQ (sentenceOf (soundOf (std::vector<float> (patch::maxSamples + 1, 0.5f)), { .mode = WaveImport::vocode }), "The recording of a wavetable lasts at most two minutes.");
}

TEST (WavetableImport, modesAreCalledByTheirNames)
{
    EXPECT_EQ (waveImportNamed ("pitch"), WaveImport::pitch);
    EXPECT_EQ (waveImportNamed ("automatic"), WaveImport::automatic);
    EXPECT_FALSE (waveImportNamed ("backwards"));
}

TEST (WavetableImport, anExportedTableComesBackAsItWas)
{
    auto table = *wavetableFrom (soundOf (waves (256)), { .name = "Many" });
    const auto wav = wavetableAsWav (table);
    ASSERT_TRUE (wav) << wav.failure().message;
    EXPECT_EQ (frameSizeIn (*wav), 2'048);
    const auto sound = readAudio (*wav);
    ASSERT_TRUE (sound);
    EXPECT_EQ (sound->channels, 1);
    EXPECT_EQ (sound->frames(), 256u * 2'048u);

    const auto back = wavetableFrom (*sound, { .frameSize = frameSizeIn (*wav) });
    ASSERT_TRUE (back);
    const std::vector positions { 0, 1, 100, 200, 256 };
    const auto before = cookedWaves (table, positions), after = cookedWaves (*back, positions);

    for (std::size_t n = 0; n < positions.size(); ++n)
        for (std::size_t i = 0; i < before[n].size(); ++i)
            ASSERT_NEAR (after[n][i], before[n][i], 2e-3f) << "position " << positions[n] << ", sample " << i;
}

TEST (WavetableImport, aFileThatSaysNothingHasNoFrameSize)
{
    EXPECT_EQ (frameSizeIn (""), 0);
    EXPECT_EQ (frameSizeIn ("RIFF    WAVE"), 0);
    EXPECT_EQ (frameSizeIn (std::string ("RIFF\x20\0\0\0WAVEclm \x04\0\0\0<!>9", 24)), 0) << "nine samples are no wave";
    EXPECT_EQ (frameSizeIn (std::string ("RIFF\x20\0\0\0WAVEclm \x08\0\0\0<!>256 0", 28)), 256);
}

TEST (WavetableImport, aRecordingBecomesTheSampleOfAPatch)
{
    const auto sample = patchSampleFrom (soundOf ({ 0.5f, -0.5f, 2, 1 }, 2), "Knock");
    ASSERT_TRUE (sample);
    EXPECT_EQ (sample->name, "Knock");
    EXPECT_EQ (sample->sampleRate, 48'000);
    EXPECT_EQ (*sample->left, (std::vector<std::int16_t> { 8'192, 32'767 })) << "made quieter, for it was too loud";
    EXPECT_EQ (*sample->right, (std::vector<std::int16_t> { -8'192, 16'384 }));
    EXPECT_FALSE (patchSampleFrom (soundOf ({}), "Nothing"));
    EXPECT_FALSE (patchSampleFrom (soundOf (std::vector<float> (patch::maxSamples + 1, 0.0f)), "Long"));
}

} // namespace athanor
