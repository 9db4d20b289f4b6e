// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Midi/MidiFile.h"

#include "Core/Bytes.h"

#include <algorithm>

namespace athanor::midi
{

namespace
{
constexpr auto damage = "The file is damaged or was written by a careless program.";
constexpr std::int64_t longestTicks = std::int64_t { 1 } << 33;

bool isKept (std::uint8_t meta)
{
    return (meta >= textMeta && meta <= markerMeta) || meta == tempoMeta || meta == meterMeta;
}

std::uint32_t variableLength (Bytes& bytes)
{
    std::uint32_t value = 0;

    for (auto i = 0; i < 4; ++i)
    {
        const auto byte = bytes.u8();
        value = value << 7 | (byte & 0x7f);

        if ((byte & 0x80) == 0)
            break;
    }

    return value;
}

int dataBytes (std::uint8_t status)
{
    const auto kind = status & 0xf0;
    return kind == 0xc0 || kind == 0xd0 ? 1 : 2;
}

class TrackReader
{
public:
    TrackReader (std::string_view data, File& f, std::size_t& count) : bytes (data), file (f), eventCount (count) {}

    Track read()
    {
        while (! bytes.isAtEnd() && ! hasEnded && eventCount < mostEvents)
        {
            tick = std::min (tick + variableLength (bytes), longestTicks);

            if (! bytes.isAtEnd())
                readEvent();
        }

        if (eventCount >= mostEvents)
            file.report.add ("The file has more events than a song can hold; the rest is left out.", damage);
        else if (! hasEnded)
            file.report.add ("A track has no end.", damage, "track", static_cast<int> (file.tracks.size()) + 1);

        track.length = tick;
        return std::move (track);
    }

private:
    void readEvent()
    {
        const auto first = bytes.at (bytes.position());

        if (first == 0xff)
            readMeta();
        else if (first == 0xf0 || first == 0xf7)
        {
            bytes.skip (1);
            bytes.skip (variableLength (bytes));
        }
        else if (first >= 0xf0)
            skipSystemMessage (first);
        else
            readMessage (first);
    }

    void readMeta()
    {
        bytes.skip (1);
        const auto kind = bytes.u8();
        const auto length = variableLength (bytes);
        const auto data = bytes.take (length);
        hasEnded = kind == endMeta;

        if (isKept (kind) && data.size() <= 65'536)
        {
            track.metas.push_back ({ tick, kind, std::string (data) });
            ++eventCount;
        }
    }

    /** These belong on a cable and not into a file. */
    void skipSystemMessage (std::uint8_t status)
    {
        file.report.add ("A message that does not belong into a file was skipped.", damage);
        bytes.skip (status == 0xf2 ? 3 : status == 0xf1 || status == 0xf3 ? 2
                                                                          : 1);
    }

    void readMessage (std::uint8_t first)
    {
        if ((first & 0x80) != 0)
        {
            running = first;
            bytes.skip (1);
        }

        if (running == 0)
        {
            file.report.add ("Bytes without a meaning were skipped.", damage);
            bytes.skip (1);
            return;
        }

        Event event { tick, running, bytes.u8(), 0 };

        if (dataBytes (running) == 2)
            event.b = bytes.u8();

        if (((event.a | event.b) & 0x80) != 0)
            file.report.add ("A message with damaged values was left out.", damage);
        else
        {
            track.events.push_back (event);
            ++eventCount;
        }
    }

    Bytes bytes;
    File& file;
    std::size_t& eventCount;
    Track track;
    std::int64_t tick = 0;
    std::uint8_t running = 0;
    bool hasEnded = false;
};

void readHeader (Bytes& bytes, File& file)
{
    file.format = bytes.big16();
    bytes.skip (2); // the number of tracks, which is counted anyway
    const auto division = bytes.big16();

    if ((division & 0x8000) != 0)
    {
        const auto frames = 256 - (division >> 8);
        file.ticksPerSecond = (frames == 29 ? 30'000.0 / 1'001 : std::max (frames, 1)) * std::max (division & 0xff, 1);
    }
    else
        file.division = std::max<int> (division, 1);
}

void putNumber (std::string& out, std::uint32_t number, int bytes)
{
    for (auto i = bytes - 1; i >= 0; --i)
        out += static_cast<char> (static_cast<std::uint8_t> (number >> (8 * i)));
}

void putVariable (std::string& out, std::int64_t number)
{
    const auto value = static_cast<std::uint32_t> (std::clamp<std::int64_t> (number, 0, 0x0fffffff));

    for (auto shift = 21; shift > 0; shift -= 7)
        if (value >> shift != 0)
            out += static_cast<char> (static_cast<std::uint8_t> ((value >> shift & 0x7f) | 0x80));

    out += static_cast<char> (static_cast<std::uint8_t> (value & 0x7f));
}

std::string formatTrack (const Track& track)
{
    std::string out;
    std::int64_t now = 0;
    auto event = track.events.begin();
    auto meta = track.metas.begin();

    const auto putTime = [&] (std::int64_t tick) {
        putVariable (out, tick - now);
        now = std::max (now, tick);
    };

    while (event != track.events.end() || meta != track.metas.end())
        if (meta != track.metas.end() && (event == track.events.end() || meta->tick <= event->tick))
        {
            putTime (meta->tick);
            out += '\xff';
            out += static_cast<char> (meta->kind);
            putVariable (out, static_cast<std::int64_t> (meta->data.size()));
            out += meta->data;
            ++meta;
        }
        else
        {
            putTime (event->tick);
            out += static_cast<char> (event->status);
            out += static_cast<char> (event->a);

            if (dataBytes (event->status) == 2)
                out += static_cast<char> (event->b);

            ++event;
        }

    putVariable (out, track.length - now);
    return out + std::string ("\xff\x2f\x00", 3);
}
} // namespace

Result<File> parse (std::string_view data)
{
    if (data.size() > mostFileBytes)
        return Failure { "This file is too large for a MIDI file.", std::to_string (data.size()) + " bytes" };

    const auto start = data.substr (0, 65'536).find ("MThd");

    if (start == data.npos)
        return Failure { "This is no MIDI file.", "no header" };

    File file;
    std::size_t events = 0;
    bool hasHeader = false;

    for (Bytes bytes (data.substr (start)); bytes.left() >= 8;)
    {
        const auto kind = bytes.take (4);
        const auto size = bytes.big32();

        if (size > bytes.left())
            file.report.add ("The file breaks off.", damage);

        const auto content = bytes.take (size);

        if (kind == "MThd" && ! hasHeader)
        {
            Bytes header (content);
            readHeader (header, file);
            hasHeader = true;
        }
        else if (kind == "MTrk")
            file.tracks.push_back (TrackReader (content, file, events).read());
    }

    if (file.tracks.empty())
        return Failure { "This MIDI file has no tracks.", "" };

    return file;
}

std::string format (const File& file)
{
    std::string out = "MThd";
    putNumber (out, 6, 4);
    putNumber (out, static_cast<std::uint32_t> (file.format), 2);
    putNumber (out, static_cast<std::uint32_t> (file.tracks.size()), 2);
    putNumber (out, static_cast<std::uint32_t> (file.division), 2);

    for (const auto& track : file.tracks)
    {
        const auto content = formatTrack (track);
        out += "MTrk";
        putNumber (out, static_cast<std::uint32_t> (content.size()), 4);
        out += content;
    }

    return out;
}

} // namespace athanor::midi
