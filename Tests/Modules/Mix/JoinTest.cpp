// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Mix/Join.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (JoinTest, putsTogetherWhatASplitTookApart)
{
    Rig<dsp::Stereo> split ("mix.split"), sides ("mix.join"), middle ("mix.join");

    for (int frame = 0; frame < quantum; ++frame)
        split.input ("in")[frame] = dsp::makeStereo (static_cast<float> (frame), 5 - static_cast<float> (frame) * 2);

    split.input ("in").steady = split.input ("in").silent = false;
    split.run();
    sides.input ("left") = split.output ("left");
    sides.input ("right") = split.output ("right");
    middle.input ("mid") = split.output ("mid");
    middle.input ("side") = split.output ("side");
    sides.run();
    middle.run();

    for (int frame = 0; frame < quantum; ++frame)
        for (int lane = 0; lane < 2; ++lane)
        {
            EXPECT_EQ (sides.output ("out")[frame][lane], split.input ("in")[frame][lane]);
            EXPECT_EQ (middle.output ("out")[frame][lane], split.input ("in")[frame][lane]);
        }
}

} // namespace athanor
