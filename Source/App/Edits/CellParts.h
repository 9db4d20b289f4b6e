// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a cell, one at a time: whether one is empty, how to empty it and how to take it over from another cell.
#pragma once

#include "App/Selection.h"
#include "Model/Cell.h"

namespace athanor
{

inline bool isEmpty (const Cell& cell, CellPart part)
{
    switch (part)
    {
        case CellPart::note:
            return cell.key == key::none;
        case CellPart::instrument:
            return ! cell.instrument;
        case CellPart::volume:
            return cell.volume == Cell::empty && cell.volumeEffect == 0;
        case CellPart::panning:
            return cell.panning == Cell::empty;
        case CellPart::delay:
            return cell.delay == Cell::empty;
        case CellPart::effect:
            break;
    }

    return true;
}

inline void take (Cell& cell, CellPart part, const Cell& from)
{
    switch (part)
    {
        case CellPart::note:
            cell.key = from.key;
            break;
        case CellPart::instrument:
            cell.instrument = from.instrument;
            break;
        case CellPart::volume:
            cell.volume = from.volume;
            cell.volumeEffect = from.volumeEffect;
            break;
        case CellPart::panning:
            cell.panning = from.panning;
            break;
        case CellPart::delay:
            cell.delay = from.delay;
            break;
        case CellPart::effect:
            break;
    }
}

inline void empty (Cell& cell, CellPart part) { take (cell, part, {}); }

} // namespace athanor
