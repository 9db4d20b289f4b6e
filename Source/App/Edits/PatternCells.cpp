// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternCells.h"

#include "App/Edits/CellParts.h"

#include <algorithm>

namespace athanor
{

namespace
{
Position positionIn (const Clip& clip, const PatternCursor& cursor) { return { cursor.line % std::max (1, clip.lines), cursor.column }; }

constexpr int fullVolume = 0x80;

/** Gives the cell under the cursor to `change` and takes it out of the clip if it is empty afterwards. */
template <typename Change>
void changeCell (Project& project, PatternId pattern, const PatternCursor& cursor, Change change)
{
    auto& clip = editClip (project, pattern, cursor.track);
    const auto at = positionIn (clip, cursor);
    const auto* before = clip.notes.find (at);
    auto cell = before != nullptr ? *before : Cell {};
    change (cell);

    if (cell.isEmpty())
        clip.notes.erase (at);
    else
        clip.notes.put (at, cell);
}

std::uint8_t withDigit (std::uint8_t before, int place, int digit, int highest = 255)
{
    const auto old = before == Cell::empty && highest != 255 ? 0 : static_cast<int> (before);
    const auto value = place == 0 ? digit * 16 + old % 16 : old / 16 * 16 + digit;
    return static_cast<std::uint8_t> (std::min (value, highest));
}

/** Delay has no value to spare for "empty" below 255, so its empty cell counts as 0 too. */
std::uint8_t delayWithDigit (std::uint8_t before, int place, int digit)
{
    return withDigit (before == Cell::empty ? 0 : before, place, digit, Cell::empty - 1);
}

template <typename Type>
void shift (Table<Position, Type>& table, int line, int by, int lines, std::optional<int> column)
{
    Table<Position, Type> shifted;

    for (const auto& [at, value] : table)
    {
        const auto moves = at.line >= line && (! column || *column == at.column);
        const auto isRemoved = moves && by < 0 && at.line == line;
        const Position to { moves ? at.line + by : at.line, at.column };

        if (! isRemoved && to.line < lines)
            shifted.put (to, *value);
    }

    table = shifted;
}

void shiftLines (Project& project, PatternId pattern, const PatternCursor& cursor, int by, bool wholeTrack)
{
    if (clipAt (project, pattern, cursor.track) == nullptr)
        return;

    auto& clip = editClip (project, pattern, cursor.track);
    const auto line = positionIn (clip, cursor).line;
    const auto column = wholeTrack ? std::nullopt : std::optional (cursor.column);

    if (wholeTrack || cursor.part != CellPart::effect)
        shift (clip.notes, line, by, clip.lines, column);

    if (wholeTrack || cursor.part == CellPart::effect)
        shift (clip.effects, line, by, clip.lines, column);
}
} // namespace

Clip& editClip (Project& project, PatternId patternId, TrackId track)
{
    if (const auto* pattern = project.patterns.find (patternId))
        if (const auto* clip = pattern->clips.find (track))
            return project.clips.edit (*clip);

    const auto rate = linesPerBeatAt (project, patternId, track);
    const auto id = newId<ClipId>();
    Clip clip;
    clip.linesPerBeat = rate;
    clip.lines = std::clamp (linesShown (project, patternId, track), 1, 1024);
    project.patterns.edit (patternId).clips.put (track, id);
    project.clips.put (id, clip);
    return project.clips.edit (id);
}

Cell cellAt (const Project& project, PatternId pattern, const PatternCursor& cursor)
{
    const auto* clip = clipAt (project, pattern, cursor.track);
    const auto* cell = clip != nullptr ? clip->notes.find (positionIn (*clip, cursor)) : nullptr;
    return cell != nullptr ? *cell : Cell {};
}

std::optional<Effect> effectAt (const Project& project, PatternId pattern, const PatternCursor& cursor)
{
    const auto* clip = clipAt (project, pattern, cursor.track);
    const auto* effect = clip != nullptr ? clip->effects.find (positionIn (*clip, cursor)) : nullptr;
    return effect != nullptr ? std::optional (*effect) : std::nullopt;
}

void writeNote (Project& project, PatternId pattern, const PatternCursor& cursor, const Cell& note)
{
    changeCell (project, pattern, cursor, [&] (Cell& cell) {
        cell.key = note.key;
        cell.instrument = note.key <= key::highest ? note.instrument : InstrumentId {};

        if (note.volume != Cell::empty)
        {
            cell.volume = note.volume;
            cell.volumeEffect = 0;
        }

        // A new note is where it was played: an older one's delay does not stay behind.
        cell.delay = note.delay;
    });
}

Result<InstrumentId> writeInstrument (Project& project, PatternId pattern, const PatternCursor& cursor, int number)
{
    for (const auto& [id, instrument] : project.instruments)
    {
        if (instrument->number != number)
            continue;

        changeCell (project, pattern, cursor, [id = id] (Cell& cell) { cell.instrument = id; });
        return id;
    }

    return Failure { "There is no instrument with that number yet.", std::to_string (number) };
}

void writeDigit (Project& project, PatternId pattern, const PatternCursor& cursor, int digit)
{
    if (cursor.part == CellPart::effect)
    {
        auto& clip = editClip (project, pattern, cursor.track);
        auto& effect = clip.effects.edit (positionIn (clip, cursor));
        effect.value = withDigit (effect.value, cursor.digit - 2, digit);
        return;
    }

    changeCell (project, pattern, cursor, [&] (Cell& cell) {
        if (cursor.part == CellPart::volume)
        {
            cell.volume = withDigit (cell.volumeEffect != 0 ? Cell::empty : cell.volume, cursor.digit, digit, fullVolume);
            cell.volumeEffect = 0;
        }
        else if (cursor.part == CellPart::panning)
            cell.panning = withDigit (cell.panning, cursor.digit, digit, fullVolume);
        else if (cursor.part == CellPart::delay)
            cell.delay = delayWithDigit (cell.delay, cursor.digit, digit);
    });
}

void writeEffectLetter (Project& project, PatternId pattern, const PatternCursor& cursor, char letter)
{
    auto& clip = editClip (project, pattern, cursor.track);
    auto& effect = clip.effects.edit (positionIn (clip, cursor));
    (cursor.digit == 0 ? effect.group : effect.letter) = letter;
}

void clearAt (Project& project, PatternId pattern, const PatternCursor& cursor)
{
    if (clipAt (project, pattern, cursor.track) == nullptr)
        return;

    if (cursor.part == CellPart::effect)
    {
        auto& clip = editClip (project, pattern, cursor.track);
        clip.effects.erase (positionIn (clip, cursor));
        return;
    }

    changeCell (project, pattern, cursor, [&] (Cell& cell) {
        if (cursor.part == CellPart::note)
            cell = {};
        else
            empty (cell, cursor.part);
    });
}

void insertLine (Project& project, PatternId pattern, const PatternCursor& cursor) { shiftLines (project, pattern, cursor, 1, true); }

void removeLine (Project& project, PatternId pattern, const PatternCursor& cursor) { shiftLines (project, pattern, cursor, -1, true); }

void insertInColumn (Project& project, PatternId pattern, const PatternCursor& cursor) { shiftLines (project, pattern, cursor, 1, false); }

void removeFromColumn (Project& project, PatternId pattern, const PatternCursor& cursor) { shiftLines (project, pattern, cursor, -1, false); }

} // namespace athanor
