// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks and instruments: added, named, coloured, moved, doubled and taken away.
#pragma once

#include "App/Edits/PatternPlaces.h"

#include <string>

namespace athanor
{

/** Puts a new track to the right of another one. A note track plays `instrument`. */
TrackId addTrack (Project&, TrackKind, TrackId behind, InstrumentId instrument = {});

/** A copy to the right of the track: its sound, its sends and copies of all its clips. */
TrackId duplicateTrack (Project&, TrackId);

/** Takes a track away with its clips and every send to it; tracks inside a group move out of it. False for the master. */
bool removeTrack (Project&, TrackId);

/** Moves a track by places among those that are not the master. False at the ends. */
bool moveTrack (Project&, TrackId, int places);

/** 1 to 12 note columns and 0 to 8 effect columns. What stands in hidden columns stays. */
void setColumns (Project&, TrackId, int noteColumns, int effectColumns);

/** If any track is solo, only those are heard: whether this one is among the silent. */
bool isSilenced (const Project&, TrackId);

/** A copy with the next free number. */
InstrumentId duplicateInstrument (Project&, InstrumentId);

/** Takes an instrument away; notes that name it and tracks that play it name none any more. */
void removeInstrument (Project&, InstrumentId);

/** Moves an instrument by places in the order of their numbers; those between take the numbers of their neighbours. False at the ends. */
bool moveInstrument (Project&, InstrumentId, int places);

/** The lowest number, 1 to 255, that no instrument has; 255 when all are taken. */
int freeInstrumentNumber (const Project&);

} // namespace athanor
