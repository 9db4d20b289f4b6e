// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Hash.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Hash, isSha256)
{
    EXPECT_EQ (contentHash (""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ (contentHash ("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST (Hash, isKnownByItsForm)
{
    EXPECT_TRUE (isContentHash (contentHash ("abc")));
    EXPECT_FALSE (isContentHash ("abc"));
    EXPECT_FALSE (isContentHash (std::string (63, 'a') + "/"));
    EXPECT_FALSE (isContentHash (std::string (64, 'A')));
}

} // namespace athanor
