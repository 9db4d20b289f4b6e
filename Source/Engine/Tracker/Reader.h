// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a project from its first slot to its end, pattern by pattern, and has each clip played by who knows its dialect.
#pragma once

#include "Engine/Tracker/Cursors.h"
#include "Engine/Tracker/Curves.h"
#include "Engine/Tracker/LinePlayer.h"
#include "Engine/Tracker/Route.h"
#include "Engine/Tracker/RowPlayer.h"

namespace athanor
{

/** The note tracks of a project from left to right. */
struct TrackOrder
{
    explicit TrackOrder (const Project&);

    std::vector<TrackId> ids;
    std::vector<const Track*> tracks;
    std::map<TrackId, int> places;
};

class Reader
{
public:
    Reader (const Project&, const ScoreOptions&);

    Score read();

private:
    /** What commands have decided about the way on. */
    struct Turn
    {
        std::optional<int> stop;
        std::optional<Ticks> inPattern;
        bool isLast = false;

        explicit operator bool() const noexcept { return stop || inPattern || isLast; }
    };

    /** A part of the pattern that is to be played again. */
    struct Loop
    {
        Ticks start;
        int rounds = 0;              ///< Left to play; 0: none runs.
        int backs = 0;               ///< How often this pattern went back.
        std::optional<Ticks> backAt; ///< The end of the line that asked for it.
    };

    struct Mark
    {
        Ticks song;
        ScoreLine line;
    };

    void arrive();
    void playPattern();
    void openPattern();
    void playLines();
    void playRows();
    void playLinesUntil (Ticks limit);
    bool turnAfter (const RowFlow&, int row, int rowCount, Ticks lengthOfRow);
    void playStep (Ticks inPattern);
    void playCursor (Cursor&);
    void readSongCommands (Cursor&, Ticks song);
    void applySongCommand (Cursor&, Effect, Ticks song);
    void applyLoop (const Cursor&, Effect);
    void followTempo (Ticks upTo);
    void layCurves (Ticks from, Ticks to);
    void mark (Ticks inPattern, Ticks song);
    void goOn();
    bool isTooLong (Ticks song);

    const Stop& stop() const noexcept { return route[place.stop]; }

    std::optional<Ticks> nextLine() const;

    const Project& project;
    const ScoreOptions options;
    const TrackOrder order;
    Sheets sheets;
    const Sounds sounds;
    Route route;
    Writer writer;
    Timeline timeline;
    LinePlayer lines;
    RowPlayer rows;
    Curves curves;

    std::vector<Cursor> cursors;
    std::vector<RowPlayer::Part> rowParts; ///< Clips in a tracker's dialect.
    std::map<ClipId, std::uint64_t> passes;
    Ticks rowLength; ///< Pattern time of a row, when there are rows.
    std::vector<Mark> marks;
    Place place;
    Clock clock;      ///< Of the pattern that plays.
    Ticks now;        ///< Song time.
    Ticks origin;     ///< Song time at which the score begins.
    Ticks end;        ///< Pattern time at which this pattern is left.
    Ticks tempoDone;  ///< Pattern time up to which tempo points were followed.
    Ticks curvesDone; ///< … and automation laid out.
    Ticks wait;       ///< How long the pattern waits after the lines of this step.
    Turn turn;
    Loop loop;
    bool isOver = false;
    bool hasWrapped = false; ///< Went on at its start, which no command asked for.
    std::optional<Ticks> restart;
    double elapsed = 0; ///< Seconds, roughly: only to know when to stop.
    Ticks elapsedAt;
};

} // namespace athanor
