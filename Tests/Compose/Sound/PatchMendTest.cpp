// SPDX-License-Identifier: GPL-3.0-or-later
// Mending with ears that say what they are told to say.
#include "Compose/Sound/PatchMend.h"

#include "Patch/EffectOrder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
/** Hears the same whatever is played, but for the volume, which it knows. */
Ear earOf (PhraseLevel atZero)
{
    Ear ear;
    ear.play = [atZero] (const PatchSpec& patch, SoundCategory) {
        const auto volume = std::sqrt (static_cast<double> (patch.values[Control::volume])) - 80;
        return PhraseLevel { atZero.loudness + volume, atZero.peak + volume, atZero.offset + volume };
    };
    return ear;
}

PatchSpec patchWith (patch::EffectOrder order)
{
    PatchSpec made;
    made.values[Control::effect_chain_order] = static_cast<float> (patch::codeOf (order));
    return made;
}

std::ptrdiff_t placeOf (const PatchHand& hand, patch::Effect effect)
{
    const auto order = patch::effectOrderOf (hand.patch().values.choice (Control::effect_chain_order));
    return std::ranges::find (order, effect) - order.begin();
}

using enum patch::Effect;
constexpr patch::EffectOrder equaliserFirst { equaliser, filter, compressor, chorus, distortion, delay, flanger, phaser, reverb };
} // namespace

TEST (PatchMend, whatIsTooSoftIsTurnedUpAndWhatWouldClipIsNot)
{
    PatchHand soft ({}), loud ({});
    EXPECT_FALSE (mendLevel (soft, {}, earOf ({ -22, -12, -100 })));
    EXPECT_NEAR (std::sqrt (soft[Control::volume]) - 80, 4, 1e-3);
    EXPECT_FALSE (mendLevel (loud, {}, earOf ({ -19, -1, -100 })));
    EXPECT_NEAR (std::sqrt (loud[Control::volume]) - 80, -1, 1e-3);
}

TEST (PatchMend, anOffsetIsTakenAwayBehindTheDistortionThatMadeIt)
{
    auto patch = patchWith (equaliserFirst);
    patch.values[Control::distortion_on] = 1;
    PatchHand hand (patch);
    EXPECT_TRUE (mendLevel (hand, {}, earOf ({ -18, -10, -40 })));
    EXPECT_TRUE (hand.patch().values.isOn (Control::eq_on));
    EXPECT_EQ (hand[Control::eq_low_mode], 1);
    EXPECT_GT (placeOf (hand, equaliser), placeOf (hand, distortion));
    EXPECT_LT (placeOf (hand, filter), placeOf (hand, distortion)) << "nothing else needs to move";
}

TEST (PatchMend, aLowShelfThatIsNeededStaysAndTheFilterAmongTheEffectsTakesTheOffsetAway)
{
    auto patch = patchWith (equaliserFirst);
    patch.values[Control::distortion_on] = patch.values[Control::eq_on] = 1;
    patch.values[Control::eq_low_gain] = 6;
    PatchHand hand (patch);
    mendLevel (hand, {}, earOf ({ -18, -10, -40 }));
    EXPECT_EQ (hand[Control::eq_low_mode], 0);
    EXPECT_TRUE (hand.patch().values.isOn (Control::filter_fx_on));
    EXPECT_GT (placeOf (hand, filter), placeOf (hand, distortion));
}

TEST (PatchMend, withoutADistortionNoEffectChangesItsPlace)
{
    PatchHand hand (patchWith (equaliserFirst));
    mendLevel (hand, {}, earOf ({ -18, -10, -40 }));
    EXPECT_EQ (placeOf (hand, equaliser), 0);
}

TEST (PatchMend, whatCannotBeBroughtIntoTuneIsCalmedOnce)
{
    PatchSpec patch;
    patch.values[Control::osc_1_unison_detune] = 4;
    Ear ear;
    ear.listen = [] (std::span<const PatchSpec> patches) {
        std::vector<Timbre> heard (patches.size());

        for (auto& one : heard)
            one.tuning = 40;

        return heard;
    };
    PatchHand hand (patch);
    Timbre heard;
    heard.tuning = 40;
    mendTuning (hand, heard, SoundCategory::bell, ear);
    const auto calmed = hand[Control::osc_1_unison_detune];
    EXPECT_LT (calmed, 4);
    EXPECT_EQ (hand[Control::voice_tune], 0) << "what does not help is taken back";
    bringIntoTune (hand, heard, SoundCategory::bell, ear);
    EXPECT_EQ (hand[Control::osc_1_unison_detune], calmed);
}

TEST (PatchMend, anOffsetThatComesOnlyWithTheLoudnessIsTakenAway)
{
    PatchSpec patch;
    patch.values[Control::distortion_on] = 1;
    patch.values[Control::osc_1_level] = 0.3f;
    Ear ear;
    ear.play = [&patch] (const PatchSpec& played, SoundCategory) {
        const auto volume = std::sqrt (static_cast<double> (played.values[Control::volume])) - 80;
        const auto driven = 40 * std::log10 (static_cast<double> (played.values[Control::osc_1_level] / patch.values[Control::osc_1_level]));
        const auto isFree = played.values.isOn (Control::eq_on);
        return PhraseLevel { -40 + volume + driven, -30 + volume + driven, isFree ? -120 : -100 + volume + 3 * driven };
    };
    PatchHand hand (patch);
    EXPECT_TRUE (mendLevel (hand, { .mayCompress = false }, ear));
    EXPECT_GT (hand[Control::osc_1_level], patch.values[Control::osc_1_level]);
    EXPECT_LT (ear.play (hand.patch(), {}).offset, -66);
    EXPECT_NEAR (ear.play (hand.patch(), {}).loudness, wantedLoudness, 0.5);
}

TEST (PatchMend, peaksThatKeepASoundSoftArePressedAtTheEndUnlessNobodyWantsThat)
{
    const auto spiky = earOf ({ -30, -3, -100 });
    PatchHand hand (patchWith (equaliserFirst)), without (patchWith (equaliserFirst));
    EXPECT_TRUE (mendLevel (hand, {}, spiky));
    EXPECT_TRUE (hand.patch().values.isOn (Control::compressor_on));
    EXPECT_EQ (placeOf (hand, compressor), patch::effectCount - 1);
    EXPECT_LT (hand[Control::compressor_band_upper_threshold], -3);
    EXPECT_FALSE (mendLevel (without, { .mayCompress = false }, spiky));
    EXPECT_FALSE (without.patch().values.isOn (Control::compressor_on));
}

} // namespace athanor
