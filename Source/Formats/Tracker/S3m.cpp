// SPDX-License-Identifier: GPL-3.0-or-later
// Scream Tracker 3 modules (.s3m).
#include "Core/Bytes.h"
#include "Core/Text.h"
#include "Formats/Tracker/SampleData.h"
#include "Formats/Tracker/TrackerSong.h"

#include <algorithm>

namespace athanor::tracker
{

namespace
{
constexpr int channelCount = 32;

struct Header
{
    std::vector<std::uint32_t> samples, patterns; ///< Places in the file.
    bool isSigned = false, isStereo = true;
};

/** Parapointers: places in steps of 16 bytes. */
void readPlaces (Bytes& bytes, int count, std::vector<std::uint32_t>& places)
{
    for (auto i = 0; i < count; ++i)
        places.push_back (std::uint32_t { 16 } * bytes.u16());
}

void readOrders (Bytes& bytes, int count, Song& song)
{
    for (auto i = 0; i < count; ++i)
    {
        const int order = bytes.u8();
        song.orders.push_back (order == 254 ? skipMarker : order == 255 ? endMarker
                                                                        : order);
    }
}

void readChannels (Bytes settings, Bytes panning, bool hasPanning, bool isStereo, Song& song)
{
    for (auto i = 0; i < channelCount; ++i)
    {
        auto& channel = song.channels.emplace_back();
        const auto setting = settings.u8(), pan = panning.u8();
        const auto step = hasPanning && (pan & 0x20) != 0 ? pan & 15 : (setting & 8) != 0 ? 12
                                                                                          : 3;
        channel.panning = isStereo || hasPanning ? step / 7.5 - 1 : 0;
        channel.isMuted = setting >= 128;

        if (setting != 255 && (setting & 0x7f) >= 16)
            song.report.add ("A channel for the AdLib chip is silent.", "That chip is not there.", "channel", i + 1);
    }
}

Header readHeader (Bytes& bytes, Song& song)
{
    Header header;
    song.title = trimmed (utf8FromDos (bytes.text (28)));
    bytes.seek (0x20);
    const int orders = bytes.u16(), samples = bytes.u16(), patterns = bytes.u16();
    const auto flags = bytes.u16(), program = bytes.u16();
    header.isSigned = bytes.u16() == 1;
    bytes.seek (0x30);
    song.level = std::min<int> (bytes.u8(), 64) / 64.0;
    song.speed = bytes.u8();
    song.tempo = bytes.u8();
    const auto master = bytes.u8();
    header.isStereo = (master & 0x80) != 0;
    song.mixLevel = ((master & 0x7f) == 0 ? 48 : std::max (master & 0x7f, 16)) / 128.0 * (header.isStereo ? 1 : 8 / 11.0);
    bytes.skip (1);
    const auto hasPanning = bytes.u8() == 252;

    if ((flags & 64) != 0 || program == 0x1300)
        song.clipExtras.emplace ("fastSlides", true);

    if ((flags & 16) != 0)
        song.clipExtras.emplace ("amigaLimits", true);

    bytes.seek (0x40);
    const Bytes settings (bytes.take (channelCount));
    readOrders (bytes, orders, song);
    readPlaces (bytes, samples, header.samples);
    readPlaces (bytes, patterns, header.patterns);
    const Bytes panning (hasPanning ? bytes.take (channelCount) : std::string_view());
    readChannels (settings, panning, hasPanning, header.isStereo, song);
    return header;
}

Cell readCell (Bytes& bytes, std::uint8_t what)
{
    Cell cell;
    cell.channel = what & 31;

    if ((what & 0x20) != 0)
    {
        const auto note = bytes.u8();
        const auto pitch = (note >> 4) * 12 + (note & 15);
        cell.key = note == 254 ? key::cut : note < 0xf0 && (note & 15) < 12 && pitch <= key::highest ? static_cast<std::uint8_t> (pitch)
                                                                                                     : key::none;
        cell.instrument = bytes.u8();
    }

    if ((what & 0x40) != 0)
    {
        const auto volume = bytes.u8();

        if (volume <= 64)
            cell.volume = volume;
        else if (volume >= 128 && volume <= 192)
        {
            cell.volumeEffect = 'p';
            cell.volume = static_cast<std::uint8_t> (volume - 128);
        }
    }

    if ((what & 0x80) != 0)
    {
        const auto command = bytes.u8();
        cell.value = bytes.u8();
        cell.effect = command >= 1 && command <= 26 ? static_cast<char> ('A' + command - 1) : '\0';
    }

    return cell;
}

void readPattern (Bytes bytes, std::uint32_t place, Song& song)
{
    auto& pattern = song.patterns.emplace_back();

    if (place == 0)
        return;

    bytes.seek (place);
    bytes.skip (2); // the packed size, which some programs write wrongly

    for (auto row = 0; row < 64 && ! bytes.isAtEnd();)
        if (const auto what = bytes.u8(); what == 0)
            ++row;
        else
        {
            auto cell = readCell (bytes, what);
            cell.row = row;

            if (! song.addCell (pattern, cell))
                return;
        }
}

void readSampleData (Bytes& bytes, std::uint32_t place, std::uint32_t length, SampleLayout layout, Sample& sample, Song& song)
{
    if (place >= bytes.size())
    {
        song.report.add ("The data of a sample is missing.", "The file is damaged or was not copied whole.", "sample", static_cast<int> (song.samples.size()) + 1);
        return;
    }

    bytes.seek (place);
    sample.sound = readSample (bytes, song.roomFor (std::min<std::uint64_t> (length, bytes.left())), layout);
}

void readSample (Bytes bytes, std::uint32_t at, bool isSigned, Song& song)
{
    Sample sample;
    const auto number = static_cast<int> (song.samples.size()) + 1;
    bytes.seek (at);
    const auto type = bytes.u8();
    const auto fileName = bytes.text (12);
    const std::uint32_t high = bytes.u8();
    const auto place = 16 * (high << 16 | bytes.u16());
    const auto length = bytes.u32();
    sample.loopStart = bytes.u32();
    sample.loopEnd = bytes.u32();
    sample.volume = std::min<int> (bytes.u8(), 64);
    bytes.skip (1);
    const auto packing = bytes.u8(), flags = bytes.u8();
    sample.middleRate = bytes.u32();
    bytes.skip (12);
    sample.name = trimmed (utf8FromDos (bytes.text (28)));
    sample.name = sample.name.empty() ? trimmed (utf8FromDos (fileName)) : sample.name;
    sample.loop = (flags & 1) != 0 && sample.loopEnd > sample.loopStart ? LoopMode::forward : LoopMode::off;

    if (type >= 2)
        song.report.add ("An AdLib voice is silent.", "That chip is not there.", "instrument", number);
    else if (type == 1 && packing != 0)
        song.report.add ("A packed sample is silent.", "Its compression is not known here.", "sample", number);
    else if (type == 1 && length > 0)
        readSampleData (bytes, place, length, { .is16Bit = (flags & 4) != 0, .isSigned = isSigned, .isStereo = (flags & 2) != 0 }, sample, song);

    song.samples.push_back (std::move (sample));
}
} // namespace

Result<Song> readS3m (std::string_view data)
{
    Bytes bytes (data);
    Song song;
    song.dialect = Dialect::s3m;
    song.format = "Scream Tracker 3 module";
    const auto header = readHeader (bytes, song);

    if (header.samples.size() > 256 || header.patterns.size() > 256 || song.orders.size() > 512)
        return Failure { "This Scream Tracker module is damaged.", std::to_string (header.samples.size()) + " samples" };

    for (const auto place : header.samples)
        readSample (bytes, place, header.isSigned, song);

    for (const auto place : header.patterns)
        readPattern (bytes, place, song);

    if (bytes.wasShort())
        song.report.add ("The file breaks off; what was missing is empty.", "It is damaged or was not copied whole.");

    return song;
}

} // namespace athanor::tracker
