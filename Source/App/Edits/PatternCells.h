// SPDX-License-Identifier: GPL-3.0-or-later
// What a key does to the line under the cursor, as plain code on a project.
#pragma once

#include "App/Edits/PatternPlaces.h"
#include "Core/Result.h"

namespace athanor
{

/** The clip of a track in a pattern, made as long as the pattern if there is none. */
Clip& editClip (Project&, PatternId, TrackId);

/** What stands under the cursor; nothing where the line is empty. A line beyond the end of its clip is the one it repeats. */
Cell cellAt (const Project&, PatternId, const PatternCursor&);
std::optional<Effect> effectAt (const Project&, PatternId, const PatternCursor&);

/** Writes a note with the instrument that plays it; `volume` and `delay` may be Cell::empty. The keys of namespace key end notes and name no instrument. */
void writeNote (Project&, PatternId, const PatternCursor&, const Cell&);

/** Writes the instrument with that number. Fails with a sentence when there is none. */
Result<InstrumentId> writeInstrument (Project&, PatternId, const PatternCursor&, int number);

/** Writes a hexadecimal digit, 0 to 15, into volume, panning, delay or the value of an effect, where the cursor's digit says. Volume and panning end at 0x80. */
void writeDigit (Project&, PatternId, const PatternCursor&, int digit);

/** Writes the first or second character of an effect: 0-9 or A-Z. */
void writeEffectLetter (Project&, PatternId, const PatternCursor&, char letter);

/** Empties what the cursor stands on; on a note its whole cell. */
void clearAt (Project&, PatternId, const PatternCursor&);

/** Moves what stands on the line and below it in this track down or up by one line. What falls off the end of the clip is gone. */
void insertLine (Project&, PatternId, const PatternCursor&);
void removeLine (Project&, PatternId, const PatternCursor&);

/** The same in one column: the note column or effect column of the cursor. */
void insertInColumn (Project&, PatternId, const PatternCursor&);
void removeFromColumn (Project&, PatternId, const PatternCursor&);

} // namespace athanor
