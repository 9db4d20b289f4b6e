// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a recording: they are refused or become whole frames of finite samples.
#include "Media/AudioFile.h"
#include "Support/Fuzz/Sentence.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

/** libsndfile 1.2.0 forgets some kilobytes of libvorbis's for each Ogg file that it refuses; nothing of ours is in there. */
extern "C" const char* __lsan_default_suppressions() { return "leak:libvorbis\n"; } // NOLINT: the sanitizer's name

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count)
{
    constexpr std::int64_t limit = 4'000'000;
    const auto sound = athanor::readAudio ({ reinterpret_cast<const char*> (bytes), count }, limit);

    if (! sound)
    {
        athanor::requireSentence (sound.failure());
        return 0;
    }

    if (sound->samples.size() % static_cast<std::size_t> (sound->channels) != 0 || static_cast<std::int64_t> (sound->samples.size()) > limit)
        std::abort();

    for (const auto sample : sound->samples)
        if (! std::isfinite (sample))
            std::abort();

    return 0;
}
