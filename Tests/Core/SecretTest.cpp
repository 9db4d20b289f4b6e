// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Secret.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Secret, isReadByWhoAsksForIt)
{
    Secret secret ("sk-1234567890");
    auto copy = secret;
    const auto moved = std::move (secret);
    EXPECT_EQ (moved.reveal(), "sk-1234567890");
    copy = Secret ("another");
    EXPECT_EQ (copy.reveal(), "another");
    EXPECT_EQ (moved.reveal(), "sk-1234567890");
    EXPECT_TRUE (Secret().isEmpty());
}

TEST (Secret, leavesNothingInATextThatIsWiped)
{
    std::string text = "sk-1234567890 that is longer than what a string keeps in itself";
    const auto* place = text.data();
    const auto size = text.size();
    wipe (text);
    EXPECT_TRUE (text.empty());
    EXPECT_EQ (std::string (place, size), std::string (size, '\0')) << "the memory is still the string's";
}

TEST (Secret, isTakenOutOfWhatIsSaid)
{
    const Secret key ("sk-proj-abcdefghijklmnop");
    EXPECT_EQ (withoutSecret ("Incorrect API key: sk-proj-abcdefghijklmnop.", key), "Incorrect API key: [key].");
    EXPECT_EQ (withoutSecret ("sk-proj-ab********mnop", key), "[key]********mnop") << "servers hide only the middle";
    EXPECT_EQ (withoutSecret ("the sk-proj- prefix", key), "the [key] prefix");
    EXPECT_EQ (withoutSecret ("nothing to see", key), "nothing to see");
    EXPECT_EQ (withoutSecret ("a word", Secret()), "a word");
    EXPECT_EQ (withoutSecret ("it is abc!", Secret ("abc")), "it is [key]!");
    EXPECT_EQ (withoutSecret ("", key), "");
}

} // namespace athanor
