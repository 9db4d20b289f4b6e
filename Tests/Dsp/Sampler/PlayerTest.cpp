// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Sampler/Player.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace athanor::dsp
{

namespace
{
using Loop = PlayRegion::Loop;

/** A recording whose frames are their own numbers. */
Sound counting (int frames)
{
    Sound sound;

    for (int i = 0; i < frames; ++i)
        sound.samples.push_back (static_cast<float> (i));

    return sound;
}

std::vector<float> play (Player& player, const Sound& sound, Interpolation kind, double speed, int count)
{
    std::vector<float> left (static_cast<std::size_t> (count)), right (left);
    const auto step = Player::toStep (speed);
    player.render (sound, kind, &step, 0, count, { left.data(), right.data(), 1 });
    return left;
}

std::vector<float> play (const Sound& sound, PlayRegion region, Interpolation kind, double speed, int count, bool isBackward = false)
{
    Player player;
    player.start (region.within (static_cast<std::int64_t> (sound.frames())), isBackward ? static_cast<double> (region.end) : static_cast<double> (region.start), isBackward);
    return play (player, sound, kind, speed, count);
}

const std::vector<Interpolation> allKinds { Interpolation::none, Interpolation::linear, Interpolation::cubic };
} // namespace

TEST (Player, playsEachFrameAsItIsAtItsOwnSpeed)
{
    for (const auto kind : allKinds)
        EXPECT_EQ (play (counting (6), { 0, 6 }, kind, 1, 8), (std::vector<float> { 0, 1, 2, 3, 4, 5, 0, 0 }));
}

TEST (Player, endsExactlyAtItsEnd)
{
    Player player;
    player.start (PlayRegion { 2, 5 }, 2, false);
    EXPECT_EQ (play (player, counting (9), Interpolation::none, 1, 3), (std::vector<float> { 2, 3, 4 }));
    EXPECT_FALSE (player.isPlaying());
}

TEST (Player, goesRoundItsLoopsAsTheirNamesSay)
{
    for (const auto kind : allKinds)
    {
        const auto sound = counting (8);
        EXPECT_EQ (play (sound, { 0, 8, 2, 5, Loop::forward }, kind, 1, 11), (std::vector<float> { 0, 1, 2, 3, 4, 2, 3, 4, 2, 3, 4 }));
        EXPECT_EQ (play (sound, { 0, 8, 2, 5, Loop::pingPong }, kind, 1, 12), (std::vector<float> { 0, 1, 2, 3, 4, 4, 3, 2, 2, 3, 4, 4 }));
        EXPECT_EQ (play (sound, { 0, 8, 2, 5, Loop::backward }, kind, 1, 11), (std::vector<float> { 0, 1, 2, 3, 4, 4, 3, 2, 4, 3, 2 }));
        EXPECT_EQ (play (sound, { 0, 8, 2, 5, Loop::off }, kind, 1, 10, true), (std::vector<float> { 7, 6, 5, 4, 3, 2, 1, 0, 0, 0 }));
        EXPECT_EQ (play (sound, { 0, 8, 2, 5, Loop::forward }, kind, 1, 9, true), (std::vector<float> { 7, 6, 5, 4, 3, 2, 4, 3, 2 }));
    }
}

TEST (Player, keepsToTheBeatOfItsLoopAtAnySpeed)
{
    // 32 frames at 32/100: the hundredth frame is the first again, a million frames later as well.
    const auto heard = play (counting (32), { 0, 32, 0, 32, Loop::forward }, Interpolation::none, 0.32, 1'000'000);

    for (std::size_t i = 0; i < heard.size(); i += 100)
        ASSERT_NEAR (std::remainder (static_cast<double> (heard[i]), 32), 0, 1.01) << i;

    const auto whole = play (counting (32), { 0, 32, 0, 32, Loop::forward }, Interpolation::none, 3, 960'000);
    EXPECT_EQ (whole[0], whole[959'968]);
    EXPECT_EQ (whole[959'999], static_cast<float> (959'999LL * 3 % 32));
}

TEST (Player, aLoopOfASineHasNoSeam)
{
    Sound sound;

    for (int i = 0; i < 64; ++i)
        sound.samples.push_back (static_cast<float> (std::sin (2 * std::numbers::pi * i / 64)));

    const double speed = 0.7310585;
    const auto heard = play (sound, { 0, 64, 0, 64, Loop::forward }, Interpolation::cubic, speed, 5'000);

    // The first lap has no frame before it, so it is compared from the second on.
    for (int i = 100; i < 5'000; ++i)
        ASSERT_NEAR (heard[static_cast<std::size_t> (i)], std::sin (2 * std::numbers::pi * i * speed / 64), 3e-4) << i;
}

TEST (Player, interpolatesAlongTheWayAndNotAlongTheRecording)
{
    // Between the last frame of the loop (4) and its first (2) lies 3, and nothing of the 5 that follows in the recording.
    const auto heard = play (counting (8), { 0, 8, 2, 5, Loop::forward }, Interpolation::linear, 0.5, 12);
    EXPECT_EQ (heard[8], 4);
    EXPECT_EQ (heard[9], 3);
    EXPECT_EQ (heard[10], 2);
}

TEST (Player, survivesLoopsOfOneFrameAndStepsFarLongerThanTheLoop)
{
    for (const auto loop : { Loop::forward, Loop::pingPong, Loop::backward })
        for (const double speed : { 0.01, 1.0, 255.9 })
            for (const float x : play (counting (4), { 0, 4, 2, 3, loop }, Interpolation::cubic, speed, 2'000))
                ASSERT_TRUE (std::isfinite (x) && std::abs (x) < 8);
}

TEST (Player, leavesALoopThatIsTakenAwayAndPlaysOn)
{
    const auto sound = counting (8);
    Player player;
    player.start (PlayRegion { 0, 8, 2, 5, Loop::forward }, 0, false);
    EXPECT_EQ (play (player, sound, Interpolation::none, 1, 7), (std::vector<float> { 0, 1, 2, 3, 4, 2, 3 }));
    player.change (PlayRegion { 0, 8, 2, 5, Loop::off });
    EXPECT_EQ (play (player, sound, Interpolation::none, 1, 5), (std::vector<float> { 4, 5, 6, 7, 0 }));
}

TEST (Player, mendsBoundsThatMakeNoSense)
{
    const auto region = PlayRegion { -5, 900, 700, 100, Loop::forward }.within (50);
    EXPECT_EQ (region.start, 0);
    EXPECT_EQ (region.end, 50);
    EXPECT_EQ (region.loop, Loop::off);
    EXPECT_EQ ((PlayRegion { 0, 10, 5, 5, Loop::pingPong }.within (10).loop), Loop::off);
}

} // namespace athanor::dsp
