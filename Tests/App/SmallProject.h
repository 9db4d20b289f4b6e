// SPDX-License-Identifier: GPL-3.0-or-later
// A project that is small enough to be seen whole: two tracks side by side, the right one with triplets.
#pragma once

#include "App/Edits/PatternCells.h"
#include "Model/Project.h"

namespace athanor
{

struct SmallProject
{
    Project project;
    TrackId left, right, master;
    PatternId pattern;
    SlotId slot;
    InstrumentId piano, bass; ///< Numbers 1 and 18 (hexadecimal 12).

    SmallProject();

    PatternCursor at (TrackId track, int line, CellPart part = CellPart::note, int column = 0, int digit = 0) const { return { track, column, part, digit, line }; }

    void put (TrackId track, int line, std::uint8_t key);

    Cell cell (TrackId track, int line, int column = 0) const { return cellAt (project, pattern, at (track, line, CellPart::note, column)); }

    const Clip& clip (TrackId track) const { return *clipAt (project, pattern, track); }

    /** A block over whole columns of notes from one line to another, both included. */
    BlockArea block (TrackId from, int first, TrackId to, int last) const;
};

} // namespace athanor
