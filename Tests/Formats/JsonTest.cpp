// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Json.h"

#include "Support/RandomProject.h"

#include <gtest/gtest.h>

#include <limits>

namespace athanor
{

TEST (Json, bringsEveryValueBack)
{
    for (std::uint64_t seed = 0; seed < 2'000; ++seed)
    {
        Dice dice (seed);
        const auto value = random::value (dice, 5);

        for (const auto layout : { JsonLayout::lines, JsonLayout::oneLine })
        {
            const auto text = formatJson (value, layout);
            const auto back = parseJson (text);
            ASSERT_TRUE (back) << text;
            ASSERT_EQ (*back, value) << text;
        }
    }
}

TEST (Json, keepsWholeAndRealNumbersApart)
{
    EXPECT_EQ (formatJson (2.0, JsonLayout::oneLine), "2.0");
    EXPECT_EQ (formatJson (2, JsonLayout::oneLine), "2");
    EXPECT_EQ (formatJson (1e300, JsonLayout::oneLine), "1e+300");
    EXPECT_EQ (*parseJson ("2.0"), Value (2.0));
    EXPECT_EQ (*parseJson ("2"), Value (2));
    EXPECT_EQ (*parseJson ("9223372036854775807"), Value (std::numeric_limits<std::int64_t>::max()));
}

TEST (Json, isOneEntryToALineWithSortedNames)
{
    const Value value = Value::Parts { { "b", 1 }, { "a", Value::List { "x", 0.5 } }, { "c", Value::Parts() } };
    EXPECT_EQ (formatJson (value), "{\n \"a\": [\n  \"x\",\n  0.5\n ],\n \"b\": 1,\n \"c\": {}\n}\n");
    EXPECT_EQ (formatJson (value, JsonLayout::oneLine), R"({"a":["x",0.5],"b":1,"c":{}})");
}

TEST (Json, writesOnlyValidText)
{
    EXPECT_EQ (formatJson (std::string ("a\xff\x01"), JsonLayout::oneLine), "\"a\xef\xbf\xbd\\u0001\"");
    EXPECT_EQ (formatJson (std::numeric_limits<double>::quiet_NaN(), JsonLayout::oneLine), "null");
}

TEST (Json, refusesWhatIsDamagedTooDeepOrTooLarge)
{
    for (const auto* text : { "", "{", "[1,]", "{\"a\":}", "nul", "1e999", "\"\xff\"", "[] []" })
        EXPECT_FALSE (parseJson (text)) << text;

    const auto nested = [] (int depth) { return std::string (static_cast<std::size_t> (depth), '[') + std::string (static_cast<std::size_t> (depth), ']'); };
    EXPECT_TRUE (parseJson (nested (deepestJson)));
    EXPECT_FALSE (parseJson (nested (deepestJson + 1)));
    EXPECT_FALSE (parseJson (nested (1'000'000)));
}

} // namespace athanor
