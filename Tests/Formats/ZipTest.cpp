// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Zip.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
const ZipReading all { [] (std::string_view) { return true; }, {}, { "Damaged.", "" }, { "Large.", "" }, { "Full.", "" } };
} // namespace

TEST (Zip, keepsItsOrderAndNoTime)
{
    const auto bytes = zipped ({ { "b.txt", "first" }, { "a.png", std::string_view ("stored as it is") } });
    ASSERT_TRUE (bytes);
    EXPECT_EQ (*bytes, *zipped ({ { "b.txt", "first" }, { "a.png", "stored as it is" } }));
    EXPECT_LT (bytes->find ("b.txt"), bytes->find ("a.png"));
    EXPECT_NE (bytes->find ("stored as it is"), bytes->npos) << "a picture is packed already";
    EXPECT_EQ (*unzipped (*bytes, all), (std::map<std::string, std::string> { { "a.png", "stored as it is" }, { "b.txt", "first" } }));
    EXPECT_TRUE (hasFile (*bytes, "a.png"));
    EXPECT_FALSE (hasFile (*bytes, "A.png"));
    EXPECT_FALSE (hasFile ("no zip", "a.png"));
}

TEST (Zip, isReadWithinItsLimits)
{
    const auto bytes = *zipped ({ { "a", "12345" }, { "b", "12345" } });
    auto reading = all;
    reading.limits = { 9, 10 };
    EXPECT_EQ (unzipped (bytes, reading).failure().message, "Large.");
    reading.limits = { 10, 1 };
    EXPECT_EQ (unzipped (bytes, reading).failure().message, "Large.");
    reading.limits = { 10, 2 };
    EXPECT_TRUE (unzipped (bytes, reading));
    reading.isWanted = [] (std::string_view name) { return name == "b"; };
    reading.limits = { 5, 2 };
    EXPECT_EQ (unzipped (bytes, reading)->size(), 1u) << "what nobody wants does not count";
}

TEST (Zip, isRefusedWhenItIsDamaged)
{
    auto bytes = *zipped ({ { "a.png", "12345" } });
    bytes[bytes.find ("12345")] = 'x';
    EXPECT_EQ (unzipped (bytes, all).failure().message, "Damaged.");

    // Two files of one name: which of them counted would be anybody's guess.
    auto twice = *zipped ({ { "a", "1" }, { "b", "2" } });

    for (auto at = twice.find ("b", 0); at != twice.npos; at = twice.find ("b", at + 1))
        twice[at] = 'a';

    EXPECT_FALSE (unzipped (twice, all));
}

} // namespace athanor
