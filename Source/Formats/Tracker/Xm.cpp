// SPDX-License-Identifier: GPL-3.0-or-later
// FastTracker 2 modules (.xm).
#include "Core/Bytes.h"
#include "Core/Text.h"
#include "Formats/Tracker/SampleData.h"
#include "Formats/Tracker/TrackerSong.h"

#include <algorithm>
#include <array>

namespace athanor::tracker
{

namespace
{
struct Header
{
    int channels = 0, patterns = 0, instruments = 0;
};

std::string name (Bytes& bytes, std::uint64_t size) { return trimmed (utf8FromDos (bytes.text (size))); }

Header readHeader (Bytes& bytes, Song& song)
{
    Header header;
    bytes.seek (17);
    song.title = name (bytes, 20);
    bytes.skip (1);
    const auto program = name (bytes, 20);
    bytes.skip (2);
    const auto size = bytes.u32();
    const auto length = std::min<int> (bytes.u16(), 256);
    song.restart = bytes.u16();
    header.channels = bytes.u16();
    header.patterns = bytes.u16();
    header.instruments = bytes.u16();
    const auto flags = bytes.u16();
    song.speed = bytes.u16();
    song.tempo = bytes.u16();
    song.isEquallyLoud = ! (program.starts_with ("OpenMPT 1.") && program < "OpenMPT 1.24"); // which shared out linearly
    song.format = "FastTracker 2 module" + (program.empty() ? std::string() : " by " + program);

    if ((flags & 1) == 0)
        song.clipExtras.emplace ("amigaSlides", true);

    for (auto i = 0; i < length; ++i)
        song.orders.push_back (bytes.u8());

    bytes.seek (std::uint64_t { 60 } + size);
    return header;
}

void readVolume (std::uint8_t byte, Cell& cell)
{
    // One letter for each upper half of the byte, as FastTracker 2 shows them.
    constexpr std::string_view letters = "      -+dusvplrm";

    if (byte >= 0x10 && byte <= 0x50)
        cell.volume = static_cast<std::uint8_t> (byte - 0x10);
    else if (byte >= 0x60)
    {
        cell.volumeEffect = static_cast<std::uint8_t> (letters[byte >> 4]);
        cell.volume = byte & 15;
    }
}

Cell readCell (Bytes& bytes)
{
    Cell cell;
    const auto first = bytes.u8();
    const auto isPacked = (first & 0x80) != 0;
    const auto has = [&] (int bit) { return ! isPacked || (first >> bit & 1) != 0; };
    const auto note = ! isPacked ? first : has (0) ? bytes.u8()
                                                   : std::uint8_t {};
    cell.key = note >= 1 && note <= 96 ? static_cast<std::uint8_t> (note - 1) : note == 97 ? key::off
                                                                                           : key::none;

    if (has (1))
        cell.instrument = bytes.u8();

    if (has (2))
        readVolume (bytes.u8(), cell);

    const auto effect = has (3) ? bytes.u8() : std::uint8_t {};
    cell.value = has (4) ? bytes.u8() : std::uint8_t {};

    if (effect < 36 && (effect != 0 || cell.value != 0))
        cell.effect = static_cast<char> (effect < 10 ? '0' + effect : 'A' + effect - 10);

    return cell;
}

void readPattern (Bytes& bytes, const Header& header, Song& song)
{
    Pattern pattern;
    const auto start = bytes.position();
    const auto headerSize = bytes.u32();
    bytes.skip (1);
    const auto rows = bytes.u16();
    const auto size = bytes.u16();
    bytes.seek (std::uint64_t { start } + std::max<std::uint32_t> (headerSize, 9));
    Bytes cells (bytes.take (size));
    pattern.rows = rows == 0 ? 64 : std::min<int> (rows, 1'024);

    for (auto row = 0; row < pattern.rows && ! cells.isAtEnd(); ++row)
        for (auto channel = 0; channel < header.channels && ! cells.isAtEnd(); ++channel)
        {
            auto cell = readCell (cells);
            cell.row = row;
            cell.channel = channel;
            song.addCell (pattern, cell);
        }

    song.patterns.push_back (std::move (pattern));
}

struct EnvelopeHeader
{
    int count = 0, sustain = 0, loopStart = 0, loopEnd = 0, flags = 0;
};

TickEnvelope envelope (Bytes points, const EnvelopeHeader& header, double middle, double scale)
{
    TickEnvelope result;
    std::vector<int> ticks;

    for (auto i = 0; i < std::min (header.count, 12); ++i)
    {
        const int tick = points.u16();
        const int value = std::min<int> (points.u16(), 64);

        if (! ticks.empty() && tick <= ticks.back())
            break; // going back in time is damage

        ticks.push_back (tick);
        result.points.put (tick, (value - middle) / scale);
    }

    const auto tickOf = [&] (int point) { return point >= 0 && point < static_cast<int> (ticks.size()) ? ticks[static_cast<std::size_t> (point)] : -1; };
    result.isOn = (header.flags & 1) != 0 && ! ticks.empty();

    if ((header.flags & 2) != 0)
        result.sustainStart = result.sustainEnd = tickOf (header.sustain);

    if ((header.flags & 4) != 0 && header.loopStart <= header.loopEnd && tickOf (header.loopEnd) >= 0)
    {
        result.loopStart = tickOf (header.loopStart);
        result.loopEnd = tickOf (header.loopEnd);
    }

    return result;
}

/** What the instrument header says of all its samples. */
struct Vibrato
{
    int shape = 0, sweep = 0, depth = 0, rate = 0;
};

Vibrato readEnvelopes (Bytes& bytes, Instrument& instrument)
{
    const Bytes volume (bytes.take (48)), panning (bytes.take (48));
    EnvelopeHeader forVolume, forPanning;
    forVolume.count = bytes.u8();
    forPanning.count = bytes.u8();

    for (auto* header : { &forVolume, &forPanning })
    {
        header->sustain = bytes.u8();
        header->loopStart = bytes.u8();
        header->loopEnd = bytes.u8();
    }

    forVolume.flags = bytes.u8();
    forPanning.flags = bytes.u8();
    instrument.volume = envelope (volume, forVolume, 0, 64);
    instrument.panning = envelope (panning, forPanning, 32, 32);

    Vibrato vibrato;
    vibrato.shape = bytes.u8();
    vibrato.sweep = bytes.u8();
    vibrato.depth = bytes.u8();
    vibrato.rate = bytes.u8();
    instrument.fadePerTick = std::min (bytes.u16() / 32'768.0, 1.0);
    return vibrato;
}

struct StoredSample
{
    Sample sample;
    std::uint32_t bytes = 0;
    SampleLayout layout;
    bool isPacked = false; ///< In the way of ModPlug, which is not known here.
};

/** In IT's terms, as the zone keeps it: XM says in how many ticks the depth is reached, and counts other shapes. */
void setVibrato (Sample& sample, const Vibrato& vibrato)
{
    constexpr std::array<int, 4> shapes { 0, 5, 1, 4 }; // sine, square, and ramps of the period: the pitch goes the other way
    sample.vibratoSpeed = vibrato.rate;
    sample.vibratoDepth = vibrato.depth;
    sample.vibratoRate = vibrato.depth * 256 / std::max<int> (1, vibrato.sweep);
    sample.vibratoShape = shapes[static_cast<std::size_t> (vibrato.shape & 3)];
}

StoredSample readSampleHeader (Bytes& bytes, std::uint64_t headerSize, const Vibrato& vibrato)
{
    StoredSample stored;
    auto& sample = stored.sample;
    const auto start = bytes.position();
    stored.bytes = bytes.u32();
    auto loopStart = bytes.u32(), loopLength = bytes.u32();
    sample.volume = std::min<int> (bytes.u8(), 64);
    const auto finetune = bytes.i8();
    const auto type = bytes.u8();
    sample.panning = std::clamp ((bytes.u8() - 128) / 128.0, -1.0, 1.0);
    const auto relative = bytes.i8();
    stored.isPacked = bytes.u8() == 0xad && type == 0;
    sample.name = name (bytes, 22);
    bytes.seek (start + std::max<std::uint64_t> (headerSize, 40));

    stored.layout = { .is16Bit = (type & 16) != 0, .isDelta = true, .isStereo = (type & 32) != 0 };
    const std::uint32_t frameBytes = (stored.layout.is16Bit ? 2u : 1u) * (stored.layout.isStereo ? 2u : 1u);
    sample.semitones = relative + finetune / 128.0;
    sample.loop = loopLength == 0 ? LoopMode::off : (type & 3) == 1 ? LoopMode::forward
                                                : (type & 3) != 0   ? LoopMode::pingPong
                                                                    : LoopMode::off;
    sample.loopStart = loopStart / frameBytes;
    sample.loopEnd = sample.loopStart + loopLength / frameBytes;
    setVibrato (sample, vibrato);
    return stored;
}

void readSamples (Bytes& bytes, int count, std::uint64_t headerSize, const Vibrato& vibrato, Song& song)
{
    std::vector<StoredSample> stored;

    for (auto i = 0; i < count && ! bytes.isAtEnd(); ++i)
        stored.push_back (readSampleHeader (bytes, headerSize, vibrato));

    for (auto& s : stored)
    {
        Bytes data (bytes.take (s.bytes));
        const auto frameBytes = (s.layout.is16Bit ? 2u : 1u) * (s.layout.isStereo ? 2u : 1u);

        if (s.isPacked)
            song.report.add ("A sample in ModPlug's own compression is silent.", "That compression is not known here.", "sample", static_cast<int> (song.samples.size()) + 1);
        else
            s.sample.sound = readSample (data, song.roomFor (std::min<std::uint64_t> (s.bytes, data.size()) / frameBytes), s.layout);

        song.samples.push_back (std::move (s.sample));
    }
}

void readInstrument (Bytes& bytes, Song& song)
{
    Instrument instrument;
    const auto start = bytes.position();
    const auto size = bytes.u32();
    Bytes header (bytes);
    instrument.name = name (header, 22);
    header.skip (1);
    const int sampleCount = header.u16();
    const auto firstSample = static_cast<int> (song.samples.size());
    bytes.seek (start + std::max<std::uint64_t> (size, 4));

    if (sampleCount > 0 && sampleCount <= 255)
    {
        const auto sampleHeaderSize = header.u32();

        for (std::size_t i = 0; i < 96; ++i)
            if (const int sample = header.u8(); sample < sampleCount)
                instrument.keys[i] = { firstSample + sample + 1, static_cast<int> (i) };

        const auto vibrato = readEnvelopes (header, instrument);
        readSamples (bytes, sampleCount, sampleHeaderSize, vibrato, song);
    }
    else if (sampleCount > 0)
        song.report.add ("An instrument is damaged and was left empty.", "", "instrument", static_cast<int> (song.instruments.size()) + 1);

    song.instruments.push_back (std::move (instrument));
}
} // namespace

Result<Song> readXm (std::string_view data)
{
    Bytes bytes (data);
    Song song;
    song.dialect = Dialect::xm;
    const auto header = readHeader (bytes, song);

    if (header.channels < 1 || header.channels > 128 || header.patterns > 256 || header.instruments > 256)
        return Failure { "This FastTracker module is damaged.", std::to_string (header.channels) + " channels, " + std::to_string (header.patterns) + " patterns" };

    song.channels.resize (static_cast<std::size_t> (header.channels));

    for (auto i = 0; i < header.patterns && ! bytes.isAtEnd(); ++i)
        readPattern (bytes, header, song);

    for (auto i = 0; i < header.instruments && ! bytes.isAtEnd(); ++i)
        readInstrument (bytes, song);

    if (bytes.wasShort())
        song.report.add ("The file breaks off; what was missing is empty.", "It is damaged or was not copied whole.");

    return song;
}

} // namespace athanor::tracker
