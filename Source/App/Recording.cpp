// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Recording.h"

#include "Core/Hash.h"
#include "Media/AudioFile.h"
#include "Media/AudioWriter.h"
#include "Store/AtomicFile.h"

namespace athanor
{

Result<std::string> encodeRecording (const dsp::Sound& sound)
{
    AudioSettings settings;
    settings.sampleRate = sound.sampleRate;
    settings.bits = 32;
    return encodeAudio (sound, settings);
}

std::pair<std::string, std::string> recordingHashes (const std::filesystem::path& file)
{
    const auto bytes = hashFile (file);
    const auto sound = readAudioFile (file);
    const auto encoded = sound ? encodeRecording (*sound) : Result<std::string> (sound.failure());
    return { bytes ? *bytes : std::string(), encoded ? contentHash (*encoded) : std::string() };
}

} // namespace athanor
