// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchHand.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (PatchHand, remembersTheFirstAndTheLastOfEachTurn)
{
    PatchHand hand { PatchSpec() };
    hand.set (Control::osc_1_level, 0.3, { "Softer.", "quiet" });
    hand.set (Control::env_1_attack, 1, { "Slower.", "slow" });
    hand.set (Control::osc_1_level, 0.4, { "Less soft.", "quiet" });
    const auto all = hand.deltas();

    ASSERT_EQ (all.size(), 2u);
    EXPECT_EQ (all[0].address, "osc_1_level");
    EXPECT_EQ (all[0].from, Value (static_cast<double> (PatchSpec().values[Control::osc_1_level])));
    EXPECT_EQ (all[0].to, Value (static_cast<double> (0.4f)));
    EXPECT_EQ (all[0].why, "Less soft.");
}

TEST (PatchHand, whatIsTurnedBackIsNoDifference)
{
    PatchHand hand { PatchSpec() };
    hand.set (Control::filter_1_on, 1, { "On.", {} });
    hand.set (Control::filter_1_on, 0, { "Off.", {} });
    EXPECT_TRUE (hand.deltas().empty());
}

TEST (PatchHand, staysWithinRangesAndOnWholeNumbers)
{
    PatchHand hand { PatchSpec() };
    hand.set (Control::filter_1_cutoff, 1'000, { "Open.", {} });
    hand.set (Control::osc_1_unison_voices, 3.7, { "More.", {} });
    EXPECT_EQ (hand[Control::filter_1_cutoff], 136);
    EXPECT_EQ (hand[Control::osc_1_unison_voices], 4);
    EXPECT_TRUE (faultsOf (hand.patch()).empty());
}

TEST (PatchHand, leavesAloneWhatIsLockedAndSaysSo)
{
    PatchHand hand (PatchSpec(), { SoundPart::filter, SoundPart::effects });
    hand.set (Control::filter_1_cutoff, 100, { "Open.", {} });
    hand.set (Control::chorus_on, 1, { "Chorus.", {} });
    hand.set (Control::env_1_attack, 1, { "Slower.", {} });
    EXPECT_EQ (hand.deltas().size(), 1u);
    EXPECT_EQ (hand.obstacles(), (std::vector { SoundPart::filter, SoundPart::effects }));
}

TEST (PatchHand, turnsTheSlotThatIsThereBeforeItTakesAnother)
{
    PatchHand hand { PatchSpec() };
    const auto first = hand.connect (PatchSource::lfo_1, Control::filter_1_cutoff, 32, true, { "Moves.", {} });
    const auto again = hand.connect (PatchSource::lfo_1, Control::filter_1_cutoff, 64, true, { "Moves more.", {} });
    const auto other = hand.connect (PatchSource::lfo_2, Control::filter_1_cutoff, 64, true, { "Moves more.", {} });
    ASSERT_TRUE (first && again && other);
    EXPECT_EQ (*first, *again);
    EXPECT_NE (*first, *other);
    EXPECT_EQ (hand.patch().values[Control::modulation_1_amount], 0.5f);
    EXPECT_EQ (hand.freeLfo(), 2);
}

} // namespace athanor
