// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Envelope/Decay.h"

#include "Modules/Rig.h"

namespace athanor
{

TEST (Decay, fallsInItsTimeAndEndsInSilence)
{
    Rig<dsp::Voices> rig ("env.decay");
    rig.set ("attack", 0).set ("decay", 0.1f).startNote (60, 10);
    const auto first = rig.record ("out", 1);
    EXPECT_EQ (first[9], 0);
    EXPECT_EQ (first[10], 1);
    rig.endNoteStart();
    rig.stopNote();
    const auto rest = rig.record ("out", 80);
    EXPECT_NEAR (rest[4'800 - 53], 0.001, 0.0001);
    rig.record ("out", 100);
    EXPECT_TRUE (rig.output ("out").silent);
}

TEST (Decay, softerStrikesAreLowerWhereTouchSaysSo)
{
    Rig<dsp::Voices> rig ("env.decay");
    rig.set ("attack", 0).set ("touch", 1).startNote (60).feed ("velocity", 0.25f);
    rig.run();
    EXPECT_NEAR (rig.output ("out")[0][3], 0.25f, 1e-6);
}

TEST (Decay, struckAgainItGoesOnFromWhereItIs)
{
    Rig<dsp::Voices> rig ("env.decay");
    rig.set ("attack", 0.01f).set ("decay", 1).startNote (60);
    rig.run();
    rig.endNoteStart();
    const auto before = rig.record ("out", 40).back();
    rig.startNote (60);
    rig.run();
    EXPECT_NEAR (rig.output ("out")[0][0], before, 0.01);
    EXPECT_GT (rig.output ("out").last()[0], before);
}

} // namespace athanor
