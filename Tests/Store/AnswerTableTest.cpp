// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/AnswerTable.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct AnswerTableTest : testing::Test
{
    AnswerTable open (AnswerTable::Limits limits = { 100, 1'000 }) { return *AnswerTable::open (*Library::open (folder.path / "library.sqlite"), limits); }

    TemporaryFolder folder;
};
} // namespace

TEST_F (AnswerTableTest, remembersWhatWasAnswered)
{
    {
        auto table = open();
        EXPECT_EQ (table.find ("a"), std::nullopt);
        ASSERT_TRUE (table.put ("a", "first"));
        ASSERT_TRUE (table.put ("a", "second"));
    }

    auto table = open();
    EXPECT_EQ (table.find ("a"), "second");
    ASSERT_TRUE (table.forgetAll());
    EXPECT_EQ (table.find ("a"), std::nullopt);
}

TEST_F (AnswerTableTest, forgetsWhatWasNotAskedForLongest)
{
    auto table = open ({ 3, 1'000 });

    for (const auto* question : { "a", "b", "c" })
        ASSERT_TRUE (table.put (question, question));

    EXPECT_EQ (table.find ("a"), "a");
    ASSERT_TRUE (table.put ("d", "d"));
    EXPECT_EQ (table.find ("b"), std::nullopt);

    for (const auto* question : { "a", "c", "d" })
        EXPECT_EQ (table.find (question), question);
}

TEST_F (AnswerTableTest, holdsNoMoreThanItMay)
{
    auto table = open ({ 100, 10 });
    ASSERT_TRUE (table.put ("a", "aaaa"));
    ASSERT_TRUE (table.put ("b", "bbbb"));
    ASSERT_TRUE (table.put ("c", "ccc"));
    EXPECT_EQ (table.find ("a"), std::nullopt);
    EXPECT_EQ (table.find ("b"), "bbbb");
    EXPECT_EQ (table.find ("c"), "ccc");

    ASSERT_TRUE (table.put ("d", std::string (11, 'd'))) << "what is too large is just not kept";
    EXPECT_EQ (table.find ("d"), std::nullopt);
    EXPECT_EQ (table.find ("b"), "bbbb");
}

} // namespace athanor
