// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Voice/VoiceOut.h"

#include "Modules/Rig.h"

namespace athanor
{

namespace
{
/** What the speakers get of a steady one. */
std::pair<float, float> placed (float panning, float law, std::string_view input = "in", float velocity = 1)
{
    Rig<dsp::Voices> rig ("voice.out");
    rig.set ("level", 0).set ("law", law).feed (input, 1).feed ("panning", panning).feed ("velocity", velocity).feed ("volume", 1);
    rig.run();
    return { rig.output ("leftOut")[9][7], rig.output ("rightOut")[9][7] };
}
} // namespace

TEST (VoiceOut, equalPowerPanningIsEquallyLoudEverywhere)
{
    for (float panning = -1; panning <= 1; panning += 0.125f)
    {
        const auto [left, right] = placed (panning, 0);
        EXPECT_NEAR (left * left + right * right, 1, 1e-5) << panning;
    }

    EXPECT_NEAR (placed (-1, 0).second, 0, 1e-6);
    EXPECT_NEAR (placed (0, 0).first, placed (0, 0).second, 1e-6);
}

TEST (VoiceOut, linearPanningIsThatOfTheTrackers)
{
    EXPECT_EQ (placed (0, 1), (std::pair (0.5f, 0.5f)));
    EXPECT_EQ (placed (1, 1), (std::pair (0.0f, 1.0f)));
    EXPECT_EQ (placed (-0.5f, 1), (std::pair (0.75f, 0.25f)));
}

TEST (VoiceOut, panningTurnsOneSideOfAStereoSoundDown)
{
    EXPECT_EQ (placed (0, 0, "left"), (std::pair (1.0f, 0.0f)));
    EXPECT_EQ (placed (0.5f, 0, "left"), (std::pair (0.5f, 0.0f)));
    EXPECT_EQ (placed (0.5f, 0, "right"), (std::pair (0.0f, 1.0f)));
}

TEST (VoiceOut, aSoftlyStruckNoteIsSofter)
{
    EXPECT_NEAR (placed (0, 1, "in", 0.5f).first, 0.125, 1e-5);
}

} // namespace athanor
