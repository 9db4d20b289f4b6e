// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/Rules.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Rules, findTheTempoThatLastsSoManyBeats)
{
    const auto expect = [] (double beats, int tempo, int sync) {
        const auto found = tempoFor (beats);
        EXPECT_EQ (found.tempo, tempo) << beats;
        EXPECT_EQ (found.sync, sync) << beats;
    };

    expect (4, 6, 1);
    expect (1, 8, 1);
    expect (0.5, 9, 1);
    expect (0.75, 9, 2);
    expect (1.0 / 3, 9, 3);
    expect (64, 2, 1);
}

TEST (Rules, whatIsExcludedIsGoneWhateverTheSoundWas)
{
    for (std::size_t i = 0; i < choiceNames<SoundFeature>.size(); ++i)
    {
        const auto feature = static_cast<SoundFeature> (i);
        SoundIntent with, without;
        with.features = { feature };
        without.exclusions = { feature };
        PatchHand hand { PatchSpec() };
        addFeatures (hand, with);
        removeExclusions (hand, without);
        const auto left = featuresOf (hand.patch());
        const auto cannotBe = feature == SoundFeature::mono || feature == SoundFeature::poly;
        EXPECT_FALSE (left.contains (feature) && ! cannotBe) << nameOf (feature);
        EXPECT_TRUE (faultsOf (hand.patch()).empty()) << nameOf (feature);
    }
}

TEST (Rules, whatIsAskedForIsThere)
{
    using enum SoundFeature;

    for (const auto feature : { saw, square, pulse, sine, triangle, wavetable, fm, sync, ring, lowpass, highpass, bandpass, comb, formant, reverb, delay, chorus, flanger, phaser, distortion, bitcrush, compressor, equalizer, vibrato, tremolo, glide, unison, sub, noise, mono, poly })
    {
        SoundIntent intent;
        intent.features = { feature };
        PatchHand hand { PatchSpec() };
        hand.set (Control::polyphony, feature == poly ? 1 : 8, { "", {} });
        addFeatures (hand, intent);
        EXPECT_TRUE (featuresOf (hand.patch()).contains (feature)) << nameOf (feature);
    }
}

TEST (Rules, aTailIsBoundThoughItWasToStay)
{
    PatchSpec patch;
    patch.values[Control::env_1_release] = 2.3f;
    patch.values[Control::delay_feedback] = 0.99f;
    patch.values[Control::reverb_decay_time] = 6;
    PatchHand hand (patch, { SoundPart::everything });
    boundTail (hand);
    EXPECT_LT (hand.patch().values.scaled (Control::env_1_release), 4);
    EXPECT_LT (hand.patch().values.scaled (Control::reverb_decay_time), 4);
    EXPECT_LT (hand[Control::delay_feedback], 0.9f);
}

TEST (Rules, echoesFromSideToSideTakeTwiceTheWayAndAreBoundMore)
{
    const auto bound = [] (int style) {
        PatchSpec patch;
        patch.values[Control::delay_style] = static_cast<float> (style);
        patch.values[Control::delay_feedback] = 0.99f;
        PatchHand hand (patch);
        boundTail (hand);
        return hand[Control::delay_feedback];
    };
    EXPECT_NEAR (bound (2), bound (1) * bound (1), 1e-3);
    EXPECT_EQ (bound (3), bound (2));
}

TEST (Rules, aWordOfThePromptIsFoundByWhatItMeans)
{
    SoundIntent intent;
    intent.trace = { { 0, 4, "dark: brightness -0.6" }, { 5, 8, "pad: category pad" } };
    EXPECT_EQ (causeOf (intent, "brightness"), "dark");
    EXPECT_EQ (causeOf (intent, "pad"), "pad");
    EXPECT_EQ (causeOf (intent, "reverb"), "");
}

} // namespace athanor
