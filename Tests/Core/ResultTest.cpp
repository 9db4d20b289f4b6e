// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Result.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
Result<std::string> open (bool exists)
{
    if (! exists)
        return Failure { "The song is not there any more.", "ENOENT" };

    return std::string ("song");
}
} // namespace

TEST (Result, holdsTheValueWhenAllWentWell)
{
    const auto opened = open (true);

    ASSERT_TRUE (opened);
    EXPECT_EQ (*opened, "song");
    EXPECT_EQ (opened->size(), 4u);
}

TEST (Result, saysWhyThereIsNone)
{
    const auto opened = open (false);

    ASSERT_FALSE (opened);
    EXPECT_EQ (opened.failure().message, "The song is not there any more.");
    EXPECT_EQ (opened.failure().detail, "ENOENT");
}

TEST (ResultDeathTest, stopsWhoeverReadsAValueThatIsNotThere)
{
    GTEST_FLAG_SET (death_test_style, "threadsafe");
    EXPECT_DEATH (static_cast<void> (*open (false)), "Assertion");
}

} // namespace athanor
