// SPDX-License-Identifier: GPL-3.0-or-later
// What the musician points at: shared by all views and actions, never part of the project.
#pragma once

#include "Model/Project.h"

#include <optional>
#include <set>

namespace athanor
{

/** Which part of a track's line the pattern cursor is in. */
enum class CellPart { note,
                      instrument,
                      volume,
                      panning,
                      delay,
                      effect };

/** The cursor of the pattern editor. */
struct PatternCursor
{
    TrackId track;
    int column = 0; ///< Note column, or effect column when `part` is effect.
    CellPart part = CellPart::note;
    int digit = 0; ///< Character within the part.
    int line = 0;  ///< In lines of the clip of `track`.

    bool operator== (const PatternCursor&) const = default;
};

/** A rectangle of a pattern: tracks and columns between two corners, lines between two times. */
struct PatternBlock
{
    PatternCursor from, to;

    bool operator== (const PatternBlock&) const = default;
};

struct Selection
{
    SlotId slot;                      ///< The step of the sequence that is shown.
    PatternId pattern;                ///< The pattern that is shown.
    InstrumentId instrument;          ///< What the keyboard plays.
    std::set<NodeId> nodes;           ///< In the patch view.
    CableId cable;                    ///< In the patch view; zero: none.
    RegionId region;                  ///< In the arrangement; zero: none.
    bool isPatchOfInstrument = false; ///< Whether the patch view shows the instrument's graph, or the track's.
    PatternCursor cursor;             ///< Its track is the selected track.
    std::string automation;           ///< The address of the parameter whose automation is shown; empty: none.
    std::set<Ticks> points;           ///< Of that automation.
    std::optional<PatternBlock> block;
    int octave = 4;                                ///< 0 to 9, of the lower row of keys.
    int editStep = 1;                              ///< 0 to 64 lines.
    bool isEditing = true;                         ///< Keys write into the pattern where the cursor is, while the song stands still.
    bool isRecording = false;                      ///< Keys write into the pattern where the song is, while it plays.
    bool showsPattern = true;                      ///< The pattern is in view, so that a MIDI keyboard may write into it.
    bool follows = true;                           ///< The view goes with the play position.
    bool showsPanning = false, showsDelay = false; ///< Whether the pattern view has these columns.

    bool operator== (const Selection&) const = default;
};

} // namespace athanor
