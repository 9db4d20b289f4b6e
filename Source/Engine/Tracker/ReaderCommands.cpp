// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that decide where the reading goes and how fast.
#include "Engine/Tracker/Reader.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr double longest = 24 * 60 * 60; // seconds
constexpr std::uint8_t slowestCommand = 0x14;
} // namespace

void Reader::readSongCommands (Cursor& cursor, Ticks song)
{
    const auto commands = cursor.sheet->commandsAt (cursor.line());

    for (const auto& command : commands) // the length of the line comes first: jumps go to its end
        if (command.effect.group == 'Z' && command.effect.letter == 'L' && command.effect.value != 0)
            cursor.setLinesPerBeat (command.effect.value);

    for (const auto& command : commands)
        if (command.effect.group == 'Z')
            applySongCommand (cursor, command.effect, song);
        else if (command.effect.group == 'K')
            applyLoop (cursor, command.effect);
}

void Reader::applySongCommand (Cursor& cursor, Effect effect, Ticks song)
{
    const auto lineLength = Ticks (ticksPerBeat / cursor.pace());

    switch (effect.letter)
    {
        case 'T':
            if (effect.value >= slowestCommand)
                timeline.set (song, effect.value);
            else if (effect.value == 0)
                turn.isLast = true;

            break;

        case 'K':
            lines.ticksPerLine = std::max<int> (1, effect.value);
            break;
        case 'D':
            wait = std::max (wait, lineLength * effect.value);
            break;
        case 'B':
            turn.inPattern = Ticks (effect.value * ticksPerBeat / cursor.pace());
            break;
        case 'J':
            turn.stop = effect.value;
            break;
        default:
            break;
    }

    if (turn)
        end = std::min (end, cursor.timeOfNext());
}

/** K0 marks the start of a part of the pattern, K1xx plays from there to the end of its line xx times more. */
void Reader::applyLoop (const Cursor& cursor, Effect effect)
{
    if (effect.letter == '0')
        loop.start = cursor.time();
    else if (effect.letter == '1' && effect.value > 0)
    {
        loop.rounds = loop.rounds == 0 ? std::min<int> (effect.value, Route::mostVisits) + 1 : loop.rounds;

        // Loops inside loops begin again and again: all of them together go back so often.
        if (--loop.rounds > 0 && ++loop.backs < Route::mostVisits)
            loop.backAt = cursor.timeOfNext();
    }
}

/** Follows the project's own tempo up to a time of the pattern. */
void Reader::followTempo (Ticks upTo)
{
    const auto start = stop().start;

    for (auto point = project.tempo.lowerBound (start + tempoDone); point != project.tempo.end() && point->first < start + upTo; ++point)
        if (point->first > Ticks (0))
            timeline.set (clock.songAt (point->first - start), point->second->beatsPerMinute);

    tempoDone = std::max (tempoDone, upTo);
}

void Reader::layCurves (Ticks from, Ticks to)
{
    if (to <= from || (route.only && *route.only != place.stop))
        return;

    for (const auto& cursor : cursors)
        if (! cursor.sheet->clip->automation.empty())
            curves.play (order.ids[static_cast<std::size_t> (cursor.track)], *cursor.sheet->clip, cursor.clipLength(), from, to, clock);

    for (const auto& part : rowParts)
        if (! part.sheet->clip->automation.empty())
            curves.play (order.ids[static_cast<std::size_t> (part.track)], *part.sheet->clip, rowLength * part.sheet->clip->lines, from, to, clock);

    curvesDone = to;
}

void Reader::mark (Ticks inPattern, Ticks song)
{
    if (marks.empty() || marks.back().song < song)
        marks.push_back ({ song, { 0, stop().slot, stop().id, inPattern, {} } });
}

/** Whether the song is at its limit; then it ends at `song`. */
bool Reader::isTooLong (Ticks song)
{
    elapsed += secondsOf (song - elapsedAt, timeline.tempoAt (song));
    elapsedAt = song;

    if (elapsed < longest)
        return false;

    isOver = true;
    return true;
}

/** Decides which pattern comes after the one that ended. */
void Reader::goOn()
{
    isOver = isOver || writer.isFull() || turn.isLast;

    if (route.only == place.stop)
        isOver = true;
    else if (! isOver)
    {
        const auto isJump = static_cast<bool> (turn), isLast = ! turn.stop && stop().goesBack;
        place = { turn.stop.value_or (place.stop + 1), turn.inPattern.value_or (Ticks (0)), isJump };
        isOver = place.stop >= route.size() || isLast;

        // A pattern loop that still runs goes on when the song starts again, until all is as it was before.
        if (isOver && rows.loopState() != 0 && rows.isPlaying())
        {
            place.stop = route.restart;
            isOver = false;
            hasWrapped = true;
        }
    }

    if (isOver && options.loops && ! restart && ! turn.isLast)
        restart = route.only ? origin : route.firstVisit (route.restart).value_or (origin);
}

} // namespace athanor
