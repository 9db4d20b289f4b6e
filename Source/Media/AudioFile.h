// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings in files: WAV, AIFF, FLAC, Ogg Vorbis, MP3 and whatever else libsndfile reads.
#pragma once

#include "Core/Result.h"
#include "Dsp/Sound.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace athanor
{

/** What a file says of itself before it is decoded. */
struct AudioInfo
{
    std::string format; ///< As "WAV (Microsoft)".
    double sampleRate = 0;
    int channels = 0;
    std::int64_t frames = 0; ///< As the header claims; 0 when it does not say.
};

/** Two hours of stereo at 48 kHz: a longer recording is refused, whatever its header claims. */
inline constexpr std::int64_t mostSamples = std::int64_t { 2 } * 7'200 * 48'000;

Result<AudioInfo> audioInfo (std::string_view bytes);

/** Decodes a whole recording. Of more than two channels the first two are kept. What is not finite becomes silence. A file
    that breaks off gives what came before. `limit` is in samples over all channels. */
Result<dsp::Sound> readAudio (std::string_view bytes, std::int64_t limit = mostSamples);
Result<dsp::Sound> readAudioFile (const std::filesystem::path&, std::int64_t limit = mostSamples);

} // namespace athanor
