// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Text.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Text, knowsUtf8)
{
    EXPECT_TRUE (isUtf8 ("späte Glocke 音 🎛"));

    for (const auto* wrong : { "\xff", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf0\x9f\x8e", "a\x80", "\xc3" })
        EXPECT_FALSE (isUtf8 (wrong));
}

TEST (Text, isMadeValidByteByByte)
{
    EXPECT_EQ (validUtf8 ("a\xffz\xc3"), "a\xef\xbf\xbdz\xef\xbf\xbd");
    EXPECT_EQ (validUtf8 ("bleibt 音"), "bleibt 音");
}

TEST (Text, comesFromOldMachines)
{
    EXPECT_EQ (utf8FromLatin1 ("sp\xe4t\x01"), "spät ");
    EXPECT_EQ (utf8FromDos ("sp\x84t\xdb"), "spät█");
}

TEST (Text, changesCaseOfPlainLettersAndOfNothingElse)
{
    EXPECT_EQ (inLowerCase ("AZ az [@`{ 09 \xc3\x84 \xff"), "az az [@`{ 09 \xc3\x84 \xff");
    EXPECT_EQ (inCapitals ("AZ az [@`{ 09 \xc3\xa4 \xff"), "AZ AZ [@`{ 09 \xc3\xa4 \xff");
    EXPECT_EQ (capitalised ("warm PAD"), "Warm PAD");
    EXPECT_EQ (capitalised ("\xc3\xa4"), "\xc3\xa4");
    EXPECT_EQ (capitalised (""), "");
}

TEST (Text, isCutBetweenCharacters)
{
    EXPECT_EQ (shortened ("aä", 2), "a");
    EXPECT_EQ (shortened ("aä", 3), "aä");
    EXPECT_EQ (trimmed ("  a b\n"), "a b");
    EXPECT_EQ (trimmedPart ("\t a b \r\n"), "a b");
    EXPECT_TRUE (trimmedPart (" \n ").empty());
}

} // namespace athanor
