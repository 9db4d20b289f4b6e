// SPDX-License-Identifier: GPL-3.0-or-later
// How the pattern cursor walks, and what it marks on its way.
#pragma once

#include "App/Edits/PatternPlaces.h"

namespace athanor
{

/** The strips that the pattern view shows: without the panning and delay columns while those are folded away. */
std::vector<Strip> shownStrips (const Project&, const Selection&);

/** Where a key moves the cursor. */
enum class CursorMove { up,
                        down,
                        left,
                        right,
                        pageUp, ///< A bar at a time.
                        pageDown,
                        top,
                        bottom,
                        previousTrack,
                        nextTrack };

/** The selection after a move. `marks`: the block grows with the cursor; else it goes. */
Selection moved (const Project&, Selection, CursorMove, bool marks);

/** The cursor lines further down, stopping at the last line; the edit step after a key. */
Selection advanced (const Project&, Selection, int lines);

/** The cursor on a line at a time of the pattern, in the lines of its track. */
Selection movedToTime (const Project&, Selection, Ticks);

/** Marks the whole track in this pattern; if it is marked already, all tracks. */
Selection markedWider (const Project&, Selection);

/** The marked block, or, if there is none, what the cursor stands on: the whole note column or the effect. */
BlockArea areaToEdit (const Project&, const Selection&);

/** The whole of a track in the shown pattern. */
BlockArea areaOfTrack (const Project&, PatternId, TrackId);

} // namespace athanor
