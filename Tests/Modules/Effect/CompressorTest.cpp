// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/Compressor.h"

#include "Modules/Rig.h"

namespace athanor
{

namespace
{
/** The level that comes out, in decibels, after one at this level has gone in for a second. */
float levelAfter (Rig<dsp::Stereo>& rig, float decibels)
{
    rig.feed ("in", dsp::decibelsToGain (decibels));
    rig.record ("out", 750);
    return dsp::gainToDecibels (rig.output ("out").last()[0]);
}
} // namespace

TEST (CompressorTest, followsItsCurve)
{
    Rig<dsp::Stereo> rig ("effect.compressor");
    rig.set ("threshold", -20).set ("ratio", 4).set ("knee", 0).set ("attack", 0.001f).set ("release", 0.01f);

    EXPECT_NEAR (levelAfter (rig, -30), -30, 0.05);
    EXPECT_NEAR (levelAfter (rig, -20), -20, 0.05);
    EXPECT_NEAR (levelAfter (rig, -8), -17, 0.05);
    EXPECT_NEAR (levelAfter (rig, 0), -15, 0.05);
    rig.set ("makeup", 6).set ("knee", 12);
    EXPECT_NEAR (levelAfter (rig, -20), -20 - 1.125 + 6, 0.05);
}

TEST (CompressorTest, setsInAndLetsGoInItsTimes)
{
    Rig<dsp::Stereo> rig ("effect.compressor");
    rig.set ("threshold", -20).set ("ratio", 20).set ("knee", 0).set ("attack", 0.02f).set ("release", 0.2f);
    rig.feed ("in", dsp::decibelsToGain (-40.0f));
    rig.record ("out", 100);

    // 20 dB over the threshold: 19 dB of reduction in the end, 63 % of them after the attack.
    rig.feed ("in", 1);
    const auto rising = rig.record ("out", 15);
    EXPECT_NEAR (dsp::gainToDecibels (rising[959]), -19 * 0.632, 0.1);
    rig.record ("out", 750);

    rig.feed ("in", dsp::decibelsToGain (-40.0f));
    const auto falling = rig.record ("out", 150);
    EXPECT_NEAR (dsp::gainToDecibels (falling[9'599]) + 40, -19 * 0.368, 0.1);
}

TEST (CompressorTest, ducksToAnotherSound)
{
    Rig<dsp::Stereo> rig ("effect.compressor");
    rig.set ("listen", 1).feed ("in", 0.1f);
    rig.record ("out", 100);
    EXPECT_EQ (rig.output ("out").last()[0], 0.1f);

    rig.feed ("sidechain", 1);
    rig.record ("out", 100);
    EXPECT_LT (rig.output ("out").last()[0], 0.03f);
    EXPECT_GT (rig.output ("reduction").last()[0], 0.7f);
}

TEST (CompressorTest, bothChannelsAreTurnedDownAlike)
{
    Rig<dsp::Stereo> rig ("effect.compressor");
    rig.input ("in").hold (dsp::Stereo (dsp::Stereo::Floats { 1.0f, 0.1f }));
    rig.record ("out", 500);
    EXPECT_NEAR (rig.output ("out").last()[0], 10 * rig.output ("out").last()[1], 1e-4);
}

} // namespace athanor
