// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/Folded.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Folded, lettersLoseTheirAccentsAndTheirSize)
{
    EXPECT_EQ (folded ("ÉTÉ"), "ete");
    EXPECT_EQ (folded ("Größe Straße Æther Œuvre"), "grosse strasse aether oeuvre");
    EXPECT_EQ (folded ("Łódź Čeština İstanbul Ørsted ÿ"), "lodz cestina istanbul orsted y");
    EXPECT_EQ (folded ("e\xcc\x81te\xcc\x81"), "ete") << "an accent on its own";
    EXPECT_EQ (folded ("Việt"), "viet");
}

TEST (Folded, otherAlphabetsAreComparedLikewise)
{
    EXPECT_EQ (folded ("ΉΧΟΣ"), folded ("ήχος"));
    EXPECT_EQ (folded ("ЁЛКА Й"), folded ("елка и"));
    EXPECT_EQ (folded ("日本"), "日本");
}

TEST (Folded, whatSeparatesWordsIsASpace)
{
    EXPECT_EQ (folded ("Music_Box-2\t!"), "music box 2 !");
    EXPECT_EQ (foldedWords ("  Music-Box   É "), (std::vector<std::string> { "music", "box", "e" }));
    EXPECT_TRUE (foldedWords (" - ").empty());
}

TEST (Folded, bytesThatAreNoTextDoNotDisturb) { EXPECT_EQ (folded ("a\xff"
                                                                   "B\xc3"),
                                                           "a\xef\xbf\xbd"
                                                           "b\xef\xbf\xbd"); }

} // namespace athanor
