// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/TimbreSpace.h"

#include "Media/MadeSounds.h"

#include <gtest/gtest.h>

namespace athanor
{

using namespace madesounds;

TEST (TimbreSpace, whatIsAlikeIsNear)
{
    const std::vector all { ofSine (200), ofSine (220), timbreOf (sound (Noise { 1 })), ofSine (3'000), timbreOf (sound (Noise { 7 })) };
    const TimbreSpace space (all);
    EXPECT_EQ (space.nearestTo (all[0])[0], 0u);
    EXPECT_EQ (space.nearestTo (all[0])[1], 1u);
    EXPECT_EQ (space.nearestTo (all[2])[1], 4u);
    EXPECT_EQ (space.distance (all[0], all[0]), 0);
    EXPECT_DOUBLE_EQ (space.distance (all[0], all[3]), space.distance (all[3], all[0]));
    EXPECT_LT (space.distance (all[0], all[1]), space.distance (all[0], all[3]));
}

TEST (TimbreSpace, anOddSoundDoesNotMakeAllOthersAlike)
{
    Timbre odd;
    odd.brightness = 20'000;
    odd.movement = 1'000;
    std::vector<Timbre> plain;

    for (int i = 0; i < 9; ++i)
        plain.push_back (ofSine (200 + 100 * i));

    auto withOdd = plain;
    withOdd.push_back (odd);
    EXPECT_GT (TimbreSpace (withOdd).distance (plain[0], plain[8]), 0.8 * TimbreSpace (plain).distance (plain[0], plain[8]));
}

TEST (TimbreSpace, anEmptyCollectionHasNoNeighbours) { EXPECT_TRUE (TimbreSpace ({}).nearestTo (Timbre()).empty()); }

} // namespace athanor
