// SPDX-License-Identifier: GPL-3.0-or-later
// What Athanor's own commands do to a note. Lines last an eighth of a second, ticks a sixth of that.
#include "Engine/Tracker/LinePlayer.h"

#include "Engine/Tracker/SongMaker.h"

#include <gtest/gtest.h>

#include <set>

namespace athanor
{

namespace
{
using Kind = ScoreEvent::Kind;
constexpr double line = 0.125, tick = line / 6;
} // namespace

TEST (LinePlayer, ANoteSoundsAtItsPitchAndVolume)
{
    OneTrack song;
    song.note (0, "C-4 01 40 00").note (4, "A-4");
    const auto score = song.score();
    const auto starts = eventsOf (score, Kind::noteStart);
    ASSERT_EQ (starts.size(), 2u);
    EXPECT_EQ (starts[0].pitch, 60);
    EXPECT_EQ (starts[0].volume, 0.5);
    EXPECT_EQ (starts[0].velocity, 0.5);
    EXPECT_EQ (starts[0].panning, -1);
    EXPECT_EQ (starts[0].instrument, song.instrument);
    EXPECT_EQ (starts[0].track, song.track);
    EXPECT_EQ (starts[1].pitch, 69);
    EXPECT_EQ (starts[1].volume, 1);
    EXPECT_NE (starts[0].note, starts[1].note);
}

TEST (LinePlayer, ANoteWithoutAVolumeTakesThatOfItsRecording)
{
    OneTrack song;
    song.project.instruments.edit (song.instrument).zones.edit ({ 1 }).defaultVolume = 16;
    song.note (0, "C-4");
    EXPECT_EQ (eventsOf (song.score(), Kind::noteStart).at (0).volume, 0.25);
}

TEST (LinePlayer, TheNextNoteEndsTheLastAsItsInstrumentAsks)
{
    const auto endOf = [] (NewNoteAction action) {
        OneTrack song;
        song.project.instruments.edit (song.instrument).newNoteAction = action;
        song.note (0, "C-4").note (4, "D-4");
        return eventsOf (song.score(), Kind::noteEnd);
    };

    EXPECT_EQ (endOf (NewNoteAction::cut).at (0).end, NoteEnd::cut);
    EXPECT_EQ (endOf (NewNoteAction::release).at (0).end, NoteEnd::release);
    EXPECT_EQ (endOf (NewNoteAction::fade).at (0).end, NoteEnd::fade);
    EXPECT_EQ (endOf (NewNoteAction::cut).at (0).time, 4 * line);
    EXPECT_TRUE (endOf (NewNoteAction::letRing).empty());
}

TEST (LinePlayer, AnEndComesBeforeTheStartAtTheSameTime)
{
    OneTrack song;
    song.note (0, "C-4").note (4, "D-4");
    const auto score = song.score();
    ASSERT_EQ (score.events.size(), 3u);
    EXPECT_EQ (score.events[1].kind, Kind::noteEnd);
    EXPECT_EQ (score.events[2].kind, Kind::noteStart);
}

TEST (LinePlayer, OffCutAndFadeEndANoteInTheirWay)
{
    OneTrack song;
    song.note (0, "C-4").note (1, "OFF").note (2, "C-4").note (3, "CUT").note (4, "C-4").note (5, "FDE");
    std::vector<NoteEnd> ends;

    for (const auto& event : eventsOf (song.score(), Kind::noteEnd))
        ends.push_back (event.end);

    EXPECT_EQ (ends, (std::vector<NoteEnd> { NoteEnd::release, NoteEnd::cut, NoteEnd::cut, NoteEnd::fade }));
}

TEST (LinePlayer, ColumnsPlaySideBySide)
{
    OneTrack song;
    song.note (0, "C-4", 0).note (0, "E-4", 1).note (4, "OFF", 1);
    const auto score = song.score();
    EXPECT_EQ (eventsOf (score, Kind::noteStart).size(), 2u);
    EXPECT_EQ (eventsOf (score, Kind::noteEnd).at (0).column, 1);
}

TEST (LinePlayer, SlidesReachTheirPitchAtTheEndOfTheLineAndStay)
{
    OneTrack song;
    song.note (0, "C-4").commands (1, "0U20").commands (2, "0D08").commands (3, "0D00");
    const auto score = song.score();
    EXPECT_EQ (heardAt (score, line).pitch, 60);
    EXPECT_NEAR (heardAt (score, 1.5 * line).pitch, 61, 1e-6);
    EXPECT_NEAR (heardAt (score, 2 * line).pitch, 62, 1e-6);
    EXPECT_NEAR (heardAt (score, 3 * line).pitch, 61.5, 1e-6);
    EXPECT_NEAR (heardAt (score, 9 * line).pitch, 61, 1e-6);
}

TEST (LinePlayer, GlideGoesToTheNoteWithoutStartingIt)
{
    OneTrack song;
    song.note (0, "C-4").note (1, "E-4").commands (1, "0G20").commands (2, "0G00").commands (3, "0G00");
    const auto score = song.score();
    EXPECT_EQ (eventsOf (score, Kind::noteStart).size(), 1u);
    EXPECT_NEAR (heardAt (score, 2 * line).pitch, 62, 1e-6);
    EXPECT_NEAR (heardAt (score, 3 * line).pitch, 64, 1e-6);
    EXPECT_NEAR (heardAt (score, 5 * line).pitch, 64, 1e-6);
}

TEST (LinePlayer, ArpeggioStepsThroughThreePitchesAndComesBack)
{
    OneTrack song;
    song.note (0, "C-4").commands (1, "0A47");
    const auto score = song.score();

    for (int i = 0; i < 6; ++i)
        EXPECT_EQ (heardAt (score, line + (i + 0.5) * tick).pitch, (std::array { 60, 64, 67 })[static_cast<std::size_t> (i % 3)]);

    EXPECT_EQ (heardAt (score, 2 * line + 0.001).pitch, 60);
}

TEST (LinePlayer, VibratoSwingsAndComesBack)
{
    OneTrack song;
    song.note (0, "C-4").commands (1, "0V88").commands (2, "0V00");
    const auto score = song.score();
    double low = 60, high = 60;

    for (double time = line; time < 3 * line; time += 0.001)
    {
        low = std::min (low, heardAt (score, time).pitch);
        high = std::max (high, heardAt (score, time).pitch);
    }

    EXPECT_NEAR (high, 61, 0.02);
    EXPECT_NEAR (low, 59, 0.02);
    EXPECT_EQ (heardAt (score, 3 * line + tick).pitch, 60);
}

TEST (LinePlayer, TremoloAndAutopanSwingVolumeAndPlace)
{
    OneTrack song;
    song.note (0, "C-4 01 40").commands (1, "0T48 0N4F").commands (2, "0T00 0N00");
    const auto score = song.score();
    EXPECT_GT (heardAt (score, line + 4 * tick).volume, 0.7);
    EXPECT_GT (heardAt (score, line + 4 * tick).panning, 0.9);
    EXPECT_EQ (heardAt (score, 3.5 * line).volume, 0.5);
    EXPECT_EQ (heardAt (score, 3.5 * line).panning, 0);
}

TEST (LinePlayer, FadesMoveTheVolumeAndStopAtItsEnds)
{
    OneTrack song;
    song.note (0, "C-4 01 40").commands (1, "0I40").commands (2, "0IFF").commands (3, "0O80");
    const auto score = song.score();
    EXPECT_NEAR (heardAt (score, 1.5 * line).volume, 0.625, 1e-6);
    EXPECT_NEAR (heardAt (score, 2 * line).volume, 0.75, 1e-6);
    EXPECT_NEAR (heardAt (score, 3 * line).volume, 1, 1e-6);
    EXPECT_NEAR (heardAt (score, 5 * line).volume, 0.5, 1e-6);
}

TEST (LinePlayer, CutSilencesAfterSomeTicksOrGoesToALevel)
{
    OneTrack song;
    song.note (0, "C-4").commands (0, "0C03").note (4, "C-4").commands (4, "0CF2").note (8, "C-4").commands (8, "0C32");
    const auto score = song.score();
    const auto ends = eventsOf (score, Kind::noteEnd);
    ASSERT_GE (ends.size(), 1u);
    EXPECT_NEAR (ends[0].time, 3 * tick, 1e-6);
    EXPECT_EQ (ends[0].end, NoteEnd::cut);
    EXPECT_NEAR (heardAt (score, 8 * line + 3 * tick).volume, 0.2, 1e-6);
}

TEST (LinePlayer, DelayWaitsTicksAndEffectsWaitWithIt)
{
    OneTrack song;
    song.note (0, "C-4").note (1, "D-4").commands (1, "0Q03 0U10");
    const auto score = song.score();
    EXPECT_NEAR (timesOf (score, Kind::noteStart).at (1), line + 3 * tick, 1e-6);
    EXPECT_NEAR (heardAt (score, line + 2.9 * tick).pitch, 60, 1e-6);
    EXPECT_NEAR (heardAt (score, 3 * line).pitch, 62.5, 1e-6);
}

TEST (LinePlayer, NoteVolumeOffsetAndDirectionBelongToTheStart)
{
    OneTrack song;
    song.note (0, "C-4").commands (0, "0MFF 0S80 0B00").note (1, "C-4").commands (2, "0S40 0M33");
    const auto score = song.score();
    const auto starts = eventsOf (score, Kind::noteStart);
    EXPECT_EQ (starts.at (0).offset, 32768);
    EXPECT_TRUE (starts.at (0).isBackward);
    EXPECT_EQ (starts.at (1).offset, 0);
    EXPECT_FALSE (starts.at (1).isBackward);
    const auto offsets = eventsOf (score, Kind::noteOffset);
    ASSERT_EQ (offsets.size(), 1u);
    EXPECT_EQ (offsets[0].offset, 16384);
    EXPECT_NEAR (heardAt (score, 2.5 * line).volume, 0.2, 1e-6);
}

TEST (LinePlayer, RetriggerStartsAgainWithItsVolumeFactor)
{
    OneTrack song;
    song.note (0, "C-4").commands (0, "0R72");
    const auto score = song.score();
    const auto starts = eventsOf (score, Kind::noteStart);
    ASSERT_EQ (starts.size(), 3u);
    EXPECT_NEAR (starts[1].time, 2 * tick, 1e-6);
    EXPECT_EQ (starts[1].volume, 0.5);
    EXPECT_EQ (starts[2].volume, 0.25);
    EXPECT_EQ (eventsOf (score, Kind::noteEnd).size(), 2u);
}

TEST (LinePlayer, ARollDividesTheLineEvenly)
{
    OneTrack song;
    song.note (0, "C-4").commands (0, "0H04");
    EXPECT_EQ (timesOf (song.score(), Kind::noteStart), (std::vector<double> { 0, line / 4, line / 2, 3 * line / 4 }));
}

TEST (LinePlayer, ChanceIsTheSameEachTimeAndDifferentEachPass)
{
    OneTrack song (4);
    song.note (0, "C-4").commands (0, "0Y80");

    for (int slot = 0; slot < 63; ++slot)
        song.addSlot ({ song.clip });

    const auto times = timesOf (song.score(), Kind::noteStart);
    EXPECT_GT (times.size(), 16u);
    EXPECT_LT (times.size(), 48u);
    EXPECT_EQ (timesOf (song.score(), Kind::noteStart), times);
    song.project.seed = 2;
    EXPECT_NE (timesOf (song.score(), Kind::noteStart), times);
}

TEST (LinePlayer, ChanceNoughtPlaysOneColumnOfTheLine)
{
    OneTrack song (4);
    song.note (0, "C-4", 0).note (0, "E-4", 1).note (0, "G-4", 2).commands (0, "0Y00");

    for (int slot = 0; slot < 31; ++slot)
        song.addSlot ({ song.clip });

    const auto starts = eventsOf (song.score(), Kind::noteStart);
    EXPECT_EQ (starts.size(), 32u);
    std::set<double> pitches;

    for (const auto& start : starts)
        pitches.insert (start.pitch);

    EXPECT_EQ (pitches.size(), 3u);
}

TEST (LinePlayer, ChanceAlwaysAndTheRestOfTheLine)
{
    OneTrack song (4);
    song.note (0, "C-4").commands (0, "0YFF");

    for (int slot = 0; slot < 31; ++slot)
        song.addSlot ({ song.clip });

    EXPECT_EQ (eventsOf (song.score(), Kind::noteStart).size(), 32u);
}

TEST (LinePlayer, TrackLevelAndPanningBelongToTheTrack)
{
    OneTrack song;
    song.note (0, "C-4").commands (1, "0L5A 0P00").note (2, "D-4");
    const auto score = song.score();
    const auto volumes = eventsOf (score, Kind::trackVolume);
    ASSERT_EQ (volumes.size(), 1u);
    EXPECT_EQ (volumes[0].volume, 0.5);
    EXPECT_EQ (volumes[0].time, line);
    EXPECT_EQ (heardAt (score, 1.5 * line).panning, -1);
    EXPECT_EQ (heardAt (score, 2.5 * line).panning, -1);
}

TEST (LinePlayer, MacrosAreSetForTheTrackAndForTheSong)
{
    OneTrack song;
    song.commands (1, "M3FF S866");
    const auto macros = eventsOf (song.score(), Kind::macro);
    ASSERT_EQ (macros.size(), 2u);
    EXPECT_FALSE (macros[0].track);
    EXPECT_EQ (macros[0].column, 8);
    EXPECT_EQ (macros[0].volume, 0.4);
    EXPECT_EQ (macros[1].track, song.track);
    EXPECT_EQ (macros[1].column, 3);
    EXPECT_EQ (macros[1].volume, 1);
}

TEST (LinePlayer, TheVolumeColumnHasCommandsOfItsOwn)
{
    OneTrack song;
    song.note (0, "C-4").note (1, "--- .. U08").note (2, "--- .. 40");
    const auto score = song.score();
    EXPECT_NEAR (heardAt (score, 2 * line).pitch, 60.5, 1e-6);
    EXPECT_EQ (heardAt (score, 2 * line).volume, 0.5);
}

TEST (LinePlayer, StopSilencesTheWholeTrack)
{
    OneTrack song;
    song.note (0, "C-4", 0).note (0, "E-4", 1).commands (4, "0X00");
    const auto ends = eventsOf (song.score(), Kind::noteEnd);
    ASSERT_EQ (ends.size(), 2u);
    EXPECT_EQ (ends[0].end, NoteEnd::cut);
    EXPECT_EQ (ends[1].time, 4 * line);
}

TEST (LinePlayer, TicksPerLineDivideTheCommandsDifferently)
{
    OneTrack song;
    song.note (0, "C-4").commands (0, "ZK03").commands (1, "0A47");
    const auto score = song.score();
    EXPECT_EQ (heardAt (score, line + 0.5 * line / 3).pitch, 60);
    EXPECT_EQ (heardAt (score, line + 1.5 * line / 3).pitch, 64);
    EXPECT_EQ (heardAt (score, line + 2.5 * line / 3).pitch, 67);
}

} // namespace athanor
