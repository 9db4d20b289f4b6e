// SPDX-License-Identifier: GPL-3.0-or-later
// Where things are in a pattern: the order of tracks and slots, the times of lines, and the strips that a cursor walks over.
#pragma once

#include "App/Selection.h"
#include "Model/Project.h"

#include <span>
#include <vector>

namespace athanor
{

/** Ids in the order in which the musician sees them: tracks left to right with the master last, slots and instruments top to bottom. */
std::vector<TrackId> tracksInOrder (const Project&);
std::vector<SlotId> slotsInOrder (const Project&);
std::vector<InstrumentId> instrumentsInOrder (const Project&);

/** The tracks that a pattern shows: those that play notes. */
std::vector<TrackId> patternTracks (const Project&);

/** Null when the track plays nothing in that pattern. */
const Clip* clipAt (const Project&, PatternId, TrackId);

/** Lines to a beat of that track in that pattern, also where it has no clip yet. */
int linesPerBeatAt (const Project&, PatternId, TrackId);

/** Lines of that track between the start and the end of the pattern, counting a clip that starts again as often as it does. */
int linesShown (const Project&, PatternId, TrackId);

/** Time of a line from the start of the pattern, and the last line that has begun at a time. */
Ticks timeOfLine (int line, int linesPerBeat);
int lineAtTime (Ticks, int linesPerBeat);

/** Song time at which a slot starts, as long as no command jumps. Nothing when there is no such slot: the song's length. */
Ticks startOfSlot (const Project&, SlotId);

/** One strip of a pattern: a part of a column of a track. The cursor walks over strips from left to right. */
struct Strip
{
    TrackId track;
    CellPart part = CellPart::note;
    int column = 0; ///< Note column, or effect column when `part` is effect.

    bool operator== (const Strip&) const = default;
};

/** Characters a part has: 3 for a note, 4 for an effect, else 2. Of these the cursor stands on 1, 4 and 2. */
int digitsOf (CellPart);

std::vector<Strip> stripsOf (const Project&, TrackId);
std::vector<Strip> stripsOf (const Project&); ///< Of all tracks that a pattern shows.

/** The strips between the corners of a block, and its time: from the start of its first line to the end of its last. */
struct BlockArea
{
    std::vector<Strip> strips;
    Ticks start, end;

    bool contains (const Strip&, Ticks) const;
};

BlockArea areaOf (const Project&, PatternId, const PatternBlock&);

/** The lines of a track, as if its clip did not start again, that begin inside the area: first and one past the last. */
std::pair<int, int> linesIn (const BlockArea&, int linesPerBeat);

/** The selection with everything that is gone replaced by what there is, and the cursor inside its pattern. */
Selection settled (const Project&, Selection);

} // namespace athanor
