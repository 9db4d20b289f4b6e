// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the trackers do, each in its dialect. At 125 beats a minute a tick lasts 20 ms, a row 120.
#include "Engine/Tracker/RowPlayer.h"

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
    explicit Song (Dialect dialect, int rows = 16) : OneTrack (rows, dialect) { project.tempo.put (Ticks (0), { 125, {} }); }

    /** At the end of a tick. */
    Heard at (int line, int tickOfLine) const { return heardAt (score(), line * row + (tickOfLine + 1) * tick - 1.0e-9); }
};

/** The pitch of a period in ProTracker's units, where 428 is the middle C. */
double pitchOf (double period) { return 60 + 12 * std::log2 (428 / period); }

constexpr std::array all { Dialect::mod, Dialect::s3m, Dialect::xm, Dialect::it };
} // namespace

TEST (RowPlayer, ARowLastsItsTicksExactly)
{
    for (const auto dialect : all)
    {
        Song song (dialect);
        song.note (0, "C-4 01").note (1, "D-4 01").note (15, "E-4 01");
        const auto score = song.score();
        EXPECT_NEAR (timesOf (score, Kind::noteStart).at (1), row, 1e-12);
        EXPECT_NEAR (timesOf (score, Kind::noteStart).at (2), 15 * row, 1e-12);
        EXPECT_NEAR (score.length, 16 * row, 1e-12);
        EXPECT_EQ (eventsOf (score, Kind::noteStart).at (1).pitch, 62);
    }
}

TEST (RowPlayer, SpeedAndTempoCommandsSetBoth)
{
    for (const auto& [dialect, speed, tempo] : { std::tuple { Dialect::xm, "0F03", "0FFA" }, { Dialect::it, "0A03", "0TFA" }, { Dialect::s3m, "0A03", "0TFA" } })
    {
        Song song (dialect, 4);
        song.commands (1, speed).commands (2, tempo);
        EXPECT_NEAR (song.score().length, row + row / 2 + 2 * row / 4, 1e-9);
    }

    Song song (Dialect::mod, 4); // ProTracker's clock runs one more tick at the old tempo
    song.commands (2, "0FFA");
    EXPECT_NEAR (song.score().length, 2 * row + 2 * row / 2 + tick / 2, 1e-9);
}

TEST (RowPlayer, ArpeggiosStepInTheOrderOfTheirTracker)
{
    const auto pitches = [] (Dialect dialect, const char* command) {
        Song song (dialect);
        song.note (0, "C-4 01").commands (0, command);
        const auto score = song.score();
        std::vector<double> found;

        for (int i = 0; i < 6; ++i)
            found.push_back (std::round (heardAt (score, (i + 0.5) * tick).pitch * 100) / 100);

        EXPECT_EQ (heardAt (score, row + tick).pitch, 60);
        return found;
    };

    EXPECT_EQ (pitches (Dialect::mod, "0037"), (std::vector<double> { 60, 63, 67, 60, 63, 67 }));
    EXPECT_EQ (pitches (Dialect::it, "0J37"), (std::vector<double> { 60, 63, 67, 60, 63, 67 }));
    EXPECT_EQ (pitches (Dialect::xm, "0037"), (std::vector<double> { 60, 67, 63, 60, 67, 63 }));
}

TEST (RowPlayer, AmigaSlidesArePeriodsAndLinearOnesSixteenthsOfSemitones)
{
    Song mod (Dialect::mod);
    mod.note (0, "C-4 01").commands (1, "0104").commands (2, "0100");
    EXPECT_NEAR (mod.at (1, 0).pitch, 60, 1e-9);
    EXPECT_NEAR (mod.at (1, 2).pitch, pitchOf (420), 1e-9);
    EXPECT_NEAR (mod.at (2, 5).pitch, pitchOf (408), 1e-9); // ProTracker remembers nothing

    Song xm (Dialect::xm);
    xm.note (0, "C-4 01").commands (1, "0210").commands (2, "0200");
    EXPECT_NEAR (xm.at (1, 2).pitch, 58, 1e-9);
    EXPECT_NEAR (xm.at (2, 5).pitch, 50, 1e-9);
    xm.project.clips.edit (xm.clip).unknown.emplace ("amigaSlides", true);
    EXPECT_NEAR (xm.at (1, 2).pitch, pitchOf (428 + 32), 1e-9);
}

TEST (RowPlayer, FineSlidesMoveOnce)
{
    Song it (Dialect::it);
    it.note (0, "C-4 01").commands (1, "0FF8").commands (2, "0EE8");
    EXPECT_NEAR (it.at (1, 5).pitch, 60.5, 1e-9);
    EXPECT_NEAR (it.at (2, 5).pitch, 60.375, 1e-9);

    Song xm (Dialect::xm);
    xm.note (0, "C-4 01").commands (1, "0E18").commands (2, "0X28");
    EXPECT_NEAR (xm.at (1, 5).pitch, 60.5, 1e-9);
    EXPECT_NEAR (xm.at (2, 5).pitch, 60.375, 1e-9);
}

TEST (RowPlayer, TonePortamentoReachesTheNoteAndDoesNotStartIt)
{
    for (const auto& [dialect, command, again] : { std::tuple { Dialect::xm, "0310", "0300" }, { Dialect::it, "0G10", "0G00" } })
    {
        Song song (dialect);
        song.note (0, "C-4 01").note (1, "F#4").commands (1, command).commands (2, again);
        EXPECT_EQ (eventsOf (song.score(), Kind::noteStart).size(), 1u);
        EXPECT_NEAR (song.at (1, 3).pitch, 63, 1e-9);
        EXPECT_NEAR (song.at (2, 0).pitch, 65, 1e-9);
        EXPECT_NEAR (song.at (2, 5).pitch, 66, 1e-9);
    }
}

TEST (RowPlayer, ImpulseTrackerSharesItsMemoryOfSlidesUnlessTheSongSaysNo)
{
    Song song (Dialect::it);
    song.note (0, "C-4 01").commands (1, "0F10").note (2, "C-6").commands (2, "0G00");
    EXPECT_NEAR (song.at (2, 5).pitch, 70, 1e-9);
    song.project.clips.edit (song.clip).unknown.emplace ("compatibleGlide", true);
    EXPECT_NEAR (song.at (2, 5).pitch, 65, 1e-9);
}

TEST (RowPlayer, ScreamTrackerHasOneMemoryForManyCommands)
{
    Song song (Dialect::s3m);
    song.note (0, "C-4 01").commands (1, "0D01").commands (2, "0E00");
    EXPECT_NEAR (song.at (2, 5).pitch, pitchOf (428 + 5), 1e-9);
}

TEST (RowPlayer, VibratoSwingsAroundTheNote)
{
    for (const auto& [dialect, command] : { std::pair { Dialect::mod, "0488" }, { Dialect::xm, "0488" }, { Dialect::s3m, "0H88" }, { Dialect::it, "0H88" } })
    {
        Song song (dialect);
        song.note (0, "C-4 01").commands (0, command).commands (1, command);
        double low = 60, high = 60;

        for (int i = 0; i < 12; ++i)
        {
            low = std::min (low, song.at (0, i).pitch);
            high = std::max (high, song.at (0, i).pitch);
        }

        EXPECT_LT (low, 59.4) << static_cast<int> (dialect);
        EXPECT_GT (high, 60.4) << static_cast<int> (dialect);
        EXPECT_NEAR (song.at (2, 0).pitch, 60, 1e-9);
    }

    Song song (Dialect::mod); // ProTracker's vibrato rests on the first tick
    song.note (0, "C-4 01").commands (0, "048F").commands (1, "0400");
    EXPECT_NEAR (song.at (1, 0).pitch, 60, 1e-9);
}

TEST (RowPlayer, VolumesAreSetAndSlide)
{
    Song mod (Dialect::mod);
    mod.note (0, "C-4 01").commands (0, "0C20").commands (1, "0A04").commands (2, "0A00").commands (3, "0EA8");
    EXPECT_NEAR (mod.at (0, 0).volume, 0.5, 1e-6);
    EXPECT_NEAR (mod.at (1, 0).volume, 0.5, 1e-6);
    EXPECT_NEAR (mod.at (1, 5).volume, 12 / 64.0, 1e-6);
    EXPECT_NEAR (mod.at (2, 5).volume, 12 / 64.0, 1e-6);
    EXPECT_NEAR (mod.at (3, 5).volume, 20 / 64.0, 1e-6);

    Song it (Dialect::it);
    it.note (0, "C-4 01 20").commands (1, "0D0F").commands (2, "0D4F").commands (3, "0D00").commands (4, "0D02").commands (5, "0D00");
    EXPECT_NEAR (it.at (0, 0).volume, 0.5, 1e-6);
    EXPECT_NEAR (it.at (1, 0).volume, 17 / 64.0, 1e-6);
    EXPECT_NEAR (it.at (1, 2).volume, 0, 1e-6);
    EXPECT_NEAR (it.at (2, 5).volume, 4 / 64.0, 1e-6);
    EXPECT_NEAR (it.at (3, 5).volume, 8 / 64.0, 1e-6);
    EXPECT_NEAR (it.at (5, 5).volume, 0, 1e-6);

    Song xm (Dialect::xm);
    xm.note (0, "C-4 01 20").commands (1, "0A01").commands (2, "0A00");
    EXPECT_NEAR (xm.at (2, 5).volume, 22 / 64.0, 1e-6); // FT2 remembers
}

TEST (RowPlayer, TheVolumeColumnsSpeakTheirDialect)
{
    Song xm (Dialect::xm);
    xm.note (0, "C-4 01 20").note (1, "--- .. +02").note (2, "--- .. u01").note (3, "--- .. p0F").note (4, "--- .. -01");
    EXPECT_NEAR (xm.at (1, 5).volume, 42 / 64.0, 1e-6);
    EXPECT_NEAR (xm.at (2, 0).volume, 43 / 64.0, 1e-6);
    EXPECT_NEAR (xm.at (3, 0).panning, 112 / 127.0, 1e-9);
    EXPECT_NEAR (xm.at (4, 5).volume, 38 / 64.0, 1e-6);

    Song it (Dialect::it);
    it.note (0, "C-4 01 20").note (2, "--- .. p10").note (3, "G-4 .. g03").note (4, "--- .. h08");
    EXPECT_NEAR (it.at (2, 0).panning, -0.5, 1e-9);
    EXPECT_EQ (eventsOf (it.score(), Kind::noteStart).size(), 1u);
    EXPECT_NEAR (it.at (3, 5).pitch, 62.5, 1e-9);
}

TEST (RowPlayer, OffsetsBeginInsideTheRecordingAndNotBehindIt)
{
    Song xm (Dialect::xm);
    xm.note (0, "C-4 01").commands (0, "0980").note (1, "C-4 01").commands (1, "0900");
    const auto starts = eventsOf (xm.score(), Kind::noteStart);
    ASSERT_EQ (starts.size(), 2u);
    EXPECT_EQ (starts[0].offset, 0x8000);
    EXPECT_EQ (starts[1].offset, 0x8000);
    xm.project.assets.edit ("sound").frames = 0x4000;
    EXPECT_TRUE (eventsOf (xm.score(), Kind::noteStart).empty());

    Song it (Dialect::it);
    it.note (0, "C-4 01").commands (0, "0O80");
    it.project.assets.edit ("sound").frames = 0x4000;
    EXPECT_EQ (eventsOf (it.score(), Kind::noteStart).at (0).offset, 0);
}

TEST (RowPlayer, NotesAreDelayedCutAndStartedAgain)
{
    for (const auto& [dialect, delay, cut, again] : { std::tuple { Dialect::mod, "0ED3", "0EC2", "0E92" }, { Dialect::xm, "0ED3", "0EC2", "0E92" }, { Dialect::it, "0SD3", "0SC2", "0Q02" } })
    {
        Song song (dialect);
        song.note (0, "C-4 01").commands (0, delay).commands (1, cut).note (2, "C-4 01").commands (2, again);
        const auto starts = timesOf (song.score(), Kind::noteStart);
        ASSERT_EQ (starts.size(), 4u) << static_cast<int> (dialect);
        EXPECT_NEAR (starts[0], 3 * tick, 1e-9);
        EXPECT_NEAR (starts[2], 2 * row + 2 * tick, 1e-9);
        const auto heard = song.at (1, 3);
        EXPECT_TRUE (heard.volume == 0 || ! heard.isSounding);
    }
}

TEST (RowPlayer, ARetriggerChangesTheVolume)
{
    Song song (Dialect::it);
    song.note (0, "C-4 01").commands (0, "0Q73");
    EXPECT_NEAR (song.at (0, 3).volume, 0.5, 1e-6);
}

TEST (RowPlayer, KeyOffReleasesAndWithoutAnEnvelopeSilencesInFastTracker)
{
    Song xm (Dialect::xm);
    xm.note (0, "C-4 01").note (1, "OFF").note (2, "--- .. 40");
    EXPECT_EQ (eventsOf (xm.score(), Kind::noteEnd).at (0).end, NoteEnd::release);
    EXPECT_NEAR (xm.at (1, 0).volume, 0, 1e-6);
    EXPECT_NEAR (xm.at (2, 0).volume, 1, 1e-6); // a volume brings it back
    xm.project.instruments.edit (xm.instrument).volumeEnvelope.isOn = true;
    EXPECT_NEAR (xm.at (1, 0).volume, 1, 1e-6);

    Song it (Dialect::it);
    it.note (0, "C-4 01").note (1, "OFF").note (2, "CUT");
    const auto ends = eventsOf (it.score(), Kind::noteEnd);
    ASSERT_EQ (ends.size(), 2u);
    EXPECT_EQ (ends[0].end, NoteEnd::release);
    EXPECT_EQ (ends[1].end, NoteEnd::cut);
    EXPECT_NEAR (it.at (1, 0).volume, 1, 1e-6);
}

TEST (RowPlayer, OnlyImpulseTrackerLetsNotesGoOnBehindTheNext)
{
    Song song (Dialect::it);
    song.project.instruments.edit (song.instrument).newNoteAction = NewNoteAction::letRing;
    song.note (0, "C-4 01").note (1, "D-4 01").note (2, "E-4 01").commands (3, "0S70").note (4, "F-4 01").commands (4, "0S73").note (5, "G-4 01");
    const auto ends = eventsOf (song.score(), Kind::noteEnd);
    ASSERT_EQ (ends.size(), 3u);
    EXPECT_NEAR (ends[1].time, 3 * row, 1e-9); // the notes behind, cut by S70
    EXPECT_NEAR (ends[2].time, 5 * row, 1e-9); // S73: this one is cut by the next
    song.project.clips.edit (song.clip).dialect = Dialect::xm;
    song.project.clips.edit (song.clip).effects.clear();
    EXPECT_EQ (eventsOf (song.score(), Kind::noteEnd).size(), 4u);
}

TEST (RowPlayer, AnInstrumentWithoutANoteRecallsItsVolume)
{
    Song song (Dialect::xm);
    song.note (0, "C-4 01 10").note (1, "--- 01");
    EXPECT_NEAR (song.at (0, 0).volume, 0.25, 1e-6);
    EXPECT_NEAR (song.at (1, 0).volume, 1, 1e-6);
    EXPECT_EQ (eventsOf (song.score(), Kind::noteStart).size(), 1u);
}

TEST (RowPlayer, VolumesOfTheSongAndOfTheChannelAreFadersOfTheirOwn)
{
    Song song (Dialect::it);
    song.project.unknown.emplace ("startVolume", 0.75);
    song.commands (0, "0M20").commands (1, "0V40").commands (2, "0W02");
    const auto score = song.score();
    const auto channel = eventsOf (score, Kind::trackVolume), global = eventsOf (score, Kind::songVolume);
    ASSERT_EQ (channel.size(), 1u);
    EXPECT_EQ (channel[0].volume, 0.5);
    ASSERT_GE (global.size(), 3u);
    EXPECT_EQ (global[0].volume, 0.75);
    EXPECT_EQ (global[1].volume, 0.5);
    EXPECT_EQ (global.back().volume, 54 / 128.0);
}

TEST (RowPlayer, FastTrackerGoesToAVolumeThatSlidesAndSetsOneThatIsSet)
{
    Song song (Dialect::xm);
    song.note (0, "C-4 01 20").commands (1, "0A80 0180").commands (2, "0C40");
    std::vector<double> glides;

    for (const auto& event : eventsOf (song.score(), Kind::noteShape))
        glides.push_back (event.glide);

    ASSERT_GE (glides.size(), 3u);
    EXPECT_EQ (glides[0], 0); // the pitch
    EXPECT_NEAR (glides[1], tick, 1e-9);
    EXPECT_EQ (glides.back(), 0);
}

TEST (RowPlayer, TremorSwitchesOnAndOff)
{
    Song song (Dialect::it);
    song.note (0, "C-4 01").commands (0, "0I21").commands (1, "0I00");
    std::string heard;

    for (int i = 0; i < 12; ++i)
        heard += song.at (0, i).volume > 0 ? '1' : '0';

    EXPECT_EQ (heard, "110110110110");
}

} // namespace athanor
