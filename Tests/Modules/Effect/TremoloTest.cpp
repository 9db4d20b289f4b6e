// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Tremolo.h"

#include "Modules/Effect/Tones.h"

#include <algorithm>

namespace athanor
{

TEST (TremoloTest, swellsAsOftenAsItIsTold)
{
    Rig<dsp::Voices> rig ("effect.tremolo");
    rig.set ("depth", 1).set ("rate", 5).feed ("in", 1);
    const auto heard = rig.record ("out", 750);
    EXPECT_NEAR (amplitudeOf (heard, 5), 0.5, 0.01);
    EXPECT_LT (*std::ranges::min_element (heard), 0.01f);
    EXPECT_GT (*std::ranges::max_element (heard), 0.99f);
}

TEST (TremoloTest, keepsToTheBeatAndMovesTheSidesAgainstEachOther)
{
    Rig<dsp::Stereo> rig ("effect.tremolo");
    rig.set ("depth", 1).set ("sync", 9).set ("spread", 1).set ("shape", 2).feed ("in", 1);
    rig.record ("out", 10);

    // A quarter note lasts half a second on the bench: loud on the left for its first half.
    EXPECT_GT (rig.output ("out").last()[0], 0.99f);
    EXPECT_LT (rig.output ("out").last()[1], 0.01f);
    rig.record ("out", 188);
    EXPECT_LT (rig.output ("out").last()[0], 0.01f);
    EXPECT_GT (rig.output ("out").last()[1], 0.99f);
}

TEST (TremoloTest, aSquareDoesNotClick)
{
    Rig<dsp::Voices> rig ("effect.tremolo");
    rig.set ("depth", 1).set ("shape", 2).feed ("in", 1);
    const auto heard = rig.record ("out", 750);

    for (std::size_t i = 1; i < heard.size(); ++i)
        ASSERT_LT (std::abs (heard[i] - heard[i - 1]), 0.03f);
}

} // namespace athanor
