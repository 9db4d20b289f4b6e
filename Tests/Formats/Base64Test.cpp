// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Base64.h"

#include "Support/Chance.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace athanor
{

namespace
{

std::string decoded (std::string_view text, std::size_t most = 1'000)
{
    std::string bytes (most, '?');
    bytes.resize (decodeBase64 (text, bytes));
    return bytes;
}

TEST (Base64Test, SaysWhatTheStandardSays)
{
    for (const auto& [plain, text] : { std::pair ("", ""), { "f", "Zg==" }, { "fo", "Zm8=" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg==" }, { "foobar", "Zm9vYmFy" } })
    {
        EXPECT_EQ (encodeBase64 (plain), text);
        EXPECT_EQ (decoded (text), plain);
    }
}

TEST (Base64Test, AnyBytesComeBack)
{
    auto random = chance (1);

    for (std::size_t length = 0; length < 300; ++length)
    {
        std::string bytes;

        for (std::size_t i = 0; i < length; ++i)
            bytes += static_cast<char> (random());

        EXPECT_EQ (decoded (encodeBase64 (bytes)), bytes);
    }
}

TEST (Base64Test, EndsAtWhatIsNoLetter)
{
    EXPECT_EQ (decoded ("Zm9v*mFy"), "foo");
    EXPECT_EQ (decoded ("Zm9vYm\xff\xff"), "foob");
    EXPECT_EQ (decoded ("Z"), "");
}

TEST (Base64Test, NeverWritesMoreThanThereIsRoomFor)
{
    for (std::size_t room = 0; room < 7; ++room)
        EXPECT_EQ (decoded ("Zm9vYmFy", room), std::string ("foobar").substr (0, room));
}

TEST (Base64Test, NumbersThatAreCutShortAreLeftOut)
{
    EXPECT_EQ (numbersOfBase64<std::int16_t> ("AQACAAM=", 10), (std::vector<std::int16_t> { 1, 2 }));
    EXPECT_EQ (numbersOfBase64<std::int16_t> ("AQACAAM=", 1), (std::vector<std::int16_t> { 1 }));
}

} // namespace

} // namespace athanor
