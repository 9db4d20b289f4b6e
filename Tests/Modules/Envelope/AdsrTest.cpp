// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Envelope/Adsr.h"

#include "Modules/Rig.h"

#include <functional>

namespace athanor
{

namespace
{
int framesUntil (Rig<dsp::Voices>& rig, const std::function<bool (float)>& isThere)
{
    for (int frames = 0; frames < 100'000; frames += quantum)
    {
        rig.run();

        for (int frame = 0; frame < quantum; ++frame)
            if (isThere (rig.output ("out")[frame][4]))
                return frames + frame + 1;
    }

    return -1;
}
} // namespace

TEST (Adsr, takesItsTimes)
{
    for (const double rate : { 44'100.0, 96'000.0 })
    {
        Rig<dsp::Voices> rig ("env.adsr", rate);
        rig.set ("attack", 0.05f).set ("decay", 0.2f).set ("sustain", 0.0f).set ("release", 0.1f).startNote (60);
        EXPECT_NEAR (framesUntil (rig, [] (float x) { return x >= 1; }) / rate, 0.05, 0.0005);
        rig.endNoteStart();
        EXPECT_NEAR (framesUntil (rig, [] (float x) { return x <= 0.001f; }) / rate, 0.2, 0.003);
    }
}

TEST (Adsr, releasesInItsTimeAndIsThenSilent)
{
    Rig<dsp::Voices> rig ("env.adsr");
    rig.set ("attack", 0).set ("decay", 0.01f).set ("sustain", 1).set ("release", 0.1f).startNote (60);
    rig.run();
    rig.endNoteStart();
    rig.record ("out", 200);
    EXPECT_TRUE (rig.output ("out").steady) << "a note that is held stands still";
    EXPECT_EQ (rig.output ("out").last()[0], 1.0f);
    rig.stopNote();
    EXPECT_NEAR (framesUntil (rig, [] (float x) { return x <= 0.001f; }) / 48'000.0, 0.1, 0.0015);
    rig.record ("out", 60);
    EXPECT_TRUE (rig.output ("out").silent);
}

TEST (Adsr, startsAgainWithoutAJump)
{
    Rig<dsp::Voices> rig ("env.adsr");
    rig.set ("attack", 0.02f).set ("decay", 0.1f).set ("sustain", 0.4f).startNote (60);
    rig.run();
    rig.endNoteStart();
    rig.record ("out", 60);
    float before = rig.output ("out").last()[2];
    rig.startNote (62, 30);

    for (const float x : rig.record ("out", 1, 2))
    {
        EXPECT_LT (std::abs (x - before), 0.01f);
        before = x;
    }

    EXPECT_GT (before, 0.41f) << "it rises";
}

TEST (Adsr, isOnFromTheVeryFrameOfTheNote)
{
    Rig<dsp::Voices> rig ("env.adsr");
    rig.set ("attack", 0).startNote (60, 37);
    rig.run();
    EXPECT_EQ (rig.output ("out")[36][1], 0.0f);
    EXPECT_EQ (rig.output ("out")[37][1], 1.0f);
}

} // namespace athanor
