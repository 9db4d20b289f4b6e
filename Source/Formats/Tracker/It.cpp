// SPDX-License-Identifier: GPL-3.0-or-later
// Impulse Tracker modules (.it): header, orders and patterns. Instruments and samples are in ItInstrument.cpp.
#include "Core/Bytes.h"
#include "Core/Text.h"
#include "Formats/Tracker/ItParts.h"

#include <algorithm>
#include <array>

namespace athanor::tracker
{

namespace
{
constexpr std::size_t channelCount = 64;

struct Header
{
    ItVersion version;
    std::vector<std::uint32_t> instruments, samples, patterns; ///< Places in the file.
    bool isStereo = true;
};

void readMessage (Bytes bytes, std::uint32_t at, std::uint32_t length, Song& song)
{
    bytes.seek (at);

    for (const auto c : bytes.text (length))
        song.message += c == '\r' ? '\n' : c;

    std::string clean;

    for (std::size_t start = 0; start <= song.message.size();)
    {
        const auto end = std::min (song.message.find ('\n', start), song.message.size());
        clean += (start == 0 ? "" : "\n") + utf8FromDos (std::string_view (song.message).substr (start, end - start));
        start = end + 1;
    }

    song.message = trimmed (clean);
}

void readFlags (int flags, Song& song)
{
    if ((flags & 8) == 0)
        song.clipExtras.emplace ("amigaSlides", true);

    if ((flags & 16) != 0)
        song.clipExtras.emplace ("oldEffects", true);

    if ((flags & 32) != 0)
        song.clipExtras.emplace ("compatibleGlide", true);
}

void readChannels (Bytes& bytes, double separation, bool isStereo, Song& song)
{
    song.channels.resize (channelCount);

    for (std::size_t i = 0; i < channelCount; ++i)
    {
        auto& channel = song.channels[i];
        const auto panning = bytes.u8();
        channel.isMuted = (panning & 0x80) != 0;
        channel.panning = isStereo && (panning & 0x7f) <= 64 ? ((panning & 0x7f) - 32) / 32.0 * separation : 0;

        if ((panning & 0x7f) == 100)
            song.report.add ("A surround channel plays in the middle.", "There is no surround here.", "channel", static_cast<int> (i) + 1);
    }

    for (auto& channel : song.channels)
        channel.volume = std::min<int> (bytes.u8(), 64);
}

void readPlaces (Bytes& bytes, int count, std::vector<std::uint32_t>& places)
{
    for (auto i = 0; i < count && ! bytes.isAtEnd(); ++i)
        places.push_back (bytes.u32());
}

Header readHeader (Bytes& bytes, Song& song)
{
    Header header;
    bytes.seek (4);
    song.title = trimmed (utf8FromDos (bytes.text (26)));
    bytes.skip (2);
    const int orders = bytes.u16(), instruments = bytes.u16(), samples = bytes.u16(), patterns = bytes.u16();
    header.version.madeWith = bytes.u16();
    header.version.compatible = bytes.u16();
    const auto flags = bytes.u16(), special = bytes.u16();
    header.isStereo = (flags & 1) != 0;
    header.version.usesInstruments = (flags & 4) != 0;
    readFlags (flags, song);
    song.level = std::min<int> (bytes.u8(), 128) / 128.0;
    song.mixLevel = std::min<int> (bytes.u8(), 128) / 128.0;
    song.speed = bytes.u8();
    song.tempo = bytes.u8();
    const auto separation = std::min<int> (bytes.u8(), 128) / 128.0;
    bytes.skip (1);
    const auto messageLength = bytes.u16();
    const auto messageAt = bytes.u32();
    bytes.skip (4);
    readChannels (bytes, separation, header.isStereo, song);

    for (auto i = 0; i < orders && ! bytes.isAtEnd(); ++i)
    {
        const int order = bytes.u8();
        song.orders.push_back (order == 254 ? skipMarker : order == 255 ? endMarker
                                                                        : order);
    }

    readPlaces (bytes, instruments, header.instruments);
    readPlaces (bytes, samples, header.samples);
    readPlaces (bytes, patterns, header.patterns);

    if ((special & 1) != 0)
        readMessage (bytes, messageAt, messageLength, song);

    return header;
}

void readVolume (std::uint8_t byte, Cell& cell)
{
    struct Range
    {
        std::uint8_t first, last;
        char letter;
    };

    constexpr std::array<Range, 9> ranges { { { 65, 74, 'a' }, { 75, 84, 'b' }, { 85, 94, 'c' }, { 95, 104, 'd' }, { 105, 114, 'e' }, { 115, 124, 'f' }, { 128, 192, 'p' }, { 193, 202, 'g' }, { 203, 212, 'h' } } };

    if (byte <= 64)
        cell.volume = byte;

    for (const auto& range : ranges)
        if (byte >= range.first && byte <= range.last)
        {
            cell.volumeEffect = static_cast<std::uint8_t> (range.letter);
            cell.volume = static_cast<std::uint8_t> (byte - range.first);
        }
}

std::uint8_t keyOf (std::uint8_t note)
{
    return note <= key::highest ? note : note == 255 ? key::off
                                     : note == 254   ? key::cut
                                                     : key::fade;
}

/** What each channel had last, so that it need not be said again. */
struct Memory
{
    std::uint8_t mask = 0, note = 0, instrument = 0, volume = 0, command = 0, value = 0;
};

Cell readCell (Bytes& bytes, Memory& last)
{
    Cell cell;

    if ((last.mask & 1) != 0)
        last.note = bytes.u8();

    if ((last.mask & 2) != 0)
        last.instrument = bytes.u8();

    if ((last.mask & 4) != 0)
        last.volume = bytes.u8();

    if ((last.mask & 8) != 0)
    {
        last.command = bytes.u8();
        last.value = bytes.u8();
    }

    if ((last.mask & 0x11) != 0)
        cell.key = keyOf (last.note);

    if ((last.mask & 0x22) != 0)
        cell.instrument = last.instrument;

    if ((last.mask & 0x44) != 0)
        readVolume (last.volume, cell);

    if ((last.mask & 0x88) != 0 && last.command >= 1 && last.command <= 26)
    {
        cell.effect = static_cast<char> ('A' + last.command - 1);
        cell.value = last.value;
    }

    return cell;
}

void readPattern (Bytes bytes, std::uint32_t place, Song& song)
{
    auto& pattern = song.patterns.emplace_back();

    if (place == 0)
        return;

    bytes.seek (place);
    bytes.skip (2); // the packed size, which is not to be trusted
    const auto rows = bytes.u16();
    bytes.skip (4);
    pattern.rows = rows == 0 ? 64 : std::min<int> (rows, 1'024);
    std::array<Memory, channelCount> memory;

    for (auto row = 0; row < pattern.rows && ! bytes.isAtEnd();)
    {
        const auto what = bytes.u8();

        if (what == 0)
        {
            ++row;
            continue;
        }

        const auto channel = (what - 1u) & 63u;

        if ((what & 0x80) != 0)
            memory[channel].mask = bytes.u8();

        auto cell = readCell (bytes, memory[channel]);
        cell.row = row;
        cell.channel = static_cast<int> (channel);

        if (! song.addCell (pattern, cell))
            return;
    }
}

/** Only the channels up to the last one with anything in it become tracks. */
void dropUnusedChannels (Song& song)
{
    auto used = 1;

    for (const auto& pattern : song.patterns)
        for (const auto& cell : pattern.cells)
            used = std::max (used, cell.channel + 1);

    song.channels.resize (static_cast<std::size_t> (used));
}

/** ModPlug Tracker mixed the more softly the more channels there were. */
double modPlugLevel (std::size_t channels)
{
    constexpr std::array<int, 16> attenuation { 0x60, 0x60, 0x60, 0x70, 0x80, 0x88, 0x90, 0x98, 0xa0, 0xa4, 0xa8, 0xac, 0xb0, 0xb4, 0xb8, 0xbc };
    return 64.0 / attenuation[std::min<std::size_t> (channels, 31) / 2];
}
} // namespace

Result<Song> readIt (std::string_view data)
{
    Bytes bytes (data);
    Song song;
    song.dialect = Dialect::it;
    song.format = "Impulse Tracker module";
    song.middleKey = 60;
    const auto header = readHeader (bytes, song);

    if (header.samples.size() > 4'000 || header.patterns.size() > 4'000 || header.instruments.size() > 4'000)
        return Failure { "This Impulse Tracker module is damaged.", std::to_string (header.samples.size()) + " samples" };

    for (const auto place : header.samples)
        song.samples.push_back (readItSample (bytes, place, header.version, song));

    if (header.version.usesInstruments)
        for (const auto place : header.instruments)
            song.instruments.push_back (readItInstrument (bytes, place, header.version, song));

    for (const auto place : header.patterns)
        readPattern (bytes, place, song);

    dropUnusedChannels (song);

    if (header.version.madeWith == 0x217 && header.version.compatible == 0x200)
        song.mixLevel *= modPlugLevel (song.channels.size());

    if (bytes.wasShort())
        song.report.add ("The file breaks off; what was missing is empty.", "It is damaged or was not copied whole.");

    return song;
}

} // namespace athanor::tracker
