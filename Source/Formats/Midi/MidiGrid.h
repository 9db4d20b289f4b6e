// SPDX-License-Identifier: GPL-3.0-or-later
// Lays notes that stand anywhere in time onto the lines and columns of patterns.
#pragma once

#include "Formats/Midi/MidiParts.h"
#include "Model/Project.h"

#include <functional>
#include <map>
#include <vector>

namespace athanor::midi
{

/** Where each pattern of the song begins and ends: whole bars, about four of 4/4 at a time, new ones where the meter changes. */
class Stretches
{
public:
    Stretches (const std::map<Ticks, std::pair<int, int>>& meters, Ticks end);

    int size() const noexcept { return static_cast<int> (starts.size()); }

    Ticks start (int pattern) const { return starts[static_cast<std::size_t> (pattern)]; }

    Ticks end (int pattern) const { return pattern + 1 < size() ? start (pattern + 1) : last; }

    Ticks length (int pattern) const { return end (pattern) - start (pattern); }

    /** The pattern that plays at a time. */
    int at (Ticks) const;

private:
    void addBars (Ticks from, Ticks to, Ticks bar);

    std::vector<Ticks> starts;
    Ticks last;
};

/** A line of a pattern, and how far behind it. */
struct Spot
{
    int pattern = 0, line = 0;
    std::uint8_t delay = 0; ///< 1/256 of the line.

    auto operator<=> (const Spot&) const = default;

    std::pair<int, int> place() const { return { pattern, line }; }
};

/** The fewest lines to a beat on which nearly all of the notes stand. */
int linesPerBeatFor (const std::vector<Note>&);

class Grid
{
public:
    Grid (const Stretches& s, int lines) : stretches (s), linesPerBeat (lines) {}

    /** The nearest spot; times are kept to half of 1/256 of a line. */
    Spot spotAt (Ticks) const;

    int linesIn (int pattern) const;

    /** One clip for each pattern in which the part plays, and how many columns they need. */
    std::map<int, Clip> clips (const Part&, const std::function<InstrumentId (const Note&)>& instrumentOf, ImportReport&);

    Clip& clipIn (std::map<int, Clip>&, int pattern) const;

    int columnCount() const noexcept { return static_cast<int> (columns.size()); }

private:
    struct Column
    {
        std::pair<int, int> lastPlace { -1, -1 }; ///< Nothing stands in it from there on.
        bool isSounding = false;
        Ticks end;
        Spot endSpot;
    };

    Column* columnFor (const Spot&, Ticks start);
    void place (const Note&, InstrumentId, bool isDrum, std::map<int, Clip>&, ImportReport&);
    void putOff (Column&, int index, std::map<int, Clip>&) const;

    const Stretches& stretches;
    const int linesPerBeat;
    std::vector<Column> columns;
};

} // namespace athanor::midi
