// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/AudioFile.h"

#include "Media/MemoryFile.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace athanor
{

namespace
{
using File = std::unique_ptr<SNDFILE, decltype (&sf_close)>;

constexpr int mostChannels = 64;

Failure unreadable (SNDFILE* file)
{
    return { "This is no recording that can be read; try WAV, FLAC, Ogg or MP3.", sf_strerror (file) };
}

bool isSensible (const SF_INFO& info)
{
    return info.channels >= 1 && info.channels <= mostChannels && info.samplerate >= 100 && info.samplerate <= 1'000'000;
}

std::string formatName (int format)
{
    SF_FORMAT_INFO about {};
    about.format = format & SF_FORMAT_TYPEMASK;
    return sf_command (nullptr, SFC_GET_FORMAT_INFO, &about, sizeof (about)) == 0 && about.name != nullptr ? about.name : "audio";
}

/** Decodes block by block, so that memory grows with what is there and not with what the header claims. */
Result<dsp::Sound> decode (SNDFILE* file, const SF_INFO& info, std::int64_t limit)
{
    constexpr sf_count_t blockFrames = 16'384;
    dsp::Sound sound;
    sound.sampleRate = info.samplerate;
    sound.channels = std::min (info.channels, 2);
    const auto from = static_cast<std::size_t> (info.channels), to = static_cast<std::size_t> (sound.channels);
    std::vector<float> block (blockFrames * from);

    for (sf_count_t count; (count = sf_readf_float (file, block.data(), blockFrames)) > 0;)
    {
        if (static_cast<std::int64_t> (sound.samples.size() + static_cast<std::size_t> (count) * to) > limit)
            return Failure { "This recording is too long to be held in memory; cut it into parts of up to two hours.", "" };

        for (std::size_t frame = 0; frame < static_cast<std::size_t> (count); ++frame)
            for (std::size_t channel = 0; channel < to; ++channel)
            {
                const auto sample = block[frame * from + channel];
                sound.samples.push_back (std::isfinite (sample) ? sample : 0.0f);
            }
    }

    return sound;
}

Result<dsp::Sound> decode (File file, const SF_INFO& info, std::int64_t limit)
{
    if (! file)
        return unreadable (nullptr);

    if (! isSensible (info))
        return Failure { "The header of this recording is damaged.", std::to_string (info.channels) + " channels at " + std::to_string (info.samplerate) + " Hz" };

    return decode (file.get(), info, limit);
}
} // namespace

Result<AudioInfo> audioInfo (std::string_view bytes)
{
    MemoryInput input (bytes);
    SF_INFO info {};
    const File file (input.open (info), sf_close);

    if (! file || ! isSensible (info))
        return unreadable (file.get());

    return AudioInfo { formatName (info.format), static_cast<double> (info.samplerate), info.channels, std::max (info.frames, sf_count_t { 0 }) };
}

Result<dsp::Sound> readAudio (std::string_view bytes, std::int64_t limit)
{
    MemoryInput input (bytes);
    SF_INFO info {};
    File file (input.open (info), sf_close);
    return decode (std::move (file), info, limit);
}

Result<dsp::Sound> readAudioFile (const std::filesystem::path& path, std::int64_t limit)
{
    SF_INFO info {};
    File file (sf_open (path.c_str(), SFM_READ, &info), sf_close);
    return decode (std::move (file), info, limit);
}

} // namespace athanor
