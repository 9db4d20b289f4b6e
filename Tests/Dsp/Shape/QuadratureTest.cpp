// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Shape/Quadrature.h"

#include <gtest/gtest.h>

namespace athanor::dsp
{

TEST (QuadratureTest, theSecondIsAQuarterTurnBehindTheFirst)
{
    for (const double hertz : { 30.0, 100.0, 1'000.0, 9'000.0, 20'000.0 })
    {
        Quadrature<Stereo> pair;
        pair.prepare (48'000);
        double lowest = 10, highest = 0, turned = 0;
        double beforeFirst = 0, beforeSecond = 0;

        for (int i = 0; i < 48'000; ++i)
        {
            const auto x = pair.tick (Stereo (static_cast<float> (std::cos (2 * std::numbers::pi * hertz * i / 48'000))));
            const auto first = static_cast<double> (x.first[0]), second = static_cast<double> (x.second[0]);

            if (i > 24'000)
            {
                lowest = std::min (lowest, std::hypot (first, second));
                highest = std::max (highest, std::hypot (first, second));
                turned += std::atan2 (beforeFirst * second - beforeSecond * first, beforeFirst * first + beforeSecond * second);
            }

            beforeFirst = first;
            beforeSecond = second;
        }

        // On a circle of radius one, and round it as often as the tone swings.
        EXPECT_NEAR (lowest, 1, 0.002) << hertz;
        EXPECT_NEAR (highest, 1, 0.002) << hertz;
        EXPECT_NEAR (turned / (2 * std::numbers::pi * 0.5), hertz, 0.001 * hertz + 0.1) << hertz;
    }
}

} // namespace athanor::dsp
