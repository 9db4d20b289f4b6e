// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a line of a clip: notes and effect commands, and how they are written as text.
#pragma once

#include "Core/Id.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

using InstrumentId = Id<struct InstrumentTag>;

/** Keys of a note column beyond the playable 0 (C-0) to 119 (B-9). MIDI key = key + 12 (C-4 of the pattern is MIDI 60). */
namespace key
{
inline constexpr std::uint8_t highest = 119, off = 120, cut = 121, fade = 122, none = 255;
}

/** One note column on one line. Each part may be empty. */
struct Cell
{
    static constexpr std::uint8_t empty = 255;

    std::uint8_t key = key::none;
    InstrumentId instrument;       ///< Zero: none named.
    std::uint8_t volume = empty;   ///< 0 to 0x80 (full); in an imported clip, the byte of its volume column.
    std::uint8_t panning = empty;  ///< 0 (left) to 0x40 (centre) to 0x80 (right).
    std::uint8_t delay = empty;    ///< 1/256 of a line.
    std::uint8_t volumeEffect = 0; ///< A letter instead of a volume: see the dialect; 0: none. Its value is in `volume`.

    bool isEmpty() const noexcept { return *this == Cell {}; }

    bool operator== (const Cell&) const = default;
};

/** One effect column on one line: two characters and a byte, read by the dialect of the clip. */
struct Effect
{
    char group = '0', letter = '0';
    std::uint8_t value = 0;

    bool operator== (const Effect&) const = default;
};

/** Line and column of a cell in its clip. */
struct Position
{
    int line = 0, column = 0;

    auto operator<=> (const Position&) const = default;
};

/** "C-4", "OFF", "CUT", "FDE" or "---", and back. */
std::string keyName (std::uint8_t key);
std::optional<std::uint8_t> parseKey (std::string_view);

/** As "C-4 0123456789abcdef 40 .. 00" (note, instrument id, volume, panning, delay; dots for empty), and back. */
std::string format (const Cell&);
std::optional<Cell> parseCell (std::string_view);

/** As "0A37", and back. */
std::string format (const Effect&);
std::optional<Effect> parseEffect (std::string_view);

} // namespace athanor
