// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Utility/Maths.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (MathsTest, reckonsAsItSays)
{
    Rig<dsp::Voices> rig ("utility.maths");
    rig.feed ("a", 7).feed ("b", 3).set ("plus", -1);
    const std::array<float, 10> results { 9, 5, 14, 3.5f, 2, 7, 4.5f, 5, 1, 49 };

    for (std::size_t i = 0; i < results.size(); ++i)
    {
        rig.set ("operation", static_cast<float> (i));
        rig.run();
        EXPECT_NEAR (rig.output ("out")[5][5], results[i], 1e-4f * results[i]) << i;
    }
}

TEST (MathsTest, dividesByNothingWithoutBecomingInfinite)
{
    Rig<dsp::Voices> rig ("utility.maths");
    rig.feed ("a", -5).set ("operation", 3);
    rig.run();
    EXPECT_EQ (rig.output ("out")[0][0], -1e6f);
}

} // namespace athanor
