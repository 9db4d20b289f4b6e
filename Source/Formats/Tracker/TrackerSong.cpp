// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/TrackerSong.h"

#include <algorithm>

namespace athanor::tracker
{

bool Song::addCell (Pattern& pattern, Cell cell)
{
    if (cell.isEmpty())
        return true;

    if (cellCount >= mostCells)
    {
        report.add ("The file has more notes than a song can hold; the rest is left out.", "It may be damaged.");
        return false;
    }

    ++cellCount;
    pattern.cells.push_back (cell);
    return true;
}

std::size_t Song::roomFor (std::uint64_t frames)
{
    const auto room = std::min<std::uint64_t> (frames, mostFrames - frameCount);

    if (room < frames)
        report.add ("The file has more samples than a song can hold; the rest is silent.", "It may be damaged.");

    frameCount += static_cast<std::size_t> (room);
    return static_cast<std::size_t> (room);
}

} // namespace athanor::tracker
