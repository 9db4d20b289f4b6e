// SPDX-License-Identifier: GPL-3.0-or-later
// The way of rows through the song: jumps, breaks, loops and delays, and clips of both kinds side by side.
#include "Engine/Tracker/Reader.h"

#include "Engine/Tracker/SongMaker.h"

#include <gtest/gtest.h>

#include <cmath>

namespace athanor
{

namespace
{
using Kind = ScoreEvent::Kind;
constexpr double tick = 0.02, row = 0.12;

struct Song : OneTrack
{
    explicit Song (Dialect dialect, int rows = 8) : OneTrack (rows, dialect) { project.tempo.put (Ticks (0), { 125, {} }); }

    /** In rows of six ticks. */
    double length() const { return score().length / row; }
};
} // namespace

TEST (Reader, LoopsPlayAsOftenMore)
{
    for (const auto& [dialect, start, end] : { std::tuple { Dialect::mod, "0E60", "0E62" }, { Dialect::xm, "0E60", "0E62" }, { Dialect::it, "0SB0", "0SB2" }, { Dialect::s3m, "0SB0", "0SB2" } })
    {
        Song song (dialect);
        song.commands (2, start).commands (3, end);
        EXPECT_NEAR (song.length(), 8 + 2 * 2, 1e-9);
    }
}

TEST (Reader, FastTrackerStartsTheNextPatternWhereTheLoopBegan)
{
    for (const auto& [dialect, rows] : { std::pair { Dialect::xm, 8 + 2 + 6 }, { Dialect::mod, 8 + 2 + 8 } })
    {
        Song song (dialect);
        song.commands (2, "0E60").commands (3, "0E61");
        song.addSlot ({ song.addClip (8, dialect) });
        EXPECT_NEAR (song.length(), rows, 1e-9);
    }
}

TEST (Reader, BreaksCountInTens)
{
    for (const auto& [dialect, command, rows] : { std::tuple { Dialect::mod, "0D10", 1 + 16 - 10 }, { Dialect::it, "0C10", 1 + 16 }, { Dialect::s3m, "0C10", 1 + 16 - 10 }, { Dialect::xm, "0D20", 1 + 16 } })
    {
        Song song (dialect, 16);
        song.commands (0, command);
        song.addSlot ({ song.addClip (16, dialect) });
        EXPECT_NEAR (song.length(), rows, 1e-9) << static_cast<int> (dialect);
    }
}

TEST (Reader, AJumpToWhereTheSongWasEndsIt)
{
    Song song (Dialect::xm);
    song.addSlot ({ song.addClip (8, Dialect::xm) });
    const auto last = song.addClip (8, Dialect::xm);
    song.addSlot ({ last });
    static_cast<SongMaker&> (song).commands (last, 3, "0B01");
    const auto score = song.score();
    EXPECT_NEAR (score.length, 20 * row, 1e-9);
    ASSERT_TRUE (score.restart);
    EXPECT_NEAR (*score.restart, 8 * row, 1e-9);
}

TEST (Reader, DelayedRowsRepeatTheirTicks)
{
    Song mod (Dialect::mod);
    mod.commands (1, "0EE2");
    EXPECT_NEAR (mod.length(), 10, 1e-9);

    Song it (Dialect::it);
    it.commands (1, "0SE1").commands (2, "0S63");
    EXPECT_NEAR (it.length(), 9.5, 1e-9);
}

TEST (Reader, DelayedNotesStartAgainOnEveryRepetition)
{
    Song song (Dialect::it);
    song.project.tracks.edit (song.track).effectColumns = 2;
    song.note (1, "C-4 01").commands (1, "0SE1 0SD2");
    EXPECT_EQ (timesOf (song.score(), Kind::noteStart).size(), 2u);
}

TEST (Reader, ASlotThatGoesBackEndsTheSongBeforeWhatOnlyJumpsReach)
{
    Song song (Dialect::it);
    song.addSlot ({ song.addClip (8, Dialect::it) });
    song.project.sequence.edit (song.slot).unknown.emplace ("goesBack", true);
    EXPECT_NEAR (song.length(), 8, 1e-9);
    EXPECT_FALSE (song.score().restart);
    song.options.loops = true;
    EXPECT_EQ (song.score().restart, 0);
}

TEST (Reader, ASongGoesOnAtItsRestart)
{
    Song song (Dialect::xm);
    const auto second = song.addSlot ({ song.addClip (8, Dialect::xm) });
    song.project.unknown.emplace ("restart", toHex (second.value));
    song.options.loops = true;
    const auto restart = song.score().restart;
    ASSERT_TRUE (restart);
    EXPECT_NEAR (*restart, 8 * row, 1e-9);
}

TEST (Reader, ClipsOfBothKindsKeepTheirLinesTogether)
{
    SongMaker song;
    song.project.tempo.put (Ticks (0), { 125, {} });
    song.addTrack();
    const auto right = song.addTrack();
    const auto rows = song.addClip (16, Dialect::xm), lines = song.addClip (16);
    song.addSlot ({ rows, lines });
    song.commands (rows, 4, "0F03").commands (rows, 6, "0EE1").note (lines, 4, "C-4").note (lines, 6, "D-4").note (lines, 8, "E-4");
    std::vector<double> times;

    for (const auto& event : eventsOf (song.score(), Kind::noteStart))
        if (event.track == right)
            times.push_back (event.time / row);

    ASSERT_EQ (times.size(), 3u);
    EXPECT_NEAR (times[0], 4, 1e-6);
    EXPECT_NEAR (times[1], 5, 1e-6);
    EXPECT_NEAR (times[2], 6.5, 1e-6); // after a row of three ticks that was played twice, and another
}

TEST (Reader, AnImportedPatternPlaysAloneAsItWouldInTheSong)
{
    Song song (Dialect::xm);
    const auto clip = song.addClip (8, Dialect::xm);
    song.options.onlySlot = song.addSlot ({ clip });
    song.commands (7, "0F03 0G20");
    static_cast<SongMaker&> (song).note (clip, 0, "C-4 01");
    const auto score = song.score();
    EXPECT_NEAR (score.length, 4 * row, 1e-9);
    EXPECT_EQ (timesOf (score, Kind::noteStart), std::vector<double> { 0 });
    EXPECT_EQ (eventsOf (score, Kind::songVolume).at (0).volume, 0.5);
}

TEST (Reader, ATrackersTickLastsAWholeNumberOfFrames)
{
    Song song (Dialect::it);
    song.project.tempo.put (Ticks (0), { 129, {} });
    EXPECT_NEAR (song.score().length, 8 * 6 * 854 / 44'100.0, 1e-9);
    song.project.clips.edit (song.clip).dialect = Dialect::athanor;
    EXPECT_NEAR (song.score().length, 2 * 60 / 129.0, 1e-9);
}

TEST (Reader, ImpulseTrackersTempoSlidesByTheTick)
{
    Song song (Dialect::it, 2);
    song.commands (0, "0T12"); // on five ticks of six
    const auto score = song.score();
    EXPECT_EQ (std::floor (score.tempo.back().beatsPerMinute), 135);
}

TEST (Reader, EndlessLoopsEnd)
{
    Song song (Dialect::it, 4);
    song.commands (0, "0SB0 0SB0 0SB0").commands (3, "0SBF 0SBF 0SBF");
    EXPECT_LT (song.length(), 4 * Route::mostVisits + 1);
}

} // namespace athanor
