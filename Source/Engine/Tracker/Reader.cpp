// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Reader.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr Ticks quarterBeat { ticksPerBeat / 4 };

/** The tempo that the project asks for at a place of the song. */
double tempoAt (const Project& project, Ticks at)
{
    const auto after = project.tempo.upperBound (at);
    return after == project.tempo.begin() ? 120.0 : std::prev (after)->second->beatsPerMinute;
}

bool hasRows (const Project& project)
{
    return std::any_of (project.clips.begin(), project.clips.end(), [] (const auto& entry) { return entry.second->dialect != Dialect::athanor; });
}
} // namespace

TrackOrder::TrackOrder (const Project& project)
{
    std::vector<std::pair<TrackId, const Track*>> sorted;

    for (const auto& [id, track] : project.tracks)
        if (track->kind == TrackKind::note)
            sorted.emplace_back (id, &*track);

    std::stable_sort (sorted.begin(), sorted.end(), [] (const auto& a, const auto& b) { return a.second->order < b.second->order; });

    for (const auto& [id, track] : sorted)
    {
        places[id] = static_cast<int> (ids.size());
        ids.push_back (id);
        tracks.push_back (track);
    }
}

Reader::Reader (const Project& p, const ScoreOptions& o) : project (p), options (o), order (p), sheets (p), sounds (p), route (p, o), writer (order.ids), timeline (tempoAt (p, Ticks (0)), hasRows (p)), lines (p, sounds, writer, order.tracks), rows (p, sounds, writer, timeline, order.tracks)
{
    if (route.only && *route.only > 0)
        writer.skip(); // what comes before is read only to know volumes and tempo
}

Score Reader::read()
{
    for (isOver = route.size() == 0; ! isOver;)
        playPattern();

    // The song never comes to the slot that is to play alone: it plays as a song would that starts there.
    if (writer.isSkippingNow() && route.only)
    {
        place = { *route.only, {}, true };
        restart = {};
        isOver = false;
        playPattern();
    }

    Score score;
    origin = std::min (origin, now);
    timeline.startAt (origin);
    timeline.integrate();
    writer.finish (timeline, origin, score);
    curves.finish (timeline, origin, score.curves);
    score.tempo = timeline.steps();
    score.length = timeline.secondsAt (now - origin);

    for (auto& [song, line] : marks)
    {
        line.inSong = song - origin;
        line.time = timeline.secondsAt (line.inSong);
        score.lines.push_back (line);
    }

    if (score.lines.empty())
        score.lines.emplace_back();

    if (restart && (options.loops || ! hasWrapped))
        score.restart = timeline.secondsAt (std::max (*restart - origin, Ticks (0)));

    return score;
}

void Reader::playPattern()
{
    arrive();

    if (isOver)
        return;

    if (rows.isPlaying())
        playRows();
    else
        playLines();

    goOn();
}

/** Comes to a pattern: the song may have been here before, or begin to count only here. */
void Reader::arrive()
{
    if (route.only == place.stop)
    {
        place.inPattern = {};
        origin = now;
        marks.clear();
        curves.clear();
        writer.begin (now);
    }

    if (place.inPattern >= stop().length)
        place.inPattern = {};

    // A song whose only tempo is its first keeps what commands have made of it: so do the trackers.
    if (place.isJump && project.tempo.size() > 1)
        timeline.set (now, tempoAt (project, stop().start + place.inPattern));

    openPattern();

    if (rows.isPlaying()) // their way round is found row by row
        return;

    if (const auto before = route.arrive (place))
    {
        restart = before;
        isOver = true;
    }
}

void Reader::openPattern()
{
    clock = { place.inPattern, now, 1 };
    end = stop().length;
    tempoDone = curvesDone = place.inPattern;
    turn = {};
    loop = {};
    cursors.clear();
    rowParts.clear();

    for (const auto& [trackId, clipId] : stop().pattern->clips)
    {
        const auto track = order.places.find (trackId);
        const auto* sheet = sheets.find (*clipId);

        if (track == order.places.end() || sheet == nullptr)
            continue;

        if (sheet->clip->dialect != Dialect::athanor)
        {
            rowParts.push_back ({ track->second, sheet });
            rowLength = Ticks (ticksPerBeat / sheet->linesPerBeat);
            continue;
        }

        auto& cursor = cursors.emplace_back (track->second, *sheet);
        cursor.seek (place.inPattern);
        cursor.pass = passes[sheet->id];
    }

    rows.enter (rowParts);
    std::stable_sort (cursors.begin(), cursors.end(), [] (const Cursor& a, const Cursor& b) { return a.track < b.track; });
}

std::optional<Ticks> Reader::nextLine() const
{
    std::optional<Ticks> next;

    for (const auto& cursor : cursors)
        next = std::min (next.value_or (cursor.time()), cursor.time());

    return next;
}

/** Plays from `clock` to the end of the pattern, in the order in which the lines of all clips come. */
void Reader::playLines()
{
    auto stretch = clock;

    for (auto marked = clock.pattern; ! writer.isFull();)
    {
        const auto limit = loop.backAt ? std::min (*loop.backAt, end) : end;
        const auto next = std::min (nextLine().value_or (marked), limit);

        if (next < limit && ! isTooLong (clock.songAt (next)))
        {
            mark (next, clock.songAt (next));
            playStep (next);
            marked = next + quarterBeat;
            continue;
        }

        followTempo (limit);
        layCurves (curvesDone, limit);
        now = clock.songAt (limit);
        route.leave (place.stop, stretch.pattern, limit, stretch.song);

        if (! loop.backAt || limit != *loop.backAt || isOver)
            break;

        clock = stretch = { loop.start, now, 1 };
        tempoDone = curvesDone = marked = loop.start;
        loop.backAt = {};

        for (auto& cursor : cursors)
            cursor.seek (loop.start);
    }
}

void Reader::playStep (Ticks inPattern)
{
    followTempo (inPattern + Ticks (1));
    wait = {};

    for (auto& cursor : cursors)
        if (cursor.time() == inPattern)
            playCursor (cursor);

    if (wait > Ticks (0))
    {
        layCurves (curvesDone, inPattern);
        clock.song += wait; // the pattern waits, with all its clips
    }
}

void Reader::playCursor (Cursor& cursor)
{
    if (cursor.isAtStart())
        cursor.pass = passes[cursor.sheet->id]++;

    const auto inPattern = cursor.time();
    const auto at = clock.songAt (inPattern);
    readSongCommands (cursor, at);
    const auto length = clock.songAt (cursor.timeOfNext()) - clock.songAt (inPattern);
    lines.play ({ cursor.track, *cursor.sheet, cursor.line(), cursor.pass, { at, length } });
    cursor.advance();
}

} // namespace athanor
