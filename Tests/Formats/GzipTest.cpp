// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Gzip.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Gzip, bringsBytesBack)
{
    for (const auto& bytes : { std::string(), std::string ("a"), std::string (1'000'000, 'x') })
    {
        const auto packed = gzip (bytes);
        EXPECT_TRUE (isGzip (packed));
        EXPECT_EQ (packed.substr (4, 4), std::string (4, '\0')) << "no time";
        EXPECT_EQ (*gunzip (packed, 1'000'000), bytes);
    }
}

TEST (Gzip, refusesWhatIsDamagedOrTooLong)
{
    const auto packed = gzip (std::string (100'000, 'x'));
    EXPECT_FALSE (gunzip (packed, 99'999));
    EXPECT_FALSE (gunzip (packed + "x", 100'000));
    EXPECT_FALSE (gunzip ("", 100));
    EXPECT_FALSE (gunzip ("no gzip", 100));

    for (std::size_t length = 1; length < packed.size(); ++length)
        EXPECT_FALSE (gunzip (packed.substr (0, length), 1'000'000));
}

} // namespace athanor
