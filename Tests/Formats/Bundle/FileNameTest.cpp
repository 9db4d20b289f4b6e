// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Bundle/FileName.h"

#include "Core/Text.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (FileName, leavesAGoodNameAsItIs)
{
    for (const auto* name : { "Warm Pad", "Übung № 5 (Live 11).adg", "日本語", "a.b.c", "rock'n'roll & more", "preview.flac" })
        EXPECT_EQ (safeFileName (name), name);
}

TEST (FileName, takesOutWhatASystemDoesNotTake)
{
    EXPECT_EQ (safeFileName ("a/b\\c:d*e?f\"g<h>i|j"), "a-b-c-d-e-f-g-h-i-j");
    EXPECT_EQ (safeFileName ("../../etc/passwd"), "-..-etc-passwd");
    EXPECT_EQ (safeFileName (" .hidden. . "), "hidden");
    EXPECT_EQ (safeFileName ("tab\there\n"), "tab here");
    EXPECT_EQ (safeFileName ("abc\xe2\x80\xae"
                             "cod.exe"),
               "abccod.exe")
        << "no mark that turns what is read";

    for (const auto* name : { "CON", "con.txt", "Aux", "NUL", "com1", "LPT9.adg" })
        EXPECT_EQ (safeFileName (name), std::string ("_") + name);

    EXPECT_EQ (safeFileName ("CONSOLE"), "CONSOLE");

    for (const auto* name : { "", ".", "..", " ", "\x01\x02", "...." })
        EXPECT_EQ (safeFileName (name), "Patch");
}

TEST (FileName, isShortValidAndSafeAgain)
{
    std::string every;

    for (int c = 0; c < 256; ++c)
        every += static_cast<char> (c);

    for (const auto& name : { every, std::string (500, 'x'), "ä" + std::string (79, 'y'), std::string (79, 'y') + "ä", std::string (78, 'y') + " .ä", std::string ("\xff\xfe") })
    {
        const auto safe = safeFileName (name);
        EXPECT_LE (safe.size(), 81u);
        EXPECT_TRUE (isUtf8 (safe));
        EXPECT_EQ (safeFileName (safe), safe);
    }
}

} // namespace athanor
