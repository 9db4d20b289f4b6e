// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/WorkTable.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
TimePoint at (int seconds) { return TimePoint (std::chrono::seconds (seconds)); }

struct WorkTableTest : testing::Test
{
    WorkTable open() { return *WorkTable::open (*Library::open (folder.path / "library.sqlite")); }

    TemporaryFolder folder;
    const StoredWork pad { "aa", 0, "patch1", "zip1", "Warm Pad", "pad", at (10) };
    const StoredWork bass { "bb", 0, "patch2", "zip2", "Deep", "bass", at (20) };
};
} // namespace

TEST_F (WorkTableTest, remembersWorksByTheirRequests)
{
    {
        auto table = open();
        ASSERT_TRUE (table.put (pad));
        ASSERT_TRUE (table.put (bass));
    }

    EXPECT_EQ (open().find ("aa"), pad);
    EXPECT_FALSE (open().find ("cc"));
    EXPECT_EQ (open().all(), (std::vector { bass, pad })) << "newest first";
    EXPECT_EQ (open().count(), 2);
    ASSERT_TRUE (open().forget ("aa"));
    EXPECT_EQ (open().count(), 1);
    EXPECT_FALSE (open().find ("aa"));
}

TEST_F (WorkTableTest, countsAWorkOnceHoweverManySleevesItHad)
{
    auto table = open();
    auto again = pad;
    again.version = 2;
    again.artifact = "zip3";
    again.made = at (30);
    ASSERT_TRUE (table.put (pad));
    ASSERT_TRUE (table.put (again));
    ASSERT_TRUE (table.put (bass));
    EXPECT_EQ (table.count(), 2);
    EXPECT_EQ (table.find ("aa"), again) << "the last one";
    EXPECT_EQ (table.all(), (std::vector { again, bass }));
    ASSERT_TRUE (table.forget ("aa"));
    EXPECT_EQ (table.all(), std::vector { bass });
}

TEST_F (WorkTableTest, puttingAgainTakesThePlaceOfWhatWasThere)
{
    auto table = open();
    auto other = pad;
    other.artifact = "zip9";
    ASSERT_TRUE (table.put (pad));
    ASSERT_TRUE (table.put (other));
    EXPECT_EQ (table.all(), std::vector { other });
}

} // namespace athanor
