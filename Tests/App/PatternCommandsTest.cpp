// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/PatternCommands.h"

#include <gtest/gtest.h>

#include <set>

namespace athanor
{

TEST (PatternCommands, areExplainedOnceAndInWholeSentences)
{
    for (const auto dialect : { Dialect::athanor, Dialect::mod, Dialect::s3m, Dialect::xm, Dialect::it })
    {
        std::set<std::string_view> codes;

        for (const auto& command : commandsOf (dialect))
        {
            EXPECT_EQ (command.code.size(), 2u) << command.code;
            EXPECT_TRUE (command.doc.ends_with ('.')) << command.code;
            EXPECT_TRUE (codes.insert (command.code).second) << command.code;
        }
    }
}

TEST (PatternCommands, areReadInTheirOwnDialect)
{
    const Effect effect { '0', 'A', 0x0f };

    EXPECT_TRUE (explain (Dialect::athanor, effect).starts_with ("0A0F  Arpeggio"));
    EXPECT_NE (explain (Dialect::athanor, effect), explain (Dialect::xm, effect));
    EXPECT_NE (explain (Dialect::xm, effect), explain (Dialect::it, effect));
}

TEST (PatternCommands, includeEveryMacro)
{
    for (const char letter : { '1', '8' })
    {
        EXPECT_NE (findCommand (Dialect::athanor, { 'M', letter, 0 }), nullptr);
        EXPECT_NE (findCommand (Dialect::athanor, { 'S', letter, 0 }), nullptr);
    }

    EXPECT_EQ (findCommand (Dialect::athanor, { 'M', '9', 0 }), nullptr);
}

TEST (PatternCommands, admitWhatTheyDoNotKnow)
{
    EXPECT_TRUE (explain (Dialect::athanor, { 'Q', 'Q', 1 }).ends_with ("it is kept as it is."));
}

} // namespace athanor
