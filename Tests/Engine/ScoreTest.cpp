// SPDX-License-Identifier: GPL-3.0-or-later
// When things happen: lines, tempo, groove, clips of different lengths, and the way through the song.
#include "Engine/Score.h"

#include "Engine/Tracker/SongMaker.h"
#include "Support/Chance.h"
#include "Support/Dice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
using Kind = ScoreEvent::Kind;

/** A song of four slots, each of 16 lines with one note on its first line: C, D, E and F. */
struct FourSlots : SongMaker
{
    FourSlots()
    {
        addTrack();

        for (const auto* key : { "C-4", "D-4", "E-4", "F-4" })
        {
            clips.push_back (addClip (16));
            slots.push_back (addSlot ({ clips.back() }));
            note (clips.back(), 0, key);
        }
    }

    std::vector<double> pitches() const
    {
        std::vector<double> found;

        for (const auto& event : eventsOf (score(), Kind::noteStart))
            found.push_back (event.pitch);

        return found;
    }

    std::vector<ClipId> clips;
    std::vector<SlotId> slots;
};
} // namespace

TEST (Score, AnEmptyProjectIsASilentScoreWithALineAndATempo)
{
    const auto score = makeScore ({});
    EXPECT_TRUE (score.events.empty());
    EXPECT_EQ (score.lines.size(), 1u);
    ASSERT_EQ (score.tempo.size(), 1u);
    EXPECT_EQ (score.tempo[0].beatsPerMinute, 120);
    EXPECT_EQ (score.length, 0);
    EXPECT_FALSE (score.restart);
}

TEST (Score, ALineLastsItsShareOfABeatExactly)
{
    OneTrack song;
    song.note (0, "C-4").note (3, "D-4").note (15, "E-4");
    const auto score = song.score();
    EXPECT_EQ (timesOf (score, Kind::noteStart), (std::vector<double> { 0, 3 * 0.125, 15 * 0.125 }));
    EXPECT_EQ (score.length, 2);
}

TEST (Score, TheDelayColumnCounts256thsOfALine)
{
    OneTrack song;
    song.note (1, "C-4 .. .. .. 80").note (2, "C-4 .. .. .. 40");
    EXPECT_EQ (timesOf (song.score(), Kind::noteStart), (std::vector<double> { 0.1875, 0.28125 }));
}

TEST (Score, AHundredMinutesOfOddTempoDoNotDrift)
{
    OneTrack song (1024);
    song.project.tempo.put (Ticks (0), { 123.457, {} });
    song.note (1023, "C-4");

    for (int copies = 0; copies < 19; ++copies)
        song.addSlot ({ song.clip });

    const auto starts = timesOf (song.score(), Kind::noteStart);
    ASSERT_EQ (starts.size(), 20u);
    EXPECT_NEAR (starts.back(), (19 * 1024 + 1023) / 4.0 * 60 / 123.457, 1e-9);
}

TEST (Score, TheTempoMapIsFollowedInsideALine)
{
    OneTrack song;
    song.project.tempo.put (Ticks (0), { 60, {} });
    song.project.tempo.put (Ticks (ticksPerBeat * 9 / 8), { 120, {} });
    song.note (8, "C-4");
    EXPECT_DOUBLE_EQ (timesOf (song.score(), Kind::noteStart).at (0), 1.125 + 0.875 / 2);
}

TEST (Score, ATempoCommandHoldsUntilTheNext)
{
    OneTrack song;
    song.commands (4, "ZT3C").note (8, "C-4");
    const auto score = song.score();
    EXPECT_DOUBLE_EQ (timesOf (score, Kind::noteStart).at (0), 0.5 + 1);
    EXPECT_DOUBLE_EQ (score.length, 0.5 + 3);
    ASSERT_EQ (score.tempo.size(), 2u);
    EXPECT_EQ (score.tempo[1].beatsPerMinute, 60);
    EXPECT_EQ (score.ticksAt (1.5), beats (2));
    EXPECT_DOUBLE_EQ (score.timeAt (beats (3)), 2.5);
    EXPECT_EQ (score.tempoAt (0.49), 120);
}

TEST (Score, ClipsOfDifferentLengthGoRoundInsideTheirPattern)
{
    SongMaker song;
    const auto first = song.addTrack(), second = song.addTrack();
    const auto sixteen = song.addClip (16), three = song.addClip (3);
    song.addSlot ({ sixteen, three });
    song.note (sixteen, 0, "C-4").note (three, 0, "E-4");
    std::vector<double> times;

    for (const auto& event : eventsOf (song.score(), Kind::noteStart))
        if (event.track == second)
            times.push_back (event.time / 0.125);

    EXPECT_EQ (times, (std::vector<double> { 0, 3, 6, 9, 12, 15 }));
    EXPECT_NE (first, second);
}

TEST (Score, EachClipHasItsOwnLinesPerBeat)
{
    OneTrack song;
    song.project.clips.edit (song.clip).linesPerBeat = 3;
    song.note (1, "C-4").note (11, "D-4");
    const auto times = timesOf (song.score(), Kind::noteStart);
    ASSERT_EQ (times.size(), 2u);
    EXPECT_NEAR (times[0], 0.5 / 3, 1e-12);
    EXPECT_NEAR (times[1], 5.5 / 3, 1e-12);
}

TEST (Score, GrooveDelaysTheSecondSixteenthAndLeavesTheBeat)
{
    OneTrack song;
    song.project.clips.edit (song.clip).groove = 2.0 / 3;
    song.note (1, "C-4").note (2, "C-4").note (3, "C-4").note (4, "C-4");
    const auto times = timesOf (song.score(), Kind::noteStart);
    ASSERT_EQ (times.size(), 4u);
    EXPECT_NEAR (times[0], 0.5 / 3, 1e-8); // a triplet
    EXPECT_EQ (times[1], 0.25);
    EXPECT_NEAR (times[2], 0.25 + 0.5 / 3, 1e-8);
    EXPECT_EQ (times[3], 0.5);
}

TEST (Score, SlotsPlayInTheirOrder)
{
    FourSlots song;
    song.project.sequence.edit (song.slots[0]).order = 2.5;
    EXPECT_EQ (song.pitches(), (std::vector<double> { 62, 64, 60, 65 }));
}

TEST (Score, ABreakGoesToALineOfTheNextSlot)
{
    FourSlots song;
    song.commands (song.clips[0], 3, "ZB04").note (song.clips[1], 4, "A-4");
    const auto starts = eventsOf (song.score(), Kind::noteStart);
    ASSERT_GE (starts.size(), 2u);
    EXPECT_EQ (starts[1].pitch, 69);
    EXPECT_EQ (starts[1].time, 0.5);
}

TEST (Score, AJumpGoesToASlotAndComingBackEndsTheSong)
{
    FourSlots song;
    song.commands (song.clips[2], 15, "ZJ01");
    const auto score = song.score();
    EXPECT_EQ (song.pitches(), (std::vector<double> { 60, 62, 64 }));
    EXPECT_EQ (score.length, 6);
    EXPECT_EQ (score.restart, 2);
}

TEST (Score, ASongWithoutAJumpStartsAgainOnlyWhenAsked)
{
    FourSlots song;
    EXPECT_FALSE (song.score().restart);
    song.options.loops = true;
    EXPECT_EQ (song.score().restart, 0);
}

TEST (Score, OnePatternPlaysAloneWithTheTempoItHasInTheSong)
{
    FourSlots song;
    song.commands (song.clips[0], 8, "ZT3C 0L5A");
    song.options.onlySlot = song.slots[2];
    song.options.loops = true;
    const auto score = song.score();
    EXPECT_EQ (song.pitches(), std::vector<double> { 64 });
    EXPECT_EQ (score.length, 4);
    EXPECT_EQ (score.tempo.front().beatsPerMinute, 60);
    EXPECT_EQ (score.restart, 0);
    EXPECT_EQ (score.lines.front().slot, song.slots[2]);
    const auto volumes = eventsOf (score, Kind::trackVolume);
    ASSERT_EQ (volumes.size(), 1u);
    EXPECT_EQ (volumes[0].time, 0);
    EXPECT_EQ (volumes[0].volume, 0.5);
}

TEST (Score, APatternThatIsInNoSlotPlaysAloneToo)
{
    FourSlots song;
    song.options.onlyPattern = PatternId { 999 };
    song.project.patterns.put ({ 999 }, *song.project.patterns.find (song.project.sequence.find (song.slots[1])->pattern));
    EXPECT_EQ (song.pitches(), std::vector<double> { 62 });
    song.project.sequence.clear();
    EXPECT_EQ (song.pitches(), std::vector<double> { 62 });
    EXPECT_TRUE (song.score().restart == std::nullopt);
}

TEST (Score, AWaitingPatternWaitsWithAllItsTracks)
{
    SongMaker song;
    song.addTrack();
    song.addTrack();
    const auto left = song.addClip (16), right = song.addClip (16);
    song.addSlot ({ left, right });
    song.commands (left, 4, "ZD02").note (left, 4, "C-4").note (right, 4, "D-4").note (right, 5, "E-4");
    const auto score = song.score();
    EXPECT_EQ (timesOf (score, Kind::noteStart), (std::vector<double> { 0.5, 0.5, 0.875 }));
    EXPECT_EQ (score.length, 2.25);
}

TEST (Score, ALoopInsideAPatternPlaysAsOftenMore)
{
    OneTrack song (8);
    song.commands (2, "K000").commands (3, "K102").note (2, "C-4").note (4, "D-4");
    const auto score = song.score();
    EXPECT_EQ (timesOf (score, Kind::noteStart), (std::vector<double> { 0.25, 0.5, 0.75, 1 }));
    EXPECT_EQ (score.length, 1.5);
}

TEST (Score, LinesPerBeatChangeForTheRestOfThePattern)
{
    OneTrack song (16);
    song.commands (4, "ZL08").note (4, "C-4").note (8, "D-4");
    EXPECT_EQ (timesOf (song.score(), Kind::noteStart).at (1), 0.75);
}

TEST (Score, LinesTellWhereTheSongIs)
{
    FourSlots song;
    const auto score = song.score();
    ASSERT_EQ (score.lines.size(), 64u);
    const auto& line = score.lineAt (2.3);
    EXPECT_EQ (line.slot, song.slots[1]);
    EXPECT_EQ (line.inPattern, Ticks (ticksPerBeat / 2));
    EXPECT_EQ (line.inSong, Ticks (ticksPerBeat * 9 / 2));
    EXPECT_EQ (line.time, 2.25);
}

TEST (Score, AutomationFollowsItsClipAndHoldsInBetween)
{
    OneTrack song;
    auto& lane = song.project.clips.edit (song.clip).automation.edit ("/track/volume");
    lane.points.put (Ticks (0), { 0, false, {} });
    lane.points.put (beats (2), { 1, false, {} });
    song.addSlot ({ song.addClip (16) });
    song.addSlot ({ song.clip });
    const auto score = song.score();
    ASSERT_EQ (score.curves.size(), 1u);
    EXPECT_EQ (score.curves[0].track, song.track);
    std::vector<std::pair<double, double>> points;

    for (const auto& point : score.curves[0].points)
        points.emplace_back (point.time, point.value);

    EXPECT_EQ (points, (std::vector<std::pair<double, double>> { { 0, 0 }, { 1, 1 }, { 2, 1 }, { 4, 0 }, { 5, 1 }, { 6, 1 } }));
}

TEST (Score, EventsComeInTime)
{
    FourSlots song;
    song.commands (song.clips[1], 0, "0U40 0V4F").commands (song.clips[1], 1, "0R22");
    const auto score = song.score();
    ASSERT_FALSE (score.events.empty());

    for (std::size_t i = 1; i < score.events.size(); ++i)
        EXPECT_LE (score.events[i - 1].time, score.events[i].time);
}

TEST (Score, ASongThatJumpsForEverEnds)
{
    FourSlots song;

    for (int slot = 0; slot < 4; ++slot)
        song.commands (song.clips[static_cast<std::size_t> (slot)], 0, "ZJ0" + std::to_string ((slot + 3) % 4) + " ZB0" + std::to_string (slot));

    EXPECT_LT (song.score().length, 600);
}

TEST (Score, WhateverStandsInTheClipsIsReadInOrderAndToAnEnd)
{
    constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view groups = "00000000ZZKMS";

    for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t> (rounds (150)); ++seed)
    {
        Dice dice (seed);
        SongMaker song;
        song.addInstrument (NewNoteAction::letRing);
        song.addTrack();
        song.addTrack();
        std::vector<ClipId> clips;

        for (int i = 0; i < 4; ++i)
        {
            const auto dialect = static_cast<Dialect> (dice.below (5));
            clips.push_back (song.addClip (dice.between (1, 20), dialect));
            auto& clip = song.project.clips.edit (clips.back());
            clip.linesPerBeat = dice.between (1, 12);
            clip.groove = dice.oneIn (3) ? 0.7 : 0;

            for (int line = 0; line < clip.lines; ++line)
            {
                if (dice.oneIn (2))
                    clip.notes.put ({ line, dice.below (2) }, { static_cast<std::uint8_t> (dice.below (124)), { 1 + dice.bits() % 3 }, static_cast<std::uint8_t> (dice.below (256)), static_cast<std::uint8_t> (dice.below (256)), static_cast<std::uint8_t> (dice.below (256)), static_cast<std::uint8_t> (dice.oneIn (2) ? 0 : dice.between ('+', 'z')) });

                for (int column = 0; column < 2; ++column)
                    clip.effects.put ({ line, column }, { dice.oneOf (groups), dice.oneOf (letters), static_cast<std::uint8_t> (dice.below (256)) });
            }
        }

        for (int slot = 0; slot < 5; ++slot)
            song.addSlot ({ dice.oneOf (clips), dice.oneOf (clips) });

        const auto score = song.score();
        EXPECT_TRUE (std::is_sorted (score.events.begin(), score.events.end(), [] (const auto& a, const auto& b) { return a.time < b.time; })) << seed;
        EXPECT_LE (score.length, 25 * 60 * 60) << seed;
        EXPECT_TRUE (std::all_of (score.events.begin(), score.events.end(), [&] (const auto& e) { return std::isfinite (e.pitch + e.volume + e.panning + e.time + e.glide) && e.note < score.noteCount; })) << seed;
    }
}

} // namespace athanor
