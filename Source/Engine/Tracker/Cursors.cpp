// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Cursors.h"

#include <algorithm>

namespace athanor
{

void Cursor::seek (Ticks at)
{
    linesPerBeat = sheet->linesPerBeat;
    anchor = {};
    anchorCount = 0;
    const auto beat = at.value / ticksPerBeat, rest = at.value % ticksPerBeat;
    count = beat * linesPerBeat + (rest * linesPerBeat + ticksPerBeat - 1) / ticksPerBeat;
}

void Cursor::setLinesPerBeat (int pace)
{
    anchor = straight (0);
    anchorCount = count;
    linesPerBeat = std::clamp (pace, 1, 96);
}

/** Pairs of sixteenths keep their length; inside, the second one comes later: at a groove of 1 by half a sixteenth. */
Ticks Cursor::swing (Ticks at) const
{
    const auto groove = std::clamp (sheet->clip->groove, 0.0, 1.0);

    if (groove == 0)
        return at;

    const auto unit = std::max (ticksPerBeat / 4, ticksPerBeat / sheet->linesPerBeat);
    const auto inPair = at.value % (2 * unit), pair = at.value - inPair;
    const auto stretched = static_cast<double> (inPair), half = static_cast<double> (unit);
    const auto swung = inPair < unit ? stretched * (1 + groove / 2) : half * (1 + groove / 2) + (stretched - half) * (1 - groove / 2);
    return Ticks (pair + static_cast<std::int64_t> (swung + 0.5));
}

} // namespace athanor
