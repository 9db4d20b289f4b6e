// SPDX-License-Identifier: GPL-3.0-or-later
// The song, read out: every note, bend and turn with the second at which it happens. A pure function of the project.
#pragma once

#include "Model/Project.h"

#include <optional>
#include <string>
#include <vector>

namespace athanor
{

/** Which part of the project is played, and whether it starts again at its end. */
struct ScoreOptions
{
    std::optional<SlotId> onlySlot;       ///< One step of the sequence …
    std::optional<PatternId> onlyPattern; ///< … or one pattern; else the whole song.
    bool loops = false;                   ///< Only then may `restart` be set where no command jumps back.
};

/** How a note ends. */
enum class NoteEnd { release, ///< The key is let go; envelopes go on to their release.
                     cut,     ///< Silence at once (faded over some frames against clicks).
                     fade     ///< The instrument's fade-out begins.
};

/** One thing that happens. Notes are named by an index that is never used twice in a score. */
struct ScoreEvent
{
    enum class Kind { noteStart,
                      noteEnd,
                      noteShape,   ///< The note goes on with this pitch, volume and panning.
                      noteOffset,  ///< The note's recording goes on from `offset`, with no new attack (retrigger with offset).
                      trackVolume, ///< A factor over the fader of the track, in `volume` (channel volume, tremor, level command).
                      songVolume,  ///< The same over everything (global volume).
                      macro        ///< Macro `column` (1-8) of the track (zero id: of the song) goes to `volume`.
    };

    Kind kind {};
    double time = 0; ///< Seconds from the start of the score.
    TrackId track;
    int column = 0;
    std::uint32_t note = 0;
    InstrumentId instrument;
    double pitch = 60;       ///< MIDI semitones; for a note of a zone with fixed pitch too.
    double velocity = 1;     ///< 0 to 1, of the start: how hard.
    double volume = 1;       ///< 0 to 1 (the tracker's volume column and commands).
    double panning = 0;      ///< -1 to 1.
    double offset = 0;       ///< Frames of the recording at which it starts.
    bool isBackward = false; ///< Plays its recording backwards.
    double glide = 0;        ///< noteShape: seconds in which the new values are reached; 0 is at once.
    NoteEnd end {};
};

/** A lane of automation laid out along the score. */
struct ScoreCurve
{
    struct Point
    {
        double time = 0, value = 0; ///< Seconds; position of the knob, 0 to 1.
        bool isStep = false;
    };

    std::string address; ///< As in Clip::automation.
    TrackId track;
    std::vector<Point> points; ///< By time.
};

/** Where the reading stood at a time: for the play cursor, and to find the place again in another score. */
struct ScoreLine
{
    double time = 0;
    SlotId slot; ///< Zero while one pattern plays alone.
    PatternId pattern;
    Ticks inPattern; ///< Time inside the pattern.
    Ticks inSong;    ///< Musical time since the start of the score.
};

struct Score
{
    struct TempoStep
    {
        double time = 0;
        Ticks inSong;
        double beatsPerMinute = 120;
    };

    std::vector<ScoreEvent> events; ///< By time; at equal times ends come before starts, in the order of tracks and columns.
    std::vector<ScoreCurve> curves;
    std::vector<ScoreLine> lines;  ///< At least one; by time.
    std::vector<TempoStep> tempo;  ///< At least one; by time.
    double length = 0;             ///< Seconds.
    std::optional<double> restart; ///< Where it goes on after its end, if it goes on.
    std::uint32_t noteCount = 0;

    /** Musical time at a time, and back, by the integrated tempo. */
    Ticks ticksAt (double time) const;
    double timeAt (Ticks inSong) const;
    double tempoAt (double time) const;
    const ScoreLine& lineAt (double time) const;
};

/** Plays the project's patterns through once, following jumps, breaks and loops. Never fails: what it cannot follow it skips.

    Bounded: at most 24 hours, four million events, each line of the song at most 64 times.
*/
Score makeScore (const Project&, const ScoreOptions& = {});

} // namespace athanor
