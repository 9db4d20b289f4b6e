// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Bitcrush.h"

#include "Modules/Effect/Tones.h"

namespace athanor
{

TEST (BitcrushTest, leavesAsManyStepsAsItsBitsAllow)
{
    Rig<dsp::Stereo> rig ("effect.bitcrush");
    rig.set ("bits", 3).set ("rate", 48'000);

    for (const auto x : playTone (rig, 441))
        ASSERT_EQ (x * 4, std::round (x * 4));
}

TEST (BitcrushTest, takesAsManySamplesASecondAsItIsTold)
{
    Rig<dsp::Stereo> rig ("effect.bitcrush");
    rig.set ("bits", 16).set ("rate", 11'025);
    const auto heard = playTone (rig, 397);
    int changes = 0;

    for (std::size_t i = 1; i < heard.size(); ++i)
        changes += std::abs (heard[i] - heard[i - 1]) > 1e-6f ? 1 : 0;

    EXPECT_NEAR (changes, 11'025, 60);
}

} // namespace athanor
