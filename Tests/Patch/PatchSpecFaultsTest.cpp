// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of fault is found at its place, and a good patch has none.
#include "Patch/PatchLimits.h"
#include "Patch/PatchSpec.h"
#include "Patch/WaveParts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace athanor
{

namespace
{

/** The paths of the faults, in order, with commas. */
std::string pathsOf (const PatchSpec& patch)
{
    std::string paths;

    for (const auto& fault : faultsOf (patch))
    {
        EXPECT_TRUE (fault.sentence.ends_with ('.')) << fault.sentence;
        paths += (paths.empty() ? "" : ", ") + fault.path;
    }

    return paths;
}

TEST (PatchSpecFaultsTest, TheFirstPatchHasNone) { EXPECT_EQ (pathsOf ({}), ""); }

TEST (PatchSpecFaultsTest, ANumberOutOfRangeIsFound)
{
    PatchSpec patch;
    patch.values[Control::osc_1_level] = 1.5f;
    ASSERT_EQ (pathsOf (patch), "controls/osc_1_level");
    EXPECT_EQ (faultsOf (patch)[0].sentence, "1.5 is not within 0 and 1.");
}

TEST (PatchSpecFaultsTest, WhatIsNoNumberIsFound)
{
    PatchSpec patch;
    patch.values[Control::volume] = std::numeric_limits<float>::quiet_NaN();
    patch.lfos[2].points[1].y = std::numeric_limits<double>::infinity();
    patch.macros[6].value = std::nan ("");
    EXPECT_EQ (pathsOf (patch), "controls/volume, lfos/2/points/1/y, macros/6/value");
}

TEST (PatchSpecFaultsTest, AModulationNeedsBothEndsAndOneThatMoves)
{
    PatchSpec patch;
    patch.slots[0].source = PatchSource::lfo_1;
    patch.slots[1].destination = Control::volume;
    patch.slots[2] = { PatchSource::lfo_1, Control::osc_1_on, {}, {}, {} };
    patch.slots[3] = { PatchSource::lfo_1, Control::modulation_4_amount, {}, {}, {} };
    patch.slots[4] = { PatchSource::lfo_1, Control::modulation_4_amount, {}, {}, {} };
    EXPECT_EQ (pathsOf (patch), "slots/0, slots/1, slots/2/destination, slots/3/destination");
}

TEST (PatchSpecFaultsTest, ALineGoesFromLeftToRightThroughTwoToAHundredPoints)
{
    PatchSpec patch;
    patch.lfos[0].points = { { 0, 0 } };
    patch.lfos[1].points = { { 0, 0 }, { 0.5, 0 }, { 0.4, 0 } };
    patch.lfos[3].points.assign (101, { 1, 1 });
    patch.slots[5] = { PatchSource::lfo_1, Control::volume, PatchLine { "", { { 0, 0, 21 }, { 1, 2 } }, false }, {}, {} };
    EXPECT_EQ (pathsOf (patch), "slots/5/mapping/points/0/power, slots/5/mapping/points/1/y, lfos/0/points, lfos/1/points/2/x, lfos/3/points");
}

TEST (PatchSpecFaultsTest, WavesAreOfOneLengthAndOfNumbers)
{
    PatchSpec patch;
    auto& keyframes = patch.wavetables[1].groups[0][0].keyframes;
    keyframes.resize (3);
    keyframes[0].wave = std::make_shared<std::vector<float>> (2'047, 0.0f);
    keyframes[1].wave = std::make_shared<std::vector<float>> (2'048, std::nanf (""));
    keyframes[1].position = 257;
    EXPECT_EQ (pathsOf (patch), "wavetables/1/groups/0/0/keyframes/0/wave, wavetables/1/groups/0/0/keyframes/1/position, wavetables/1/groups/0/0/keyframes/1/wave, "
                                "wavetables/1/groups/0/0/keyframes/2/wave, wavetables/1/groups/0/0/keyframes/2/position");
}

TEST (PatchSpecFaultsTest, ComponentsAreOfKnownTypesWithNumbersInRange)
{
    PatchSpec patch;
    WaveComponent wonder, filter;
    wonder.type = "Wonder";
    filter.type = "Frequency Filter";
    filter.numbers["style"] = 7;
    patch.wavetables[2].groups.push_back ({ wonder, filter });
    EXPECT_EQ (pathsOf (patch), "wavetables/2/groups/1/0/type, wavetables/2/groups/1/1/style");
}

TEST (PatchSpecFaultsTest, ATableHasAnEnd)
{
    PatchSpec patch;
    auto group = patch.wavetables[0].groups[0];
    group[0].keyframes.assign (patch::maxKeyframes + 1, group[0].keyframes[0]);
    patch.wavetables[0].groups.assign (patch::maxGroups + 1, group);
    EXPECT_NE (pathsOf (patch).find ("wavetables/0/groups, wavetables/0/groups/0/0/keyframes"), std::string::npos);
    EXPECT_TRUE (pathsOf (patch).ends_with (", wavetables/0"));
}

TEST (PatchSpecFaultsTest, BothSidesOfASampleAreOfOneLengthAndNotTooLong)
{
    PatchSpec patch;
    patch.sample.sampleRate = 0;
    patch.sample.right = std::make_shared<std::vector<std::int16_t>> (5);
    EXPECT_EQ (pathsOf (patch), "sample/sampleRate, sample/right");

    patch.sample.left = patch.sample.right = std::make_shared<std::vector<std::int16_t>> (patch::maxSamples + 1);
    EXPECT_EQ (pathsOf (patch), "sample/sampleRate, sample");
}

TEST (PatchSpecFaultsTest, TextIsUtf8)
{
    PatchSpec patch;
    patch.name = "\xff";
    patch.tags = { "good", "\xc0\x80" };
    EXPECT_EQ (pathsOf (patch), "name, tags/1");
}

TEST (PatchSpecFaultsTest, EveryComponentBeginsWithinItsRanges)
{
    for (const auto& part : waveParts())
        for (const auto numbers : { part.ofComponent, part.ofKeyframe })
            for (const auto& number : numbers)
                EXPECT_TRUE (number.least <= number.initial && number.initial <= number.greatest) << part.type << " " << number.name;
}

} // namespace

} // namespace athanor
