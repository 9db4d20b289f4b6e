// SPDX-License-Identifier: GPL-3.0-or-later
// Where each of Athanor's own clips stands in a pattern: its next line, straightened or swung by its groove.
#pragma once

#include "Engine/Tracker/Sheet.h"

#include <optional>

namespace athanor
{

/** The next line of one clip. Times are those of the pattern. */
class Cursor
{
public:
    Cursor (int trackIndex, const Sheet& s) : track (trackIndex), sheet (&s), linesPerBeat (s.linesPerBeat) {}

    /** The first line at `at` or after it is the next. */
    void seek (Ticks at);

    Ticks time() const { return swing (straight (0)); }

    Ticks timeOfNext() const { return swing (straight (1)); }

    int line() const { return static_cast<int> (count % sheet->lines); }

    bool isAtStart() const { return count % sheet->lines == 0; }

    void advance() { ++count; }

    /** From the line that is next now on. */
    void setLinesPerBeat (int);

    int track = 0;
    const Sheet* sheet = nullptr;
    std::uint64_t pass = 0; ///< How often the clip came round.

    Ticks clipLength() const { return Ticks (sheet->lines * ticksPerBeat / sheet->linesPerBeat); }

    int pace() const noexcept { return linesPerBeat; }

private:
    Ticks straight (int ahead) const { return anchor + Ticks ((count + ahead - anchorCount) * ticksPerBeat / linesPerBeat); }

    Ticks swing (Ticks) const;

    int linesPerBeat = 4;
    std::int64_t count = 0, anchorCount = 0; ///< Lines from the start of the pattern.
    Ticks anchor;                            ///< The time of line `anchorCount`.
};

} // namespace athanor
