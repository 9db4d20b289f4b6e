// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternBlocks.h"

#include "App/Edits/CellParts.h"
#include "App/Edits/PatternCells.h"

#include <algorithm>
#include <functional>

namespace athanor
{

namespace
{
constexpr int mostNoteColumns = 12, mostEffectColumns = 8;

/** The lines of a clip inside an area, each once, as lines of the clip. */
std::vector<int> clipLinesIn (const BlockArea& area, const Clip& clip)
{
    const auto [first, end] = linesIn (area, clip.linesPerBeat);
    std::vector<int> lines;

    for (int line = first; line < std::min (end, first + clip.lines); ++line)
        lines.push_back (line % clip.lines);

    return lines;
}

void putCell (Clip& clip, Position at, const Cell& cell)
{
    if (cell.isEmpty())
        clip.notes.erase (at);
    else
        clip.notes.put (at, cell);
}

/** Calls `change` with each strip of the area that has a clip, that clip and its lines. */
void forEachStrip (Project& project, PatternId pattern, const BlockArea& area, const std::function<void (const Strip&, Clip&, const std::vector<int>&)>& change)
{
    for (const auto& strip : area.strips)
        if (const auto* clip = clipAt (project, pattern, strip.track))
        {
            const auto lines = clipLinesIn (area, *clip);
            change (strip, editClip (project, pattern, strip.track), lines);
        }
}

/** The same for each part of a cell that is there, to be changed. */
void forEachCell (Project& project, PatternId pattern, const BlockArea& area, CellPart part, const std::function<void (Cell&)>& change)
{
    forEachStrip (project, pattern, area, [&] (const Strip& strip, Clip& clip, const std::vector<int>& lines) {
        if (strip.part != part)
            return;

        for (const auto line : lines)
            if (const auto* before = clip.notes.find ({ line, strip.column }); before != nullptr && ! isEmpty (*before, part))
            {
                auto cell = *before;
                change (cell);
                putCell (clip, { line, strip.column }, cell);
            }
    });
}

void clearStrip (const Strip& strip, Clip& clip, const std::vector<int>& lines)
{
    for (const auto line : lines)
    {
        const Position at { line, strip.column };

        if (strip.part == CellPart::effect)
            clip.effects.erase (at);
        else if (const auto* before = clip.notes.find (at))
        {
            auto cell = *before;
            empty (cell, strip.part);
            putCell (clip, at, cell);
        }
    }
}

int numberOf (const Cell& cell, CellPart part)
{
    return part == CellPart::volume ? cell.volume : part == CellPart::panning ? cell.panning
                                                                              : cell.delay;
}

void setNumber (Cell& cell, CellPart part, int number)
{
    const auto byte = static_cast<std::uint8_t> (number);
    (part == CellPart::volume ? cell.volume : part == CellPart::panning ? cell.panning
                                                                        : cell.delay) = byte;
}

int between (int from, int to, int step, int steps) { return from + ((to - from) * step * 2 + (to >= from ? steps : -steps)) / (2 * steps); }

void interpolateNumbers (const Strip& strip, Clip& clip, const std::vector<int>& lines)
{
    const auto hasValue = [&] (int line) {
        const auto* cell = clip.notes.find ({ line, strip.column });
        return cell != nullptr && ! isEmpty (*cell, strip.part) && (strip.part != CellPart::volume || cell->volumeEffect == 0);
    };

    const auto first = std::find_if (lines.begin(), lines.end(), hasValue);
    const auto last = std::find_if (lines.rbegin(), lines.rend(), hasValue).base();

    if (first == lines.end() || last - first < 3)
        return;

    const auto from = numberOf (*clip.notes.find ({ *first, strip.column }), strip.part);
    const auto to = numberOf (*clip.notes.find ({ *(last - 1), strip.column }), strip.part);
    const auto steps = static_cast<int> (last - first) - 1;

    for (int step = 1; step < steps; ++step)
        setNumber (clip.notes.edit ({ first[step], strip.column }), strip.part, between (from, to, step, steps));
}

void interpolateEffects (const Strip& strip, Clip& clip, const std::vector<int>& lines)
{
    const auto hasValue = [&] (int line) { return clip.effects.contains ({ line, strip.column }); };
    const auto first = std::find_if (lines.begin(), lines.end(), hasValue);
    const auto last = std::find_if (lines.rbegin(), lines.rend(), hasValue).base();

    if (first == lines.end() || last - first < 3)
        return;

    const auto from = *clip.effects.find ({ *first, strip.column }), to = *clip.effects.find ({ *(last - 1), strip.column });

    if (from.group != to.group || from.letter != to.letter)
        return;

    const auto steps = static_cast<int> (last - first) - 1;

    for (int step = 1; step < steps; ++step)
        clip.effects.put ({ first[step], strip.column }, { from.group, from.letter, static_cast<std::uint8_t> (between (from.value, to.value, step, steps)) });
}

/** Copies an area, empties it and puts each line where `target` says; lines it says nothing of are gone. */
void rearrange (Project& project, PatternId pattern, const BlockArea& area, const std::function<std::optional<std::size_t> (std::size_t)>& target)
{
    const auto before = project;
    clear (project, pattern, area);

    forEachStrip (project, pattern, area, [&] (const Strip& strip, Clip& clip, const std::vector<int>& lines) {
        const auto& source = *clipAt (before, pattern, strip.track);

        for (std::size_t i = 0; i < lines.size(); ++i)
        {
            const auto to = target (i);

            if (! to || *to >= lines.size())
                continue;

            const Position here { lines[i], strip.column }, there { lines[*to], strip.column };

            if (const auto* effect = source.effects.find (here); effect != nullptr && strip.part == CellPart::effect)
                clip.effects.put (there, *effect);

            if (const auto* cell = source.notes.find (here); cell != nullptr && ! isEmpty (*cell, strip.part))
                take (clip.notes.edit (there), strip.part, *cell);
        }
    });
}
} // namespace

PatternPiece copy (const Project& project, PatternId pattern, const BlockArea& area)
{
    PatternPiece piece;
    piece.length = area.end - area.start;
    const auto tracks = patternTracks (project);
    const auto placeOf = [&] (TrackId track) { return static_cast<int> (std::find (tracks.begin(), tracks.end(), track) - tracks.begin()); };

    for (const auto& strip : area.strips)
    {
        PatternPiece::Strip copied { placeOf (strip.track) - placeOf (area.strips.front().track), strip.part, strip.column, {}, {} };

        if (const auto* clip = clipAt (project, pattern, strip.track))
        {
            const auto [first, end] = linesIn (area, clip->linesPerBeat);

            for (int line = first; line < end; ++line)
            {
                const Position at { line % clip->lines, strip.column };
                const auto time = timeOfLine (line, clip->linesPerBeat) - area.start;

                if (const auto* cell = clip->notes.find (at); cell != nullptr && ! isEmpty (*cell, strip.part))
                    copied.cells.emplace_back (time, *cell);

                if (const auto* effect = clip->effects.find (at); effect != nullptr && strip.part == CellPart::effect)
                    copied.effects.emplace_back (time, *effect);
            }
        }

        piece.strips.push_back (std::move (copied));
    }

    return piece;
}

namespace
{
/** The column of the track that a strip of a piece lands in: the first track of the piece starts at the cursor's column. */
int landingColumn (const PatternPiece& piece, const PatternPiece::Strip& strip, const PatternCursor& cursor)
{
    const auto& first = piece.strips.front();
    const auto isEffect = strip.part == CellPart::effect;

    if (strip.track != 0 || (first.part == CellPart::effect) != isEffect)
        return strip.column;

    return strip.column - first.column + ((cursor.part == CellPart::effect) == isEffect ? cursor.column : 0);
}

void pasteStrip (Project& project, PatternId pattern, const Strip& to, Ticks start, const PatternPiece& piece, const PatternPiece::Strip& strip, PasteMode mode)
{
    const BlockArea area { { to }, start, std::min (start + piece.length, project.patterns.find (pattern)->length) };
    auto& clip = editClip (project, pattern, to.track);

    if (mode == PasteMode::replace)
        clearStrip (to, clip, clipLinesIn (area, clip));

    const auto landing = [&] (Ticks time) -> std::optional<Position> {
        if (start + time >= area.end)
            return {};

        return Position { lineAtTime (start + time, clip.linesPerBeat) % clip.lines, to.column };
    };

    for (const auto& [time, cell] : strip.cells)
        if (const auto at = landing (time))
            if (const auto* before = clip.notes.find (*at); before == nullptr || isEmpty (*before, to.part))
                take (clip.notes.edit (*at), to.part, cell);

    for (const auto& [time, effect] : strip.effects)
        if (const auto at = landing (time); at && ! clip.effects.contains (*at))
            clip.effects.put (*at, effect);
}
} // namespace

void paste (Project& project, PatternId pattern, const PatternCursor& cursor, const PatternPiece& piece, PasteMode mode)
{
    const auto tracks = patternTracks (project);
    const auto here = std::find (tracks.begin(), tracks.end(), cursor.track) - tracks.begin();
    const auto start = timeOfLine (cursor.line, linesPerBeatAt (project, pattern, cursor.track));

    for (const auto& strip : piece.strips)
    {
        const auto place = static_cast<std::size_t> (here + strip.track);
        const auto column = landingColumn (piece, strip, cursor);
        const auto isEffect = strip.part == CellPart::effect;

        if (place >= tracks.size() || column >= (isEffect ? mostEffectColumns : mostNoteColumns))
            continue;

        auto& track = project.tracks.edit (tracks[place]);
        auto& columns = isEffect ? track.effectColumns : track.noteColumns;
        columns = std::max (columns, column + 1);
        pasteStrip (project, pattern, { tracks[place], strip.part, column }, start, piece, strip, mode);
    }
}

void clear (Project& project, PatternId pattern, const BlockArea& area) { forEachStrip (project, pattern, area, clearStrip); }

bool transpose (Project& project, PatternId pattern, const BlockArea& area, int semitones)
{
    auto fits = true;
    auto transposed = project;

    forEachCell (transposed, pattern, area, CellPart::note, [&] (Cell& cell) {
        if (cell.key > key::highest)
            return;

        const auto moved = cell.key + semitones;
        fits = fits && moved >= 0 && moved <= key::highest;
        cell.key = static_cast<std::uint8_t> (std::clamp (moved, 0, static_cast<int> (key::highest)));
    });

    if (fits)
        project = transposed;

    return fits;
}

void interpolate (Project& project, PatternId pattern, const BlockArea& area)
{
    forEachStrip (project, pattern, area, [] (const Strip& strip, Clip& clip, const std::vector<int>& lines) {
        if (strip.part == CellPart::effect)
            interpolateEffects (strip, clip, lines);
        else if (strip.part != CellPart::note && strip.part != CellPart::instrument)
            interpolateNumbers (strip, clip, lines);
    });
}

void setInstrument (Project& project, PatternId pattern, const BlockArea& area, InstrumentId instrument)
{
    forEachCell (project, pattern, area, CellPart::instrument, [&] (Cell& cell) { cell.instrument = instrument; });
}

void expand (Project& project, PatternId pattern, const BlockArea& area)
{
    rearrange (project, pattern, area, [] (std::size_t line) { return std::optional (line * 2); });
}

void shrink (Project& project, PatternId pattern, const BlockArea& area)
{
    rearrange (project, pattern, area, [] (std::size_t line) { return line % 2 == 0 ? std::optional (line / 2) : std::nullopt; });
}

} // namespace athanor
