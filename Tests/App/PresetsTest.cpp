// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Presets, thoseBesideOneAreFoundByItsName)
{
    const std::vector<std::filesystem::path> all { "Bass/Low_Tide.json", "Keys/Glass Orchard.vital", "Pad/Warm Halogen.json" };
    EXPECT_EQ (presetBeside (all, "Low Tide", 1), all[1]);
    EXPECT_EQ (presetBeside (all, "glass orchard", -1), all[0]);
    EXPECT_EQ (presetBeside (all, "Warm Halogen", 1), all[0]);
    EXPECT_EQ (presetBeside (all, "Low Tide", -1), all[2]);
    EXPECT_EQ (presetBeside (all, "of my own", 1), all[0]);
    EXPECT_EQ (presetBeside (all, "of my own", -1), all[2]);
    EXPECT_TRUE (presetBeside ({}, "Low Tide", 1).empty());
}

} // namespace athanor
