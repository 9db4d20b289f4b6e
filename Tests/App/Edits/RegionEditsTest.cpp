// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/RegionEdits.h"

#include "App/Edits/TrackEdits.h"
#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
/** An audio track with a recording of four seconds; at 120 beats a minute the pattern of four beats lasts two. */
struct RegionEditsTest : testing::Test
{
    RegionEditsTest()
    {
        small.project.assets.put ("hash", { "loop.wav", 48'000, 2, 192'000, {} });
        track = addTrack (small.project, TrackKind::audio, small.right);
        place = { small.pattern, track, addRegion (small.project, small.pattern, track, "hash", beats (1)) };
    }

    Project& project() { return small.project; }

    const Region& region() const { return *regionAt (small.project, place); }

    SmallProject small;
    TrackId track;
    RegionPlace place;
};
} // namespace

TEST_F (RegionEditsTest, aRecordingPlaysToItsEnd)
{
    EXPECT_EQ (region().at, beats (1));
    EXPECT_DOUBLE_EQ (lengthOf (project(), region()), 4);
    EXPECT_EQ (placeOf (project(), place.region), place);
}

TEST_F (RegionEditsTest, onlyAudioTracksTakeRecordings)
{
    EXPECT_FALSE (addRegion (project(), small.pattern, small.left, "hash", {}));
    EXPECT_FALSE (moveRegion (project(), place, small.pattern, small.left, {}));
    EXPECT_EQ (region().at, beats (1));
}

TEST_F (RegionEditsTest, secondsFollowTheTempo)
{
    project().tempo.edit (Ticks()).beatsPerMinute = 120;
    project().tempo.edit (beats (2)).beatsPerMinute = 60;
    EXPECT_DOUBLE_EQ (secondsBetween (project(), Ticks(), beats (4)), 3);
    EXPECT_DOUBLE_EQ (secondsBetween (project(), beats (4), Ticks()), -3);
    EXPECT_EQ (afterSeconds (project(), Ticks(), 3), beats (4));
    EXPECT_EQ (afterSeconds (project(), beats (4), -1), beats (3));
}

TEST_F (RegionEditsTest, trimmingTheStartLeavesTheSoundWhereItIs)
{
    trimStart (project(), place, 0.5, {});
    EXPECT_EQ (region().at, beats (2));
    EXPECT_DOUBLE_EQ (region().start, 0.5);
    EXPECT_DOUBLE_EQ (lengthOf (project(), region()), 3.5);
    trimStart (project(), place, -2, {});
    EXPECT_DOUBLE_EQ (region().start, 0) << "there is nothing before the recording";
    EXPECT_EQ (region().at, beats (1));
}

TEST_F (RegionEditsTest, theEndGoesNoFurtherThanTheRecording)
{
    trimEnd (project(), place, -3);
    EXPECT_DOUBLE_EQ (lengthOf (project(), region()), 1);
    trimEnd (project(), place, 10);
    EXPECT_DOUBLE_EQ (lengthOf (project(), region()), 4);
}

TEST_F (RegionEditsTest, aSplitPlaysOnWhereItWasCut)
{
    setFades (project(), place, 0.1, 0.2);
    const auto second = splitRegion (project(), place, beats (3), {});
    ASSERT_TRUE (second);
    const auto& after = *regionAt (project(), { small.pattern, track, second });
    EXPECT_DOUBLE_EQ (lengthOf (project(), region()), 1);
    EXPECT_EQ (after.at, beats (3));
    EXPECT_DOUBLE_EQ (after.start, 1);
    EXPECT_DOUBLE_EQ (lengthOf (project(), after), 3);
    EXPECT_DOUBLE_EQ (region().fadeOut, 0);
    EXPECT_DOUBLE_EQ (after.fadeOut, 0.2);
    EXPECT_FALSE (splitRegion (project(), place, beats (1), {})) << "there is nothing before its start";
}

TEST_F (RegionEditsTest, fadesShareTheLength)
{
    setFades (project(), place, 3, 3);
    EXPECT_DOUBLE_EQ (region().fadeIn, 3);
    EXPECT_DOUBLE_EQ (region().fadeOut, 1);
}

TEST_F (RegionEditsTest, aCopyIsARegionOfItsOwn)
{
    const auto copy = copyRegion (project(), place, small.pattern, track, beats (3));
    setRegionGain (project(), place, 50);
    EXPECT_EQ (region().gain, 24);
    EXPECT_EQ (regionAt (project(), { small.pattern, track, copy })->gain, 0);
    removeRegion (project(), place);
    EXPECT_EQ (regionAt (project(), place), nullptr);
    EXPECT_EQ (placeOf (project(), place.region), std::nullopt);
}

} // namespace athanor
