// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/AudioWriter.h"

#include "Core/Id.h"
#include "Core/Text.h"
#include "Media/MemoryFile.h"
#include "Media/OggSerial.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace athanor
{

namespace
{
int sndfileFormat (const AudioSettings& settings)
{
    const auto pcm = settings.bits <= 16 ? SF_FORMAT_PCM_16 : SF_FORMAT_PCM_24;

    switch (settings.format)
    {
        case AudioFormat::wav:
            return SF_FORMAT_WAV | (settings.bits > 24 ? SF_FORMAT_FLOAT : pcm);
        case AudioFormat::flac:
            return SF_FORMAT_FLAC | pcm;
        case AudioFormat::ogg:
            return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
        case AudioFormat::mp3:
            return SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;
    }

    return 0;
}

/** Turns floats into whole numbers of 32 bit of which the upper `bits` count. */
class Quantiser
{
public:
    Quantiser (int bitCount, bool dithers) : bits (bitCount), isDithered (dithers) {}

    std::int32_t operator() (float sample)
    {
        const auto place = counter++;
        const auto scaled = static_cast<double> (sample) * std::ldexp (1.0, bits - 1);
        const auto top = std::ldexp (1.0, bits - 1) - 1;
        const auto noise = isDithered && sample != 0.0f ? triangular (place) : 0.0;
        const auto step = static_cast<std::int64_t> (std::clamp (std::floor (scaled + noise + 0.5), -top - 1, top));
        return static_cast<std::int32_t> (step * (std::int64_t { 1 } << (32 - bits)));
    }

private:
    /** -1 to 1, more often near 0: the sum of two even chances. */
    static double triangular (std::uint64_t place)
    {
        const auto mixed = mixBits (place, 0xd17e7);
        return std::ldexp (static_cast<double> (mixed >> 32) + static_cast<double> (mixed & 0xffffffff), -32) - 1.0;
    }

    const int bits;
    const bool isDithered;
    std::uint64_t counter = 0;
};

SF_INFO infoFor (const AudioSettings& settings)
{
    SF_INFO info {};
    info.channels = settings.channels;
    info.samplerate = static_cast<int> (std::lround (settings.sampleRate));
    info.format = sndfileFormat (settings);
    return info;
}

/** Whether a format can hold this. libsndfile finds out about the rates of mp3 only when it opens, and loses its encoder then. */
bool canHold (const AudioSettings& settings, const SF_INFO& info)
{
    constexpr int mp3Rates[] { 8'000, 11'025, 12'000, 16'000, 22'050, 24'000, 32'000, 44'100, 48'000 };
    const auto isRateGood = settings.format != AudioFormat::mp3 || std::ranges::find (mp3Rates, info.samplerate) != std::end (mp3Rates);
    return settings.channels >= 1 && settings.channels <= 2 && isRateGood && sf_format_check (&info);
}

/** Sets what has to be set before the first sample. */
void prepare (SNDFILE* file, const AudioSettings& settings)
{
    auto quality = std::clamp (settings.quality, 0.0, 1.0);
    auto compression = settings.format == AudioFormat::mp3 ? 1.0 - quality : 0.5; // of FLAC: its default
    sf_command (file, SFC_SET_CLIPPING, nullptr, SF_TRUE);
    sf_command (file, SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE); // it holds the time of day

    if (settings.format == AudioFormat::ogg)
        sf_command (file, SFC_SET_VBR_ENCODING_QUALITY, &quality, sizeof (quality));
    else if (settings.format != AudioFormat::wav)
        sf_command (file, SFC_SET_COMPRESSION_LEVEL, &compression, sizeof (compression));

    if (! settings.title.empty())
        sf_set_string (file, SF_STR_TITLE, settings.title.c_str());

    if (! settings.artist.empty())
        sf_set_string (file, SF_STR_ARTIST, settings.artist.c_str());
}

bool isWholeNumbers (const AudioSettings& settings)
{
    return settings.format == AudioFormat::flac || (settings.format == AudioFormat::wav && settings.bits <= 24);
}

std::filesystem::path besides (std::filesystem::path path, const std::string& mark)
{
    return path += "." + mark + toHex (randomBits()) + ".part";
}

bool flushToDisk (const std::filesystem::path& path)
{
    const auto handle = ::open (path.c_str(), O_RDONLY | O_CLOEXEC);
    const auto isGood = handle >= 0 && ::fsync (handle) == 0;

    if (handle >= 0)
        ::close (handle);

    return isGood;
}

const Failure cannotWrite { "The sound file could not be written: the disk may be full, or the folder protected.", "" };
} // namespace

struct AudioOutput
{
    AudioOutput (const AudioSettings& s, SNDFILE* handle) : settings (s), quantise (s.bits <= 16 ? 16 : 24, s.isDithered), file (handle)
    {
        if (file != nullptr)
            prepare (file, settings);
    }

    ~AudioOutput() { close(); }

    bool append (std::span<const float> samples)
    {
        constexpr std::size_t blockSamples = 8'192;
        std::vector<std::int32_t> whole;

        while (! samples.empty() && isGood)
        {
            const auto block = samples.first (std::min (samples.size(), blockSamples));
            const auto count = static_cast<sf_count_t> (block.size());
            samples = samples.subspan (block.size());

            if (isWholeNumbers (settings))
            {
                whole.resize (block.size());
                std::transform (block.begin(), block.end(), whole.begin(), [&] (float sample) { return quantise (sample); });
                isGood = sf_write_int (file, whole.data(), count) == count;
            }
            else
                isGood = sf_write_float (file, block.data(), count) == count;

            written += count;
        }

        if (! isGood && fault.empty())
            fault = sf_strerror (file);

        return isGood;
    }

    void close()
    {
        if (file != nullptr)
            isGood = sf_close (std::exchange (file, nullptr)) == 0 && isGood;
    }

    const AudioSettings settings;
    Quantiser quantise;
    SNDFILE* file;
    bool isGood = true;
    std::string fault;
    std::int64_t written = 0;
};

std::optional<AudioFormat> audioFormatNamed (std::string_view name)
{
    const auto extension = inLowerCase (name.substr (name.rfind ('.') == name.npos ? 0 : name.rfind ('.') + 1));

    if (extension == "wav")
        return AudioFormat::wav;

    if (extension == "flac")
        return AudioFormat::flac;

    if (extension == "ogg" || extension == "oga")
        return AudioFormat::ogg;

    if (extension == "mp3")
        return AudioFormat::mp3;

    return {};
}

AudioWriter::AudioWriter (std::filesystem::path goal, const std::string& mark, std::unique_ptr<AudioOutput> out)
    : path (std::move (goal)), temporary (besides (path, mark)), output (std::move (out))
{}

AudioWriter::~AudioWriter()
{
    output.reset();
    std::error_code ignored; // it is gone already when all went well
    std::filesystem::remove (temporary, ignored);
}

Result<std::shared_ptr<AudioWriter>> AudioWriter::create (const std::filesystem::path& path, const AudioSettings& settings)
{
    auto info = infoFor (settings);

    if (! canHold (settings, info))
        return Failure { "This format cannot hold that sample rate or number of channels; choose 44100 or 48000 Hz.", std::to_string (info.samplerate) + " Hz" };

    std::shared_ptr<AudioWriter> writer (new AudioWriter (path, settings.mark, nullptr));
    auto* file = sf_open (writer->temporary.c_str(), SFM_WRITE, &info);

    if (file == nullptr)
        return Failure { cannotWrite.message, path.string() + ": " + sf_strerror (nullptr) };

    writer->output = std::make_unique<AudioOutput> (settings, file);
    return writer;
}

bool AudioWriter::append (std::span<const float> samples) { return output->append (samples); }

Result<std::int64_t> AudioWriter::commit()
{
    output->close();

    if (! output->isGood)
        return Failure { cannotWrite.message, path.string() + ": " + output->fault };

    if (output->settings.format == AudioFormat::ogg && ! setOggSerial (temporary))
        return Failure { cannotWrite.message, path.string() };

    std::error_code error;

    if (flushToDisk (temporary))
        std::filesystem::rename (temporary, path, error);
    else
        error = std::make_error_code (std::errc::io_error);

    if (error)
        return Failure { cannotWrite.message, path.string() + ": " + error.message() };

    return output->written / output->settings.channels;
}

Result<std::string> encodeAudio (const dsp::Sound& sound, AudioSettings settings)
{
    settings.sampleRate = sound.sampleRate;
    settings.channels = sound.channels;
    MemoryOutput memory;
    auto info = infoFor (settings);
    auto* file = canHold (settings, info) ? memory.open (info) : nullptr;

    if (file == nullptr)
        return Failure { "This format cannot hold that recording; choose WAV.", sf_strerror (nullptr) };

    {
        AudioOutput output (settings, file);
        output.append (sound.samples);
        output.close();

        if (! output.isGood)
            return Failure { "This recording could not be written.", output.fault };
    }

    if (settings.format == AudioFormat::ogg)
        setOggSerial (memory.bytes);

    return std::move (memory.bytes);
}

} // namespace athanor
