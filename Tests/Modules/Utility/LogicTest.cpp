// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Utility/Logic.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (LogicTest, joinsGatesAsItSays)
{
    // For no gate, the first, the second, both.
    const std::array<std::array<float, 4>, 6> tables { { { 0, 0, 0, 1 }, { 0, 1, 1, 1 }, { 0, 1, 1, 0 }, { 1, 1, 1, 0 }, { 1, 0, 0, 0 }, { 0, 1, 0, 0 } } };

    for (std::size_t mode = 0; mode < tables.size(); ++mode)
        for (int gates = 0; gates < 4; ++gates)
        {
            Rig<dsp::Voices> rig ("utility.logic");
            rig.set ("mode", static_cast<float> (mode)).feed ("a", (gates & 1) != 0 ? 1.0f : 0.0f).feed ("b", (gates & 2) != 0 ? 1.0f : 0.0f);
            rig.run();
            EXPECT_EQ (rig.output ("out")[10][3], tables[mode][static_cast<std::size_t> (gates)]) << mode << ", " << gates;
        }
}

TEST (LogicTest, flipsWithEachOpening)
{
    Rig<dsp::Voices> rig ("utility.logic");
    rig.set ("mode", 1);
    float opened = 0;

    for (int i = 0; i < 8; ++i)
    {
        rig.feed ("a", i % 2 == 0 ? 1.0f : 0.0f);
        rig.run();
        opened = i % 2 == 0 ? 1 - opened : opened;
        EXPECT_EQ (rig.output ("flip").last()[0], opened);
    }
}

} // namespace athanor
