// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Id.h"

#include <gtest/gtest.h>

#include <bit>
#include <set>

namespace athanor
{

TEST (Id, isNeverGivenTwice)
{
    using ThingId = Id<struct ThingTag>;
    std::set<ThingId> ids;

    for (int i = 0; i < 10'000; ++i)
        EXPECT_TRUE (ids.insert (newId<ThingId>()).second);

    EXPECT_FALSE (ids.contains (ThingId {})) << "zero names nothing";
}

TEST (Id, survivesTheWayToTextAndBack)
{
    EXPECT_EQ (toHex (0x0123456789abcdefull), "0123456789abcdef");
    EXPECT_EQ (toHex (0), "0000000000000000");

    for (int i = 0; i < 1'000; ++i)
    {
        const auto bits = randomBits();
        EXPECT_EQ (fromHex (toHex (bits)), bits);
    }
}

TEST (Id, isReadFromSixteenLowerCaseDigitsAndNothingElse)
{
    for (const auto* text : { "", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0123456789abcdeg", " 123456789abcdef" })
        EXPECT_FALSE (fromHex (text)) << text;
}

TEST (Id, mixesEveryInputBitIntoHalfOfTheOutput)
{
    const auto before = mixBits (1, 2, 3);

    for (int bit = 0; bit < 64; ++bit)
    {
        const auto flip = std::uint64_t { 1 } << bit;

        for (const auto after : { mixBits (1 ^ flip, 2, 3), mixBits (1, 2 ^ flip, 3), mixBits (1, 2, 3 ^ flip) })
        {
            const auto changed = std::popcount (before ^ after);
            EXPECT_TRUE (changed > 10 && changed < 54) << "bit " << bit << " changes " << changed;
        }
    }
}

} // namespace athanor
