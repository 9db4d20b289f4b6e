// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Units.h"

#include <gtest/gtest.h>

#include <concepts>
#include <type_traits>

namespace athanor
{

namespace
{
template <typename A, typename B>
concept Adds = requires (A a, B b)
{
    a + b;
};

static_assert (Adds<Frames, Frames>);
static_assert (! Adds<Frames, Ticks>, "kinds of number do not mix");
static_assert (! std::is_convertible_v<int, Frames>, "no bare number becomes a quantity");
static_assert (! std::is_convertible_v<Frames, std::int64_t>, "no quantity becomes a bare number");
} // namespace

TEST (Units, addSubtractScaleAndCompareWithinTheirKind)
{
    auto position = Frames (40) + Frames (2);
    position -= Frames (12);
    position += Frames (1) * 3;

    EXPECT_EQ (position, Frames (33));
    EXPECT_LT (Frames (32), position);
}

TEST (Units, divideABeatIntoWholeTicksForEveryGridATrackerKnows)
{
    for (const auto lines : { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 24, 32 })
        EXPECT_EQ (ticksPerBeat % (lines * 256), 0) << lines << " lines to the beat";
}

} // namespace athanor
