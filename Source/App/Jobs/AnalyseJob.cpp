// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/AnalyseJob.h"

#include "App/Jobs/JobTools.h"
#include "Media/AudioFile.h"

#include <array>
#include <cmath>

namespace athanor
{

namespace
{
/** As "A4", and how many hundredths of a semitone off. */
std::string noteName (double pitch)
{
    static constexpr std::array names { "C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B" };
    const auto key = static_cast<int> (std::lround (pitch));
    const auto cents = static_cast<int> (std::lround (100 * (pitch - key)));
    const auto name = names[static_cast<std::size_t> (((key % 12) + 12) % 12)] + std::to_string (static_cast<int> (std::floor (key / 12.0)) - 1);
    return cents == 0 ? name : name + written (" %+.0f ct", cents);
}
} // namespace

JobRequest analyseJob (const std::filesystem::path& file, const std::string& contentHash)
{
    std::error_code error;
    return { .kind = analyseKind,
             .title = "Listen to " + file.filename().string(),
             .input = Value::Parts { { "file", std::filesystem::absolute (file, error).string() } },
             .priority = -1,
             .dedupeKey = "analyse " + std::to_string (analysisVersion) + " " + contentHash };
}

Result<Value> doAnalyse (JobContext& context, JobPlace&)
{
    const auto sound = readAudioFile (textIn (context.job().request.input, "file"));

    if (! sound)
    {
        context.doNotRetry();
        return sound.failure();
    }

    const auto found = analyse (*sound, [&] (double progress) {
        context.progress (progress);
        return ! context.shouldStop();
    });

    if (! found)
        return Failure { "Listening to the recording was cancelled.", "" };

    Value::Parts parts { { "seconds", found->seconds }, { "key", found->key }, { "loudness", found->loudness.integrated }, { "range", found->loudness.range }, { "truePeak", found->loudness.truePeak }, { "peak", found->loudness.samplePeak } };

    if (found->tempo)
        parts["tempo"] = *found->tempo;

    if (found->pitch)
        parts["pitch"] = *found->pitch;

    return Value (std::move (parts));
}

Analysis analysisIn (const Value& result)
{
    Analysis found;
    found.seconds = numberIn (result, "seconds").value_or (0);
    found.tempo = numberIn (result, "tempo");
    found.key = textIn (result, "key");
    found.pitch = numberIn (result, "pitch");
    found.loudness.integrated = numberIn (result, "loudness").value_or (-100);
    found.loudness.range = numberIn (result, "range").value_or (0);
    found.loudness.truePeak = numberIn (result, "truePeak").value_or (-100);
    found.loudness.samplePeak = numberIn (result, "peak").value_or (-100);
    return found;
}

std::string inWords (const Analysis& found)
{
    std::string words;
    const auto add = [&] (const std::string& more) { words += (words.empty() || more.empty() ? "" : ", ") + more; };
    add (found.tempo ? written ("%.1f bpm", *found.tempo) : "");
    add (found.key);
    add (found.pitch ? noteName (*found.pitch) : "");

    // What is shorter than its blocks has no loudness by EBU R 128, but it has a peak.
    add (found.loudness.integrated > -70 ? written ("%.1f LUFS", found.loudness.integrated) : written ("peak %.1f dB", found.loudness.samplePeak));
    return words;
}

} // namespace athanor
