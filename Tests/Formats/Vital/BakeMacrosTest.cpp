// SPDX-License-Identifier: GPL-3.0-or-later
// Macros that Vital has not leave as what they do.
#include "Formats/Vital/BakeMacros.h"

#include "Formats/Vital/VitalFile.h"

#include <gtest/gtest.h>

#include <cmath>

namespace athanor
{

namespace
{

/** Macro 5 at 0.75 on the level of oscillator 1, which stands at 0.25, with half of its range. */
PatchSpec patchWithMacro()
{
    PatchSpec patch;
    patch.values[Control::osc_1_level] = 0.25f;
    patch.values[Control::modulation_1_amount] = 0.5f;
    patch.slots[0] = { PatchSource::macro_control_5, Control::osc_1_level, {}, {}, {} };
    patch.macros[4] = { "Shine", "brightness", 0.75 };
    return patch;
}

float levelOf (PatchSpec patch)
{
    bakeMacros (patch);
    EXPECT_EQ (patch.slots[0], PatchSlot());
    EXPECT_EQ (patch.values[Control::modulation_1_amount], 0.0f);
    return patch.values[Control::osc_1_level];
}

TEST (BakeMacrosTest, AddsWhatTheMacroDoesNow) { EXPECT_FLOAT_EQ (levelOf (patchWithMacro()), 0.25f + 0.5f * 0.75f); }

TEST (BakeMacrosTest, GoesBothWaysWhereTheSlotDoes)
{
    auto patch = patchWithMacro();
    patch.values[Control::modulation_1_bipolar] = 1;
    EXPECT_FLOAT_EQ (levelOf (patch), 0.25f + 0.5f * 0.25f);
}

TEST (BakeMacrosTest, FollowsCurveAndMapping)
{
    auto patch = patchWithMacro();
    patch.values[Control::modulation_1_power] = 2;
    EXPECT_NEAR (levelOf (patch), 0.25 + 0.5 * std::expm1 (-1.5) / std::expm1 (-2.0), 1e-6);

    patch = patchWithMacro();
    patch.slots[0].mapping = PatchLine { "", { { 0, 1 }, { 0.5, 1 }, { 1, 0 } }, false };
    EXPECT_NEAR (levelOf (patch), 0.25 + 0.5 * 0.5, 1e-6);
}

TEST (BakeMacrosTest, ABypassedSlotDoesNothing)
{
    auto patch = patchWithMacro();
    patch.values[Control::modulation_1_bypass] = 1;
    EXPECT_FLOAT_EQ (levelOf (patch), 0.25f);
}

TEST (BakeMacrosTest, StaysWithinTheRange)
{
    auto patch = patchWithMacro();
    patch.values[Control::modulation_1_amount] = 1;
    patch.values[Control::osc_1_level] = 0.75f;
    EXPECT_FLOAT_EQ (levelOf (patch), 1.0f);
}

TEST (BakeMacrosTest, AMacroOnTheDepthOfAnotherGoesFirst)
{
    auto patch = patchWithMacro();
    patch.slots[5] = { PatchSource::macro_control_6, Control::modulation_1_amount, {}, {}, {} };
    patch.values[Control::modulation_6_amount] = 0.1f;
    patch.macros[5].value = 1;
    EXPECT_FLOAT_EQ (levelOf (patch), 0.25f + (0.5f + 0.1f * 2) * 0.75f);
}

TEST (BakeMacrosTest, IsSaidWhenAPresetIsWritten)
{
    const auto written = writeVitalWithRemarks (patchWithMacro());
    ASSERT_TRUE (written);
    ASSERT_EQ (written->remarks.size(), 1u);
    EXPECT_EQ (written->remarks[0], "Vital has four macros, so macro 5 (Shine) stays where it is in the preset and cannot be turned there.");
    EXPECT_FLOAT_EQ (readVital (written->bytes)->patch.values[Control::osc_1_level], 0.625f);
}

TEST (BakeMacrosTest, LeavesTheOtherMacrosAlone)
{
    auto patch = patchWithMacro();
    patch.slots[0].source = PatchSource::macro_control_4;
    const auto before = patch;
    EXPECT_TRUE (bakeMacros (patch).empty());
    EXPECT_EQ (patch, before);
}

} // namespace

} // namespace athanor
