// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Motion/LateSlots.h"

#include <gtest/gtest.h>

namespace athanor::synth
{

namespace
{
constexpr int slot = 5;

Lanes numbered (float first)
{
    Lanes lanes (0.0f);

    for (int i = 0; i < 8; ++i)
        lanes.set (i, first + static_cast<float> (i));

    return lanes;
}

PairOrder order (std::initializer_list<int> pairs)
{
    PairOrder made;

    for (const int pair : pairs)
        made.append (pair);

    return made;
}
} // namespace

TEST (LateSlotsTest, APairHearsThePairBeforeIt)
{
    LateSlots late;
    late.begin (slot, Lanes (-1.0f));
    const auto heard = late.exchange (slot, numbered (10), order ({ 1, 0 }));

    for (int lane = 0; lane < 4; ++lane)
    {
        EXPECT_EQ (heard[4 + lane], -1) << "the first of a block hears what was left";
        EXPECT_EQ (heard[lane], 14 + static_cast<float> (lane)) << "the second hears the first";
    }

    EXPECT_EQ (late.exchange (slot, numbered (20), order ({ 0 }))[1], 11) << "the next group hears the last pair";
}

TEST (LateSlotsTest, ABlockBeginsWithTheNewestVoiceOfTheOneBefore)
{
    LateSlots late;
    late.exchange (slot, numbered (10), order ({ 0 }));
    late.keepVoice (1);
    const auto heard = late.exchange (slot, numbered (20), order ({ 0 }));
    EXPECT_EQ (heard[0], 12);
    EXPECT_EQ (heard[1], 13);
    EXPECT_EQ (heard[2], 12);
    EXPECT_EQ (heard[3], 13);
}

} // namespace athanor::synth
