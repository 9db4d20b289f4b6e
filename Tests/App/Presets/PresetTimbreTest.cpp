// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetTimbre.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (PresetTimbre, hearsWhatThePatchSays)
{
    PatchSpec plain;
    plain.values[Control::osc_1_random_phase] = 0;
    const auto timbre = timbreOfPatch (plain);
    EXPECT_GT (timbre.level, -60);
    EXPECT_NEAR (timbre.tuning.value_or (99), 0, 4);
    EXPECT_EQ (timbreOfPatch (plain), timbre) << "the same patch measures the same";

    auto dark = plain;
    dark.values[Control::filter_1_on] = 1;
    dark.values[Control::filter_1_cutoff] = 50;
    EXPECT_LT (timbreOfPatch (dark).brightness, timbre.brightness / 2);

    auto slow = plain;
    slow.values[Control::env_1_attack] = 1; // its fourth power: one second
    EXPECT_GT (timbreOfPatch (slow).attack, 5 * timbre.attack);
    EXPECT_GT (timbreOfPatch (slow).attack, 0.3);
}

TEST (PresetTimbre, aPatchThatMakesNoSoundIsSilent)
{
    PatchSpec silent;
    silent.values[Control::osc_1_level] = 0;
    EXPECT_EQ (timbreOfPatch (silent), Timbre());
}

} // namespace athanor
