// SPDX-License-Identifier: GPL-3.0-or-later
// Where the recordings of audio tracks lie in the song.
#include "Engine/PlayScore.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
/** Two patterns of four beats, two seconds each, played one after the other; the first has a recording on an audio track. */
struct PlayScoreTest : testing::Test
{
    PlayScoreTest()
    {
        project.assets.put ("long", { "long.wav", 48'000, 1, 48'000 * 10, {} });
        project.assets.put ("short", { "short.wav", 48'000, 1, 24'000, {} });
        project.tracks.edit (track).kind = TrackKind::audio;

        for (int i = 0; i < 2; ++i)
        {
            project.patterns.edit (patterns[i]).length = beats (4);
            project.patterns.edit (patterns[i]).clips.put (track, clips[i]);
            project.clips.edit (clips[i]).lines = 16;
            project.sequence.edit ({ static_cast<std::uint64_t> (i + 1) }) = { patterns[i], static_cast<double> (i), "", {} };
        }
    }

    Region& add (int pattern, std::uint64_t id, const std::string& sound, Ticks at)
    {
        auto& region = project.clips.edit (clips[pattern]).regions.edit ({ id });
        region.sound = sound;
        region.at = at;
        return region;
    }

    std::vector<AudioRegion> regions() const { return makePlayScore (project, {}, 1'000)->regions; }

    Project project;
    const TrackId track { 7 };
    const PatternId patterns[2] { { 11 }, { 12 } };
    const ClipId clips[2] { { 21 }, { 22 } };
};
} // namespace

TEST_F (PlayScoreTest, aRecordingBeginsWhereItStandsAndEndsWithItself)
{
    add (0, 1, "short", beats (1));
    const auto found = regions();
    ASSERT_EQ (found.size(), 1u);
    EXPECT_EQ (found[0].start, 500);
    EXPECT_EQ (found[0].end, 1'000);
}

TEST_F (PlayScoreTest, aLongRecordingPlaysOnIntoTheNextPattern)
{
    add (0, 1, "long", {});
    EXPECT_EQ (regions().at (0).end, 4'000) << "as far as the song";
}

TEST_F (PlayScoreTest, theNextRecordingOfATrackEndsTheOneBefore)
{
    add (0, 1, "long", {});
    add (1, 2, "short", beats (2));
    const auto found = regions();
    ASSERT_EQ (found.size(), 2u);
    EXPECT_EQ (found[0].end, 3'000);
    EXPECT_EQ (found[1].start, 3'000);
}

TEST_F (PlayScoreTest, trimmingGainAndFadesAreTakenOver)
{
    auto& region = add (0, 1, "long", {});
    region.start = 0.25;
    region.length = 1;
    region.gain = 20;
    region.fadeIn = 0.1;
    region.fadeOut = 0.2;
    const auto found = regions();
    ASSERT_EQ (found.size(), 1u);
    EXPECT_EQ (found[0].end, 1'000);
    EXPECT_EQ (found[0].from, 0.25);
    EXPECT_NEAR (found[0].gain, 10, 1.0e-5);
    EXPECT_EQ (found[0].fadeIn, 100);
    EXPECT_EQ (found[0].fadeOut, 200);
}

} // namespace athanor
