// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings on their way to a file: block by block, and there only when all of it is.
#pragma once

#include "Core/Result.h"
#include "Dsp/Sound.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace athanor
{

enum class AudioFormat { wav,
                         flac,
                         ogg,
                         mp3 };

/** By the extension of a file name, or by its own name: "wav", "flac", "ogg", "mp3". */
std::optional<AudioFormat> audioFormatNamed (std::string_view nameOrFileName);

struct AudioSettings
{
    AudioFormat format = AudioFormat::wav;
    double sampleRate = 48'000;      ///< Whole hertz.
    int channels = 2;                ///< 1 or 2.
    int bits = 24;                   ///< WAV: 16, 24, or 32 for floating point; FLAC: 16 or 24; others decide themselves.
    bool isDithered = true;          ///< 16 and 24 bits get triangular noise of one step, the same in each rendering. Silence stays silence.
    double quality = 0.8;            ///< Ogg and MP3: 0 (small) to 1 (best).
    std::string title {}, artist {}; ///< Written where the format has a place for them; empty: not.
    std::string mark {};             ///< Part of the temporary name, for who looks for what a killed program has left.
};

struct AudioOutput;

/** Writes one file under a temporary name beside it; commit() gives it its own. Without that, nothing is left behind. The
    same sound with the same settings gives the same bytes. */
class AudioWriter
{
public:
    static Result<std::shared_ptr<AudioWriter>> create (const std::filesystem::path&, const AudioSettings&);

    AudioWriter (const AudioWriter&) = delete;
    ~AudioWriter();

    /** Whole frames, interleaved. False when the disk is full or gone; what happened then is in commit()'s failure. */
    bool append (std::span<const float> samples);

    /** Closes the file, makes sure that it is on the disk, and renames it. The number of frames written. */
    Result<std::int64_t> commit();

private:
    AudioWriter (std::filesystem::path, const std::string& mark, std::unique_ptr<AudioOutput>);

    const std::filesystem::path path, temporary;
    std::unique_ptr<AudioOutput> output;
};

/** A whole recording as the bytes of a file. */
Result<std::string> encodeAudio (const dsp::Sound&, AudioSettings);

} // namespace athanor
