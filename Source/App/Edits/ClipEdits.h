// SPDX-License-Identifier: GPL-3.0-or-later
// The size of a clip: how many lines, how many to a beat, twice as fine or twice as long.
#pragma once

#include "App/Edits/PatternPlaces.h"

namespace athanor
{

/** 1 to 1024 lines. What stands beyond the end is gone. */
void setLines (Project&, PatternId, TrackId, int lines);

/** 1 to 96 lines to a beat. The lines stay as they are, so they play faster or slower. */
void setLinesPerBeat (Project&, PatternId, TrackId, int linesPerBeat);

/** The same music with twice as many lines, so that there is room between them. False, and nothing happens, at the limits. */
bool refine (Project&, PatternId, TrackId);

/** The same music with half as many lines. Notes between the lines that are left keep their time by delay; where two meet the first stays. */
bool coarsen (Project&, PatternId, TrackId);

/** Twice as long: the content comes twice. */
bool doubleLength (Project&, PatternId, TrackId);

/** Gives this pattern a clip of its own, so that others that share it no longer change with it. */
void makeUnique (Project&, PatternId, TrackId);

/** How many patterns play the clip that this one plays on this track. */
int usersOfClip (const Project&, PatternId, TrackId);

/** Length of a pattern, from one line of its coarsest to 1024 beats. */
void setPatternLength (Project&, PatternId, Ticks);

} // namespace athanor
