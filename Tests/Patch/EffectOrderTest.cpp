// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch/EffectOrder.h"

#include <gtest/gtest.h>

#include <set>

namespace athanor::patch
{

TEST (EffectOrderTest, isOneNumberForEachOrder)
{
    for (int code = 0; code < 362'880; code += 97)
    {
        const auto order = effectOrderOf (code);
        ASSERT_EQ (codeOf (order), code);
        ASSERT_EQ (std::set (order.begin(), order.end()).size(), 9u);
    }
}

TEST (EffectOrderTest, readsTheOrderOfAPreset)
{
    using enum Effect;
    EXPECT_EQ (effectOrderOf (57'501), (EffectOrder { distortion, equaliser, filter, compressor, chorus, flanger, phaser, delay, reverb }));
    EXPECT_EQ (effectOrderOf (0), (EffectOrder { chorus, compressor, delay, distortion, equaliser, filter, flanger, phaser, reverb }));
}

} // namespace athanor::patch
