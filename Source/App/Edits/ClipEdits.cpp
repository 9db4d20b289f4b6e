// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/ClipEdits.h"

#include "App/Edits/PatternCells.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int mostLines = 1024, mostLinesPerBeat = 96;

template <typename Type, typename Target>
Table<Position, Type> moved (const Table<Position, Type>& table, Target target)
{
    Table<Position, Type> result;

    for (const auto& [at, value] : table)
    {
        auto entry = *value;
        const auto to = target (at, entry);

        if (to && ! result.contains (*to))
            result.put (*to, entry);
    }

    return result;
}

template <typename Type>
void repeat (Table<Position, Type>& table, int lines)
{
    const auto once = table;

    for (const auto& [at, value] : once)
        table.put ({ at.line + lines, at.column }, *value);
}

/** Half a line later: the delay of a note that stood between two lines that are left. */
std::uint8_t halvedDelay (int line, std::uint8_t delay)
{
    const auto before = delay == Cell::empty ? 0 : static_cast<int> (delay);
    const auto now = before / 2 + (line % 2) * 128;
    return now == 0 ? Cell::empty : static_cast<std::uint8_t> (std::min (now, Cell::empty - 1));
}
} // namespace

void setLines (Project& project, PatternId pattern, TrackId track, int lines)
{
    auto& clip = editClip (project, pattern, track);
    clip.lines = std::clamp (lines, 1, mostLines);
    const auto isInside = [&] (Position at, const auto&) { return at.line < clip.lines ? std::optional (at) : std::nullopt; };
    clip.notes = moved (clip.notes, isInside);
    clip.effects = moved (clip.effects, isInside);
}

void setLinesPerBeat (Project& project, PatternId pattern, TrackId track, int linesPerBeat)
{
    editClip (project, pattern, track).linesPerBeat = std::clamp (linesPerBeat, 1, mostLinesPerBeat);
}

bool refine (Project& project, PatternId pattern, TrackId track)
{
    auto& clip = editClip (project, pattern, track);

    if (clip.lines * 2 > mostLines || clip.linesPerBeat * 2 > mostLinesPerBeat)
        return false;

    clip.lines *= 2;
    clip.linesPerBeat *= 2;

    // A delay counts in parts of a line, so it reaches half as far now: its upper half becomes a line of its own.
    clip.notes = moved (clip.notes, [] (Position at, Cell& cell) {
        const auto delay = cell.delay == Cell::empty ? 0 : cell.delay * 2;
        cell.delay = delay % 256 == 0 ? Cell::empty : static_cast<std::uint8_t> (delay % 256);
        return std::optional (Position { at.line * 2 + delay / 256, at.column });
    });

    clip.effects = moved (clip.effects, [] (Position at, const Effect&) { return std::optional (Position { at.line * 2, at.column }); });
    return true;
}

bool coarsen (Project& project, PatternId pattern, TrackId track)
{
    auto& clip = editClip (project, pattern, track);

    if (clip.lines % 2 != 0 || clip.linesPerBeat % 2 != 0)
        return false;

    clip.lines /= 2;
    clip.linesPerBeat /= 2;

    clip.notes = moved (clip.notes, [] (Position at, Cell& cell) {
        cell.delay = halvedDelay (at.line, cell.delay);
        return std::optional (Position { at.line / 2, at.column });
    });

    clip.effects = moved (clip.effects, [] (Position at, const Effect&) { return std::optional (Position { at.line / 2, at.column }); });
    return true;
}

bool doubleLength (Project& project, PatternId pattern, TrackId track)
{
    auto& clip = editClip (project, pattern, track);

    if (clip.lines * 2 > mostLines)
        return false;

    repeat (clip.notes, clip.lines);
    repeat (clip.effects, clip.lines);
    clip.lines *= 2;

    auto& length = project.patterns.edit (pattern).length;
    length = std::max (length, timeOfLine (clip.lines, clip.linesPerBeat));
    return true;
}

void makeUnique (Project& project, PatternId pattern, TrackId track)
{
    if (const auto* clip = clipAt (project, pattern, track))
    {
        const auto id = newId<ClipId>();
        project.clips.put (id, Clip (*clip));
        project.patterns.edit (pattern).clips.put (track, id);
    }
}

int usersOfClip (const Project& project, PatternId patternId, TrackId track)
{
    const auto* pattern = project.patterns.find (patternId);
    const auto* clip = pattern != nullptr ? pattern->clips.find (track) : nullptr;
    int users = 0;

    if (clip != nullptr)
        for (const auto& [id, other] : project.patterns)
            for (const auto& [otherTrack, otherClip] : other->clips)
                users += *otherClip == *clip ? 1 : 0;

    return users;
}

void setPatternLength (Project& project, PatternId pattern, Ticks length)
{
    project.patterns.edit (pattern).length = std::clamp (length, timeOfLine (1, mostLinesPerBeat), beats (mostLines));
}

} // namespace athanor
