// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/PatternWords.h"

#include "App/Edits/CellParts.h"
#include "App/Edits/PatternCells.h"
#include "App/PatternCommands.h"

namespace athanor
{

std::string hintFor (const Project& project, const Selection& selection, bool isPlaying)
{
    switch (selection.cursor.part)
    {
        case CellPart::note:
            // Who plays along to a view that follows the song does not mean the line of the cursor: NoteInput writes when recording.
            if (isPlaying && selection.isEditing && selection.follows && ! selection.isRecording)
                return "The song plays: keys sound, and are written while recording or when the view does not follow.";

            return selection.isEditing ? "Keys write notes here. A ends a note, 1 cuts it." : "Keys sound but are not written; Escape writes them again.";
        case CellPart::instrument:
            return "The instrument that plays the note, as two hexadecimal digits.";
        case CellPart::volume:
            return "Volume of the note: 00 is silent, 80 is full.";
        case CellPart::panning:
            return "Panning of the note: 00 left, 40 middle, 80 right.";
        case CellPart::delay:
            return "How late the note starts, in 256ths of a line.";
        case CellPart::effect:
            break;
    }

    const auto* clip = clipAt (project, selection.pattern, selection.cursor.track);

    if (const auto effect = effectAt (project, selection.pattern, selection.cursor))
        return explain (clip->dialect, *effect);

    return "An effect: two characters and a value, as 0A37. Type one to read what it does.";
}

std::string spokenCursor (const Project& project, const Selection& selection)
{
    const auto* track = project.tracks.find (selection.cursor.track);
    const auto where = (track != nullptr ? track->name : std::string ("No track")) + ", line " + std::to_string (selection.cursor.line) + ": ";

    if (selection.cursor.part == CellPart::effect)
    {
        const auto effect = effectAt (project, selection.pattern, selection.cursor);
        return where + (effect ? "effect " + format (*effect) : "no effect");
    }

    const auto cell = cellAt (project, selection.pattern, selection.cursor);

    if (cell.isEmpty())
        return where + "empty";

    const auto* instrument = project.instruments.find (cell.instrument);
    auto words = where + keyName (cell.key);
    const auto add = [&] (const char* name, bool isThere, int number) { words += isThere ? std::string (", ") + name + " " + std::to_string (number) : std::string(); };
    add ("instrument", instrument != nullptr, instrument != nullptr ? instrument->number : 0);
    add ("volume", ! isEmpty (cell, CellPart::volume), cell.volume);
    add ("panning", ! isEmpty (cell, CellPart::panning), cell.panning);
    add ("delay", ! isEmpty (cell, CellPart::delay), cell.delay);
    return words;
}

} // namespace athanor
