// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Filter/Equaliser.h"

#include <gtest/gtest.h>

#include <cmath>

namespace athanor::dsp
{

TEST (EqualiserTest, theCurveHasItsGainsWhereTheMusicianPutThem)
{
    const auto decibels = [] (BandSettings band, double hertz) { return 20 * std::log10 (gainOf (band, hertz, 48'000)); };

    EXPECT_NEAR (decibels ({ BandKind::bell, 1'000, 9, 2 }, 1'000), 9, 1e-6);
    EXPECT_NEAR (decibels ({ BandKind::bell, 1'000, 9, 2 }, 30), 0, 0.1);
    EXPECT_NEAR (decibels ({ BandKind::lowShelf, 200, -12 }, 20), -12, 0.1);
    EXPECT_NEAR (decibels ({ BandKind::lowShelf, 200, -12 }, 200), -6, 1e-6);
    EXPECT_NEAR (decibels ({ BandKind::lowShelf, 200, -12 }, 5'000), 0, 0.1);
    EXPECT_NEAR (decibels ({ BandKind::highShelf, 3'000, 6 }, 22'000), 6, 0.1);
    EXPECT_NEAR (decibels ({ BandKind::highShelf, 3'000, 6 }, 3'000), 3, 1e-6);
    EXPECT_NEAR (decibels ({ BandKind::lowCut, 100 }, 100), -3.01, 0.01);
    EXPECT_NEAR (decibels ({ BandKind::lowCut, 100 }, 25), -24, 0.2);
    EXPECT_NEAR (decibels ({ BandKind::highCut, 2'000 }, 2'000), -3.01, 0.01);
}

} // namespace athanor::dsp
