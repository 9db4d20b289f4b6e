// SPDX-License-Identifier: GPL-3.0-or-later
// What the levers turn; what that does to the sound is heard by the exam of words.
#include "Compose/Sound/Levers.h"

#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/LeverParts.h"
#include "Compose/Sound/Rules.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

namespace
{
PatchSpec sawThroughFilter()
{
    PatchSpec patch;
    patch.values[Control::filter_1_on] = 1;
    patch.values[Control::filter_1_cutoff] = 80;
    return patch;
}

auto slotsTo (const PatchSpec& patch, Control destination)
{
    return std::ranges::count (patch.slots, std::optional (destination), &PatchSlot::destination);
}
} // namespace

TEST (Levers, aBandThatDoesSomethingMovesToWhereMoreIsAskedOfIt)
{
    PatchHand fresh ({}), taken ({});
    taken.set (Control::eq_on, 1, {});
    taken.set (Control::eq_band_gain, 3, {});
    taken.set (Control::eq_band_cutoff, levers::semitonesOf (830), {});
    pull (fresh, TimbreAxis::warmth, -1, {});
    pull (taken, TimbreAxis::warmth, -1, {});
    EXPECT_NEAR (fresh[Control::eq_band_cutoff], levers::semitonesOf (260), 0.1);
    EXPECT_NEAR (taken[Control::eq_band_cutoff], 0.25 * levers::semitonesOf (830) + 0.75 * levers::semitonesOf (260), 0.1);
    EXPECT_NEAR (taken[Control::eq_band_gain], -6, 1e-3);
}

TEST (Levers, whatPassesNoFilterIsDarkenedAtTheEnd)
{
    auto aside = sawThroughFilter();
    aside.values[Control::sample_on] = 1;
    aside.values[Control::sample_level] = 0.5f;
    aside.values[Control::sample_destination] = 1;
    PatchHand all (sawThroughFilter()), some (aside), brighter (aside);
    pull (all, TimbreAxis::brightness, -1, {});
    pull (some, TimbreAxis::brightness, -1, {});
    pull (brighter, TimbreAxis::brightness, 1, {});
    EXPECT_FALSE (all.patch().values.isOn (Control::filter_fx_on));
    EXPECT_TRUE (some.patch().values.isOn (Control::filter_fx_on));
    EXPECT_LT (some[Control::filter_fx_cutoff], 130);
    EXPECT_FALSE (brighter.patch().values.isOn (Control::filter_fx_on));
}

TEST (Levers, whereAllOscillatorsAreTakenTheSoftestPlaysAnOctaveBelow)
{
    PatchSpec patch;

    for (int i = 0; i < patch::oscillators; ++i)
    {
        patch.values[member (Control::osc_1_on, i)] = 1;
        patch.values[member (Control::osc_1_level, i)] = i == 1 ? 0.3f : 0.7f;
    }

    patch.values[Control::osc_2_transpose] = 12;
    PatchHand hand (patch);
    pull (hand, TimbreAxis::sub, 0.5, {});
    EXPECT_EQ (hand[Control::osc_2_transpose], -12);
    EXPECT_EQ (hand[Control::osc_1_transpose], 0);
    EXPECT_GT (hand[Control::osc_2_level], 0.3f);
}

TEST (Levers, aWideSoundHasItsOscillatorsOnBothSides)
{
    auto patch = sawThroughFilter();
    patch.values[Control::osc_2_on] = 1;
    PatchHand hand (patch);
    pull (hand, TimbreAxis::width, 2, {});
    EXPECT_LT (hand[Control::osc_1_pan], -0.5f);
    EXPECT_GT (hand[Control::osc_2_pan], 0.5f);
}

TEST (Levers, moreMovementGoesAlongWithTheMovementThatWasNamed)
{
    const auto intent = planSound ("pad with vibrato");
    PatchHand hand (sawThroughFilter());
    addFeatures (hand, intent);
    addMovements (hand, intent);
    const auto vibrato = std::ranges::find (hand.patch().slots, std::optional (Control::voice_tune), &PatchSlot::destination);
    ASSERT_NE (vibrato, hand.patch().slots.end());
    pull (hand, TimbreAxis::movement, 1, {});
    const auto onFilter = std::ranges::find (hand.patch().slots, std::optional (Control::filter_1_cutoff), &PatchSlot::destination);
    ASSERT_NE (onFilter, hand.patch().slots.end());
    EXPECT_EQ (onFilter->source, vibrato->source);
}

TEST (Levers, aWobbleIsDeepenedAndNotReplaced)
{
    const auto intent = planSound ("wobbling bass");
    PatchHand hand (sawThroughFilter());
    addMovements (hand, intent);
    ASSERT_EQ (slotsTo (hand.patch(), Control::filter_1_cutoff), 1);
    const auto before = hand[Control::modulation_1_amount];
    pull (hand, TimbreAxis::movement, 0.5, {});
    EXPECT_EQ (slotsTo (hand.patch(), Control::filter_1_cutoff), 1);
    EXPECT_GT (hand[Control::modulation_1_amount], before);
}

} // namespace athanor
