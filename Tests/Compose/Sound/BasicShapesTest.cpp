// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/BasicShapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace athanor
{

TEST (BasicShapes, eachNamedWaveIsAWavetableThatMayBePlayedAndWritten)
{
    std::set<std::string_view> names;

    for (const auto name : basicWaveNames())
    {
        EXPECT_TRUE (names.insert (name).second) << name;
        PatchSpec patch;
        const auto wave = basicWave (name);
        ASSERT_TRUE (wave) << name;
        EXPECT_EQ (wave->name, name);
        patch.wavetables[0] = *wave;

        for (const auto& fault : faultsOf (patch))
            ADD_FAILURE() << name << " " << fault.path << ": " << fault.sentence;
    }

    EXPECT_TRUE (names.contains ("saw") && names.contains ("sine") && names.contains ("formants"));
}

TEST (BasicShapes, eachNamedLineIsALineThatMayBePlayedAndWritten)
{
    for (const auto name : basicLineNames())
    {
        PatchSpec patch;
        const auto line = basicLine (name);
        ASSERT_TRUE (line) << name;
        EXPECT_EQ (line->name, name);
        patch.lfos[0] = *line;

        for (const auto& fault : faultsOf (patch))
            ADD_FAILURE() << name << " " << fault.path << ": " << fault.sentence;
    }
}

TEST (BasicShapes, areTheSameEachTime)
{
    for (const auto name : basicWaveNames())
        EXPECT_EQ (basicWave (name), basicWave (name)) << name;
}

TEST (BasicShapes, areDifferentFromEachOther)
{
    for (const auto a : basicWaveNames())
        for (const auto b : basicWaveNames())
            EXPECT_EQ (basicWave (a)->groups == basicWave (b)->groups, a == b) << a << ", " << b;
}

TEST (BasicShapes, sumsOfHarmonicsUseTheirFullHeightInStepsOf16Bit)
{
    const auto organ = basicWave ("organ");

    for (const auto& keyframe : organ->groups[0][0].keyframes)
    {
        float peak = 0;

        for (const auto y : *keyframe.wave)
        {
            peak = std::max (peak, std::abs (y));
            EXPECT_NEAR (y * 32'767, std::round (y * 32'767), 0.01f);
        }

        EXPECT_FLOAT_EQ (peak, 1);
    }
}

TEST (BasicShapes, areSmall)
{
    for (const auto name : basicWaveNames())
        EXPECT_LE (basicWave (name)->groups[0][0].keyframes.size(), 5u) << name;
}

TEST (BasicShapes, knowNoOtherNames)
{
    for (const auto* name : { "", "Saw", "sawtooth", "saw ", "/etc/passwd" })
    {
        EXPECT_FALSE (basicWave (name)) << name;
        EXPECT_FALSE (basicLine (name)) << name;
    }
}

} // namespace athanor
