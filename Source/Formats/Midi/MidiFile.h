// SPDX-License-Identifier: GPL-3.0-or-later
// Standard MIDI Files as their events, and back.
#pragma once

#include "Core/Result.h"
#include "Formats/Import.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace athanor::midi
{

inline constexpr std::size_t mostFileBytes = std::size_t { 64 } << 20, mostEvents = 4'000'000;

/** A message of a channel. `status` has its kind in the upper half (0x80 to 0xe0) and its channel in the lower. */
struct Event
{
    std::int64_t tick = 0;
    std::uint8_t status = 0, a = 0, b = 0;

    int kind() const noexcept { return status & 0xf0; }

    int channel() const noexcept { return status & 0x0f; }

    bool isNoteOn() const noexcept { return kind() == 0x90 && b > 0; }

    bool isNoteOff() const noexcept { return kind() == 0x80 || (kind() == 0x90 && b == 0); }
};

/** The kinds of meta events that are kept. */
enum MetaKind : std::uint8_t { textMeta = 1,
                               copyrightMeta = 2,
                               nameMeta = 3,
                               instrumentMeta = 4,
                               lyricMeta = 5,
                               markerMeta = 6,
                               endMeta = 0x2f,
                               tempoMeta = 0x51,
                               meterMeta = 0x58 };

struct Meta
{
    std::int64_t tick = 0;
    std::uint8_t kind = 0;
    std::string data;
};

struct Track
{
    std::vector<Event> events;
    std::vector<Meta> metas;
    std::int64_t length = 0; ///< Ticks.
};

struct File
{
    int format = 1;
    int division = 480;        ///< Ticks to a quarter note …
    double ticksPerSecond = 0; ///< … unless this is above 0: then time is in seconds, and tempo means nothing.
    std::vector<Track> tracks;
    ImportReport report;
};

/** Reads what can be read: damage is skipped and reported. Fails when there is no track at all. */
Result<File> parse (std::string_view bytes);

/** The file as bytes. Events and metas of a track must be sorted by tick. */
std::string format (const File&);

} // namespace athanor::midi
