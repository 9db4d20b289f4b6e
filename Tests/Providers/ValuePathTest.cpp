// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/ValuePath.h"

#include "Formats/Json.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (ValuePath, endsWhereTheWayBreaksOff)
{
    const auto value = *parseJson (R"({"a":[{"b":"c"},7]})");
    EXPECT_EQ (textAt (value, "a/0/b"), "c");
    EXPECT_EQ (*valueAt (value, "a/1"), Value (7));
    EXPECT_EQ (listAt (value, "a").size(), 2u);

    for (const auto* path : { "a/2", "a/-1", "a/x", "a/0/b/c", "b", "a/1/0", "a/0x", "a/99999999999999999999" })
    {
        EXPECT_EQ (textAt (value, path), "") << path;
        EXPECT_TRUE (listAt (value, path).empty()) << path;
    }
}

} // namespace athanor
