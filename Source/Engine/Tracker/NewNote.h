// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the note that sounds in a column when the next one starts there.
#pragma once

#include "Engine/Tracker/Sounds.h"
#include "Engine/Tracker/Writer.h"

namespace athanor
{

/** Ends what sounds in the column as its instrument asks, or as `instead` says. */
inline void makeRoom (const Sounds& sounds, Writer& writer, Ticks at, int track, int column, std::optional<NewNoteAction> instead = {})
{
    const auto old = writer.soundingIn (track, column);
    const auto* instrument = old != 0 ? sounds.find (writer.instrumentOf (old)) : nullptr;

    if (instrument == nullptr)
        return;

    switch (instead.value_or (instrument->instrument->newNoteAction))
    {
        case NewNoteAction::cut:
            writer.end (at, old, NoteEnd::cut);
            break;
        case NewNoteAction::release:
            writer.end (at, old, NoteEnd::release);
            break;
        case NewNoteAction::fade:
            writer.end (at, old, NoteEnd::fade);
            break;
        case NewNoteAction::letRing:
            break;
    }
}

} // namespace athanor
