// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetPreview.h"

#include "App/PatchFiles.h"
#include "App/Presets/PresetPhrase.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <cmath>

namespace athanor
{

namespace
{
struct PresetPreviewTest : testing::Test
{
    std::filesystem::path write (const char* name, float transpose = 0)
    {
        PatchSpec patch;
        patch.values[Control::osc_1_on] = 1;
        patch.values[Control::osc_1_transpose] = transpose;
        EXPECT_TRUE (savePatchAs (patch, folder.path / name));
        return folder.path / name;
    }

    static float peakOf (const dsp::Sound& sound)
    {
        float peak = 0;

        for (const auto x : sound.samples)
            peak = std::max (peak, std::abs (x));

        return peak;
    }

    TemporaryFolder folder;
    PresetPreview preview;
};
} // namespace

TEST_F (PresetPreviewTest, playsThePhraseOfTheCategory)
{
    const auto file = write ("A.json");
    preview.ask ({ file, "Bass" }, 48'000);
    const auto answer = preview.wait();
    ASSERT_TRUE (answer);
    ASSERT_NE (answer->sound, nullptr);
    EXPECT_EQ (answer->request.file, file);
    EXPECT_EQ (answer->sound->sampleRate, 48'000);
    EXPECT_NEAR (static_cast<double> (answer->sound->frames()) / 48'000, phraseFor ("Bass").seconds, 0.01);
    EXPECT_GT (peakOf (*answer->sound), 0.01f);
    EXPECT_EQ (answer->sound->samples.back(), 0.0f) << "whatever still sounds is faded";
    EXPECT_FALSE (preview.take()) << "it is told once";
}

TEST_F (PresetPreviewTest, onlyTheLastWishIsAnswered)
{
    const auto first = write ("A.json"), second = write ("B.json", 12);

    for (int i = 0; i < 5; ++i)
        preview.ask ({ first, "Pad" }, 44'100);

    preview.ask ({ second, "Drums" }, 44'100);
    const auto answer = preview.wait();
    ASSERT_TRUE (answer);
    EXPECT_EQ (answer->request.file, second);
    EXPECT_FALSE (preview.wait());
}

TEST_F (PresetPreviewTest, whatWasCancelledIsNotHeard)
{
    preview.ask ({ write ("A.json"), "Pad" }, 44'100);
    preview.cancel();
    EXPECT_FALSE (preview.wait());
    EXPECT_FALSE (preview.take());
}

TEST_F (PresetPreviewTest, theSameSoundIsMadeOnceUntilItsFileIsWrittenAnew)
{
    const auto file = write ("A.json");
    preview.ask ({ file, "Drums" }, 44'100);
    const auto once = preview.wait();
    preview.ask ({ file, "Drums" }, 44'100);
    EXPECT_EQ (preview.wait()->sound, once->sound);
    write ("A.json", 12);
    std::filesystem::last_write_time (file, std::filesystem::last_write_time (file) + std::chrono::seconds (1));
    preview.ask ({ file, "Drums" }, 44'100);
    EXPECT_NE (preview.wait()->sound, once->sound);
}

TEST_F (PresetPreviewTest, aPresetThatCannotBePlayedIsASentence)
{
    preview.ask ({ folder.path / "nowhere.json", "Bass" }, 44'100);
    const auto answer = preview.wait();
    ASSERT_TRUE (answer);
    EXPECT_EQ (answer->sound, nullptr);
    EXPECT_EQ (answer->problem.back(), '.');
}

} // namespace athanor
