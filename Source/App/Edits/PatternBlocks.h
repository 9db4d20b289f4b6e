// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a rectangle of a pattern: copy, paste, empty, transpose, interpolate, stretch.
#pragma once

#include "App/Edits/PatternPlaces.h"

#include <vector>

namespace athanor
{

/** A copied block. It holds times and not lines, so that it fits into tracks with other lines per beat. */
struct PatternPiece
{
    struct Strip
    {
        int track = 0; ///< Counted from the leftmost of the piece.
        CellPart part = CellPart::note;
        int column = 0;
        std::vector<std::pair<Ticks, Cell>> cells; ///< By time from the start of the piece; only `part` of each counts.
        std::vector<std::pair<Ticks, Effect>> effects;
    };

    Ticks length;
    std::vector<Strip> strips;

    bool isEmpty() const noexcept { return strips.empty(); }
};

enum class PasteMode { replace, ///< The place of the piece is emptied first.
                       mix      ///< Only what was empty is filled.
};

PatternPiece copy (const Project&, PatternId, const BlockArea&);

/** Puts a piece down with its top left corner at the cursor. Tracks get the columns it needs; what is below the end of the pattern falls away. */
void paste (Project&, PatternId, const PatternCursor&, const PatternPiece&, PasteMode);

void clear (Project&, PatternId, const BlockArea&);

/** Moves all notes by semitones. False, and nothing moves, when one of them would leave the keyboard. */
bool transpose (Project&, PatternId, const BlockArea&, int semitones);

/** Fills each strip of numbers with a straight line from its first value to its last; effects only where both are the same command. */
void interpolate (Project&, PatternId, const BlockArea&);

/** Makes every note of the area play that instrument. */
void setInstrument (Project&, PatternId, const BlockArea&, InstrumentId);

/** Moves what stands on the n-th line of the area to line 2n or n/2. What does not fit into the area, or between lines, is gone. */
void expand (Project&, PatternId, const BlockArea&);
void shrink (Project&, PatternId, const BlockArea&);

} // namespace athanor
