// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns with clips in a tracker's dialect: their rows lead, and Athanor's own clips follow at their pace.
#include "Engine/Tracker/Reader.h"

#include <algorithm>

namespace athanor
{

void Reader::playRows()
{
    const auto rowCount = static_cast<int> (std::max<std::int64_t> (1, (stop().length.value + rowLength.value / 2) / rowLength.value));
    auto row = static_cast<int> (place.inPattern.value / rowLength.value);

    for (row = row < rowCount ? row : 0; ! isOver && ! writer.isFull(); ++row)
    {
        if (const auto before = route.visit (place.stop, row, rows.loopState(), now))
        {
            restart = before;
            isOver = true;
            return;
        }

        const auto from = rowLength * row;
        mark (from, now);
        const auto played = rows.play (row, now);
        clock = { from, now, static_cast<double> (played.length.value) / static_cast<double> (rowLength.value) };
        tempoDone = std::max (from, tempoDone);
        playLinesUntil (from + rowLength);
        now = clock.songAt (from + rowLength);

        if (turn || isTooLong (now))
            return;

        if (played.flow.loopRow && *played.flow.loopRow < rowCount)
        {
            row = *played.flow.loopRow - 1;
            tempoDone = curvesDone = rowLength * (row + 1);

            for (auto& cursor : cursors)
                cursor.seek (tempoDone);
        }
        else if (turnAfter (played.flow, row, rowCount, rowLength))
            return;
    }
}

/** The lines of other clips that come before a time of the pattern. */
void Reader::playLinesUntil (Ticks limit)
{
    end = limit;

    for (auto next = nextLine(); next && *next < end; next = nextLine())
    {
        mark (*next, clock.songAt (*next));
        playStep (*next);
    }

    end = limit; // what turns away inside a row does so at its end
    followTempo (limit);
    layCurves (std::max (curvesDone, limit - rowLength), limit);
}

/** Whether the pattern is left after this row, and for where. */
bool Reader::turnAfter (const RowFlow& flow, int row, int rowCount, Ticks lengthOfRow)
{
    const auto isLeft = flow.jump || flow.breakRow || flow.loopRow;

    if (! isLeft && row + 1 < rowCount)
        return false;

    turn.stop = flow.jump;

    if (flow.breakRow)
        turn.inPattern = lengthOfRow * *flow.breakRow;
    else if (const auto start = rows.takeNextStart(); start > 0)
        turn.inPattern = lengthOfRow * start;

    return true;
}

} // namespace athanor
