// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Envelope/Follower.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (Follower, risesAndFallsInItsTimes)
{
    Rig<dsp::Voices> rig ("env.follower");
    rig.set ("attack", 0.01f).set ("release", 0.1f).feed ("in", 0.8f);
    EXPECT_NEAR (rig.record ("out", 8)[480], 0.8 * (1 - std::exp (-1)), 0.002);
    EXPECT_NEAR (rig.record ("out", 100).back(), 0.8, 1e-4);
    rig.feed ("in", 0);
    EXPECT_NEAR (rig.record ("out", 80)[4'800], 0.8 * std::exp (-1), 0.002);
}

} // namespace athanor
