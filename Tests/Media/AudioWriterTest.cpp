// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/AudioWriter.h"

#include "Media/AudioFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace athanor
{

namespace
{
int filesIn (const std::filesystem::path& folder)
{
    return static_cast<int> (std::distance (std::filesystem::directory_iterator (folder), {}));
}
} // namespace

TEST (AudioWriter, leavesAFileOnlyWhenItIsWhole)
{
    const TemporaryFolder folder;
    const auto path = folder.path / "song.wav";
    const std::vector<float> block (960, 0.25f);

    {
        auto writer = AudioWriter::create (path, { .format = AudioFormat::wav });
        ASSERT_TRUE (writer);
        EXPECT_TRUE ((*writer)->append (block));
        EXPECT_FALSE (std::filesystem::exists (path));
    }

    EXPECT_EQ (filesIn (folder.path), 0);
    auto writer = AudioWriter::create (path, { .format = AudioFormat::wav });
    ASSERT_TRUE (writer);
    EXPECT_TRUE ((*writer)->append (block));
    EXPECT_TRUE ((*writer)->append (block));
    const auto frames = (*writer)->commit();
    ASSERT_TRUE (frames);
    EXPECT_EQ (*frames, 960);
    EXPECT_EQ (filesIn (folder.path), 1);
    EXPECT_EQ (readAudioFile (path)->frames(), 960u);
}

TEST (AudioWriter, givesTheSameBytesEachTime)
{
    const TemporaryFolder folder;
    std::vector<float> block (9'600);

    for (std::size_t i = 0; i < block.size(); ++i)
        block[i] = std::sin (static_cast<float> (i) * 0.01f);

    for (const auto* name : { "a.wav", "a.flac", "a.ogg", "a.mp3" })
    {
        std::string bytes[2];

        for (auto& b : bytes)
        {
            auto writer = AudioWriter::create (folder.path / name, { .format = *audioFormatNamed (name), .bits = 16, .title = "T" });
            ASSERT_TRUE (writer) << name;
            EXPECT_TRUE ((*writer)->append (block));
            ASSERT_TRUE ((*writer)->commit()) << name;
            b = readWhole (folder.path / name);
        }

        EXPECT_EQ (bytes[0], bytes[1]) << name;
        EXPECT_TRUE (readAudioFile (folder.path / name)) << name;
    }
}

TEST (AudioWriter, dithersWithTriangularNoiseAndKeepsSilenceSilent)
{
    dsp::Sound quiet { 48'000, 1, std::vector<float> (100'000, 0.3f / 32'768) };
    const auto back = readAudio (*encodeAudio (quiet, { .bits = 16 }));
    ASSERT_TRUE (back);
    double sum = 0, squares = 0;

    for (const auto sample : back->samples)
    {
        const auto steps = static_cast<double> (sample) * 32'768;
        EXPECT_LE (std::abs (steps), 2);
        sum += steps;
        squares += (steps - 0.3) * (steps - 0.3);
    }

    EXPECT_NEAR (sum / 100'000, 0.3, 0.01) << "below one step the mean is still right";
    EXPECT_NEAR (squares / 100'000, 0.25, 0.01) << "a quarter of a squared step: what triangular noise makes of every level";

    const auto silence = readAudio (*encodeAudio ({ 48'000, 1, std::vector<float> (1'000) }, { .bits = 16 }));
    EXPECT_EQ (std::count (silence->samples.begin(), silence->samples.end(), 0.0f), 1'000);
}

TEST (AudioWriter, clipsInsteadOfTurningAround)
{
    const auto back = readAudio (*encodeAudio ({ 48'000, 1, { 2.0f, -2.0f, 1.0f } }, { .bits = 16, .isDithered = false }));
    EXPECT_EQ (back->samples, (std::vector<float> { 32'767.0f / 32'768, -1.0f, 32'767.0f / 32'768 }));
}

TEST (AudioWriter, refusesWhereItCannotWrite)
{
    EXPECT_FALSE (AudioWriter::create ("/nowhere/at/all.wav", {}));
    const TemporaryFolder folder;
    EXPECT_FALSE (AudioWriter::create (folder.path / "a.mp3", { .format = AudioFormat::mp3, .sampleRate = 123'456 }));
    EXPECT_EQ (filesIn (folder.path), 0);
}

TEST (AudioWriter, isChosenByTheNameOfTheFile)
{
    EXPECT_EQ (audioFormatNamed ("My Song.FLAC"), AudioFormat::flac);
    EXPECT_EQ (audioFormatNamed ("mp3"), AudioFormat::mp3);
    EXPECT_FALSE (audioFormatNamed ("song.xm"));
}

} // namespace athanor
