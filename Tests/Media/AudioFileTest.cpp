// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/AudioFile.h"

#include "Media/AudioWriter.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace athanor
{

namespace
{
dsp::Sound sweep (double rate, int channels, std::size_t frames)
{
    dsp::Sound sound { rate, channels, {} };

    for (std::size_t i = 0; i < frames; ++i)
        for (auto c = 0; c < channels; ++c)
            sound.samples.push_back (0.7f * std::sin (static_cast<float> (i * i) * 1e-5f + static_cast<float> (c)));

    return sound;
}

std::string encoded (const dsp::Sound& sound, AudioFormat format, int bits, bool dithered = true)
{
    const auto bytes = encodeAudio (sound, { .format = format, .bits = bits, .isDithered = dithered });
    EXPECT_TRUE (bytes) << bytes.failure().detail;
    return bytes ? *bytes : std::string();
}

double largestDifference (const dsp::Sound& a, const dsp::Sound& b)
{
    double most = 0;

    for (std::size_t i = 0; i < std::min (a.samples.size(), b.samples.size()); ++i)
        most = std::max (most, static_cast<double> (std::abs (a.samples[i] - b.samples[i])));

    return most;
}
} // namespace

TEST (AudioFile, bringsEveryLosslessFormatBack)
{
    struct Case
    {
        AudioFormat format;
        int bits;
        double tolerance;
    };

    for (const auto channels : { 1, 2 })
        for (const auto& c : { Case { AudioFormat::wav, 16, 1.51 / 32768 }, { AudioFormat::wav, 24, 1.51 / 8388608 }, { AudioFormat::wav, 32, 0 }, { AudioFormat::flac, 16, 1.51 / 32768 }, { AudioFormat::flac, 24, 1.51 / 8388608 } })
        {
            const auto sound = sweep (44'100, channels, 20'000);
            const auto back = readAudio (encoded (sound, c.format, c.bits));
            ASSERT_TRUE (back) << back.failure().detail;
            EXPECT_EQ (back->channels, channels);
            EXPECT_EQ (back->sampleRate, 44'100);
            EXPECT_EQ (back->samples.size(), sound.samples.size());
            EXPECT_LE (largestDifference (*back, sound), c.tolerance + 1e-9);
        }
}

TEST (AudioFile, readsWhatIsCompressed)
{
    for (const auto format : { AudioFormat::ogg, AudioFormat::mp3 })
    {
        const auto sound = sweep (48'000, 2, 48'000);
        const auto back = readAudio (encoded (sound, format, 16));
        ASSERT_TRUE (back) << back.failure().detail;
        EXPECT_NEAR (static_cast<double> (back->frames()), 48'000, 3'000);
        EXPECT_EQ (back->channels, 2);
    }
}

TEST (AudioFile, keepsWholeNumbersExactlyWithoutDither)
{
    dsp::Sound sound { 8'363, 1, {} };

    for (auto i = -32'768; i < 32'768; ++i)
        sound.samples.push_back (static_cast<float> (i) / 32'768.0f);

    EXPECT_EQ (readAudio (encoded (sound, AudioFormat::wav, 16, false))->samples, sound.samples);
}

TEST (AudioFile, refusesWhatIsNoneOrTooLong)
{
    EXPECT_FALSE (readAudio (std::string_view ("RIFFxxxxWAVE")));
    EXPECT_FALSE (readAudio (std::string_view ("")));
    EXPECT_FALSE (readAudioFile ("/nowhere/at all.wav"));
    const auto bytes = encoded (sweep (44'100, 2, 1'000), AudioFormat::flac, 16);
    EXPECT_TRUE (readAudio (bytes, 2'000));
    EXPECT_FALSE (readAudio (bytes, 1'999));
}

TEST (AudioFile, tellsWhatItIsWithoutDecoding)
{
    const auto info = audioInfo (encoded (sweep (22'050, 1, 500), AudioFormat::wav, 24));
    ASSERT_TRUE (info);
    EXPECT_EQ (info->sampleRate, 22'050);
    EXPECT_EQ (info->frames, 500);
    EXPECT_FALSE (audioInfo ("no sound"));
}

TEST (AudioFile, givesWhatCameBeforeItBrokeOff)
{
    const auto bytes = encoded (sweep (44'100, 1, 1'000), AudioFormat::wav, 16);
    const auto half = readAudio (std::string_view (bytes).substr (0, bytes.size() / 2));
    ASSERT_TRUE (half);
    EXPECT_GT (half->frames(), 400u);
    EXPECT_LT (half->frames(), 600u);
}

} // namespace athanor
