// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WavetableImport.h"

#include "App/Edits/WaveCooking.h"
#include "App/Edits/WaveCycles.h"
#include "Media/AudioWriter.h"
#include "Patch/PatchLimits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
constexpr int shortestWave = 16, longestWave = 65'536;
constexpr float silence = 1e-4f;
constexpr std::string_view waveChunk = "clm ";

Failure because (std::string sentence) { return { std::move (sentence), "" }; }

float loudestOf (std::span<const float> samples)
{
    auto loudest = 0.0f;

    for (const auto sample : samples)
        loudest = std::max (loudest, std::abs (sample));

    return loudest;
}

/** The mean of both sides. */
std::vector<float> monoOf (const dsp::Sound& sound)
{
    const auto channels = static_cast<std::size_t> (std::max (1, sound.channels));
    std::vector<float> mono (sound.frames(), 0.0f);

    for (std::size_t i = 0; i < mono.size() * channels; ++i)
        mono[i / channels] += sound.samples[i] / static_cast<float> (channels);

    return mono;
}

/** The loudest of all waves reaches 1; how loud they are beside each other stays. */
std::vector<std::vector<float>> levelled (std::vector<std::vector<float>> waves)
{
    auto loudest = silence;

    for (const auto& wave : waves)
        loudest = std::max (loudest, loudestOf (wave));

    for (auto& wave : waves)
        for (auto& sample : wave)
            sample /= loudest;

    return waves;
}

WavetableSpec tableOf (WavetableSpec::Group group, const std::string& name)
{
    WavetableSpec table;
    table.name = name;
    table.groups.push_back (std::move (group));
    return table;
}

Result<WavetableSpec> fromFrames (std::span<const float> samples, int frameSize, const std::string& name)
{
    const auto size = frameSize > 0 ? static_cast<std::size_t> (frameSize) : std::min (samples.size(), static_cast<std::size_t> (patch::frameSize));
    const auto count = samples.size() / size;

    if (count == 0)
        return because ("This recording is shorter than one wave of " + std::to_string (size) + " samples.");

    if (count > static_cast<std::size_t> (mostWaves))
        return because ("A wavetable has at most 256 waves, and of " + std::to_string (size) + " samples each this recording holds " + std::to_string (count) + ": import it by its pitch, or vocoded.");

    std::vector<std::vector<float>> waves;

    for (std::size_t i = 0; i < count; ++i)
        waves.push_back (waveOfPeriod (samples.subspan (i * size, size)));

    return tableOf (groupOfWaves (std::move (waves)), name);
}

Result<WavetableSpec> fromNote (std::span<const float> samples, std::optional<double> period, const std::string& name)
{
    if (! period)
        return because ("No single note can be heard in this recording: import it vocoded.");

    auto waves = cyclesOf (samples, *period, mostPeriods);
    return waves.empty() ? Result<WavetableSpec> (because ("This recording is shorter than one period of its note.")) : tableOf (groupOfWaves (levelled (std::move (waves))), name);
}

std::shared_ptr<const std::vector<std::int16_t>> wholeOf (std::span<const float> samples, float scale)
{
    auto whole = std::make_shared<std::vector<std::int16_t>>();
    whole->reserve (samples.size());

    for (const auto sample : samples)
        whole->push_back (static_cast<std::int16_t> (std::lround (std::clamp (sample * scale, -1.0f, 1.0f) * 32'767)));

    return whole;
}

int wholeRate (double rate) { return static_cast<int> (std::lround (std::clamp (rate, 1.0, static_cast<double> (patch::maxSampleRate)))); }

/** As Vital vocodes: a window walks through the recording, and all waves get the same angles. */
Result<WavetableSpec> vocoded (std::span<const float> samples, double rate, std::optional<double> period, const std::string& name)
{
    constexpr double randomAngles = 2, faded = 0;

    if (samples.size() > patch::maxSamples)
        return because ("The recording of a wavetable lasts at most two minutes.");

    const auto window = period ? *period : std::min (static_cast<double> (patch::frameSize), static_cast<double> (samples.size()));
    WaveComponent source { "Audio File Source", {}, {}, wholeOf (samples, 1 / loudestOf (samples)) };
    source.numbers = { { "audio_sample_rate", wholeRate (rate) }, { "fade_style", faded }, { "interpolation_style", 1 }, { "normalize_gain", 0 }, { "normalize_mult", 1 }, { "phase_style", randomAngles }, { "random_seed", 1 }, { "window_size", window } };

    const auto last = std::max (0.0, static_cast<double> (samples.size()) - window);

    for (const auto& [position, start] : { std::pair { 0, 0.0 }, std::pair { patch::lastPosition, last } })
        source.keyframes.push_back ({ position, { { "start_position", start }, { "window_fade", 1 }, { "window_size", window } }, nullptr, {} });

    return tableOf ({ std::move (source) }, name);
}

/** Number of four bytes, the smallest first. */
std::uint32_t numberAt (std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;

    for (std::size_t i = 0; i < 4 && at + i < bytes.size(); ++i)
        number |= static_cast<std::uint32_t> (static_cast<unsigned char> (bytes[at + i])) << (8 * i);

    return number;
}

std::string bytesOf (std::uint32_t number)
{
    std::string bytes;

    for (int i = 0; i < 4; ++i)
        bytes.push_back (static_cast<char> ((number >> (8 * i)) & 0xff));

    return bytes;
}

/** Where a chunk of a WAV file begins; npos: it has none. */
std::size_t findChunk (std::string_view wav, std::string_view name)
{
    if (! wav.starts_with ("RIFF"))
        return wav.npos;

    for (std::size_t at = 12; at + 8 <= wav.size();)
    {
        if (wav.substr (at, 4) == name)
            return at;

        const auto length = static_cast<std::size_t> (numberAt (wav, at + 4));
        at += 8 + length + length % 2;
    }

    return wav.npos;
}
} // namespace

std::optional<WaveImport> waveImportNamed (std::string_view name)
{
    constexpr std::array names { std::pair { "automatic", WaveImport::automatic }, std::pair { "frames", WaveImport::frames }, std::pair { "pitch", WaveImport::pitch }, std::pair { "vocode", WaveImport::vocode } };
    const auto found = std::ranges::find_if (names, [&] (const auto& entry) { return entry.first == name; });
    return found != names.end() ? std::optional (found->second) : std::nullopt;
}

Result<WavetableSpec> wavetableFrom (const dsp::Sound& sound, const WaveImportOptions& options)
{
    const auto samples = monoOf (sound);
    auto mode = options.mode;

    if (samples.size() < static_cast<std::size_t> (shortestWave))
        return because ("This recording is too short: a wave has at least 16 samples.");

    if (loudestOf (samples) < silence)
        return because ("This recording is silent.");

    if (options.frameSize != 0 && (options.frameSize < shortestWave || options.frameSize > longestWave))
        return because ("A wave in a file has from 16 to 65,536 samples.");

    const auto isWaves = options.frameSize > 0 || samples.size() < static_cast<std::size_t> (patch::frameSize) ||
                         (samples.size() % patch::frameSize == 0 && samples.size() / patch::frameSize <= static_cast<std::size_t> (mostWaves));

    if (mode == WaveImport::automatic && isWaves)
        mode = WaveImport::frames;

    if (mode == WaveImport::frames)
        return fromFrames (samples, options.frameSize, options.name);

    const auto period = periodOf (samples, sound.sampleRate);
    const auto isNote = mode == WaveImport::pitch || (mode == WaveImport::automatic && period);
    return isNote ? fromNote (samples, period, options.name) : vocoded (samples, sound.sampleRate, period, options.name);
}

Result<WavetableSpec> wavetableOfNote (const dsp::Sound& sound, double period, const std::string& name)
{
    const auto samples = monoOf (sound);
    return loudestOf (samples) < silence ? Result<WavetableSpec> (because ("This recording is silent.")) : fromNote (samples, period, name);
}

int frameSizeIn (std::string_view wav)
{
    constexpr std::string_view mark = "<!>";
    const auto at = findChunk (wav, waveChunk);

    if (at == wav.npos || wav.substr (at + 8, mark.size()) != mark)
        return 0;

    auto size = 0;
    const auto digits = wav.substr (at + 8 + mark.size(), 6);
    std::from_chars (digits.data(), digits.data() + digits.size(), size);
    return size >= shortestWave && size <= longestWave ? size : 0;
}

Result<std::string> wavetableAsWav (const WavetableSpec& spec, int count)
{
    dsp::Sound sound;
    sound.sampleRate = 44'100;

    for (const auto& wave : cookedWaves (spec, evenPositions (std::clamp (count, 1, mostWaves))))
        sound.samples.insert (sound.samples.end(), wave.begin(), wave.end());

    AudioSettings settings;
    settings.sampleRate = sound.sampleRate;
    settings.channels = 1;
    settings.bits = 32;
    const auto encoded = encodeAudio (sound, settings);

    if (! encoded)
        return encoded;

    auto wav = *encoded;
    const std::string words = "<!>2048 00000000 wavetable (Athanor)";
    static_assert (patch::frameSize == 2'048);

    if (const auto data = findChunk (wav, "data"); data != wav.npos)
    {
        wav.insert (data, std::string (waveChunk) + bytesOf (static_cast<std::uint32_t> (words.size())) + words);
        wav.replace (4, 4, bytesOf (static_cast<std::uint32_t> (wav.size() - 8)));
    }

    return wav;
}

Result<PatchSample> patchSampleFrom (const dsp::Sound& sound, std::string name)
{
    const auto channels = static_cast<std::size_t> (std::max (1, sound.channels));

    if (sound.frames() == 0)
        return because ("This recording is empty.");

    if (sound.frames() > patch::maxSamples)
        return because ("The sample of a patch lasts at most two minutes.");

    const auto scale = 1 / std::max (1.0f, loudestOf (sound.samples));
    std::array<std::vector<float>, 2> sides;

    for (std::size_t i = 0; i < sound.frames() * channels; ++i)
        sides[i % channels].push_back (sound.samples[i]);

    PatchSample sample;
    sample.name = std::move (name);
    sample.sampleRate = wholeRate (sound.sampleRate);
    sample.left = wholeOf (sides[0], scale);
    sample.right = channels > 1 ? wholeOf (sides[1], scale) : nullptr;
    return sample;
}

} // namespace athanor
