// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WavetableEdits.h"

#include "App/Edits/WaveCooking.h"
#include "Formats/Vital/VitalFile.h"
#include "Patch/PatchLimits.h"
#include "Patch/WaveParts.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <random>

namespace athanor
{

namespace
{
/** A wave of one harmonic. */
std::shared_ptr<const std::vector<float>> sine (int harmonic)
{
    std::vector<float> wave;

    for (int i = 0; i < patch::frameSize; ++i)
        wave.push_back (static_cast<float> (std::sin (2 * 3.14159265358979 * harmonic * i / patch::frameSize)));

    return std::make_shared<const std::vector<float>> (wave);
}

std::vector<int> positionsOf (const WavetableSpec& table, int component = 0)
{
    std::vector<int> positions;

    for (const auto& keyframe : table.groups.front()[static_cast<std::size_t> (component)].keyframes)
        positions.push_back (keyframe.position);

    return positions;
}

PatchSpec patchWith (const WavetableSpec& table)
{
    PatchSpec patch;
    patch.wavetables[0] = table;
    return patch;
}

float greatestDifference (const std::vector<float>& a, const std::vector<float>& b)
{
    auto most = 0.0f;

    for (std::size_t i = 0; i < std::min (a.size(), b.size()); ++i)
        most = std::max (most, std::abs (a[i] - b[i]));

    return most;
}

/** One random edit; what it answers does not matter. */
void editAtRandom (WavetableSpec& table, std::mt19937& random)
{
    const auto up = [&] (int most) { return static_cast<int> (random() % static_cast<unsigned> (most + 2)) - 1; };
    const WavePlace place { up (3), up (4), up (4) };
    const auto& part = waveParts()[random() % waveParts().size()];
    const std::array edits {
        std::function<void()> ([&] { (void)addGroup (table, part.type); }),
        std::function<void()> ([&] { (void)removeGroup (table, place.group); }),
        std::function<void()> ([&] { (void)moveGroup (table, place.group, up (3)); }),
        std::function<void()> ([&] { (void)changeSource (table, place.group, part.type); }),
        std::function<void()> ([&] { (void)addComponent (table, place.group, part.type); }),
        std::function<void()> ([&] { (void)removeComponent (table, place.group, place.component); }),
        std::function<void()> ([&] { (void)moveComponent (table, place.group, place.component, up (4)); }),
        std::function<void()> ([&] { (void)addKeyframe (table, place.group, place.component, up (257)); }),
        std::function<void()> ([&] { (void)moveKeyframe (table, place, up (257)); }),
        std::function<void()> ([&] { (void)duplicateKeyframe (table, place, up (257)); }),
        std::function<void()> ([&] { (void)removeKeyframe (table, place); }),
        std::function<void()> ([&] { (void)drawableKeyframe (table, place.group, up (257)); }),
        std::function<void()> ([&] {
            for (const auto& number : part.ofKeyframe)
                (void)setKeyframeNumber (table, place, number.name, (static_cast<double> (random()) / 1e9 - 2) * number.greatest);
        }),
        std::function<void()> ([&] {
            for (const auto& number : part.ofComponent)
                (void)setComponentNumber (table, place, number.name, (static_cast<double> (random()) / 1e9 - 2) * number.greatest);
        }),
    };
    edits[random() % edits.size()]();
}
} // namespace

TEST (WavetableEdits, aGroupIsAddedMovedAndRemoved)
{
    auto table = WavetableSpec::saw();
    ASSERT_TRUE (addGroup (table, "Line Source"));
    ASSERT_EQ (table.groups.size(), 2u);
    EXPECT_EQ (table.groups[1].front().type, "Line Source");
    ASSERT_TRUE (moveGroup (table, 1, 0));
    EXPECT_EQ (table.groups[0].front().type, "Line Source");
    ASSERT_TRUE (removeGroup (table, 0));
    EXPECT_EQ (table, WavetableSpec::saw());
}

TEST (WavetableEdits, theLastGroupTheSourceAndTheLastKeyframeStay)
{
    auto table = WavetableSpec::saw();
    EXPECT_EQ (removeGroup (table, 0).failure().message, "A wavetable keeps one group.");
    EXPECT_FALSE (removeComponent (table, 0, 0));
    EXPECT_EQ (removeKeyframe (table, {}).failure().message, "A component keeps one keyframe.");
    EXPECT_EQ (table, WavetableSpec::saw());
}

TEST (WavetableEdits, whatIsNotThereIsRefusedWithASentence)
{
    auto table = WavetableSpec::saw();

    for (const auto& result : { removeGroup (table, 1), moveGroup (table, 0, 7), changeSource (table, -1, "Line Source"), addComponent (table, 3, "Wave Folder"), removeComponent (table, 0, 5), moveComponent (table, 0, 1, 0), setComponentNumber (table, { 0, 9, 0 }, "style", 0), setKeyframeNumber (table, { 0, 0, 9 }, "phase", 0), addGroup (table, "Fog Horn"), addComponent (table, 0, "Wave Source"), addGroup (table, "Audio File Source") })
    {
        ASSERT_FALSE (result);
        EXPECT_TRUE (result.failure().message.ends_with (".")) << result.failure().message;
    }

    EXPECT_EQ (table, WavetableSpec::saw());
}

TEST (WavetableEdits, thereAreAtMostSixteenGroupsAndSixteenComponentsInEach)
{
    auto table = WavetableSpec::saw();

    while (table.groups.size() < patch::maxGroups)
        ASSERT_TRUE (addGroup (table));

    EXPECT_FALSE (addGroup (table));

    while (table.groups[0].size() < patch::maxComponents)
        ASSERT_TRUE (addComponent (table, 0, "Wave Folder"));

    EXPECT_FALSE (addComponent (table, 0, "Wave Folder"));
    EXPECT_TRUE (faultsOf (patchWith (table)).empty());
}

TEST (WavetableEdits, componentsWorkInTheOrderInWhichTheyAreMoved)
{
    auto table = WavetableSpec::saw();
    ASSERT_TRUE (addComponent (table, 0, "Wave Folder"));
    ASSERT_TRUE (addComponent (table, 0, "Wave Warp"));
    ASSERT_TRUE (moveComponent (table, 0, 2, 1));
    EXPECT_EQ (table.groups[0][1].type, "Wave Warp");
    EXPECT_FALSE (moveComponent (table, 0, 1, 0)) << "the source comes first";
    ASSERT_TRUE (removeComponent (table, 0, 1));
    EXPECT_EQ (table.groups[0][1].type, "Wave Folder");
}

TEST (WavetableEdits, numbersAreBroughtIntoTheirRangeAndChoicesAreWhole)
{
    auto table = WavetableSpec::saw();
    ASSERT_TRUE (addComponent (table, 0, "Phase Shift"));
    const WavePlace shift { 0, 1, 0 };
    ASSERT_TRUE (setComponentNumber (table, shift, "style", 2.4));
    ASSERT_TRUE (setKeyframeNumber (table, shift, "mix", 7));
    EXPECT_EQ (table.groups[0][1].numbers.at ("style"), 2);
    EXPECT_EQ (table.groups[0][1].keyframes[0].numbers.at ("mix"), 1);
    EXPECT_FALSE (setComponentNumber (table, shift, "mix", 1)) << "it is one of the keyframes";
    EXPECT_FALSE (setKeyframeNumber (table, shift, "phase", NAN));
}

TEST (WavetableEdits, aKeyframeAddedBetweenTwoIsWhatWasHeardThere)
{
    auto table = WavetableSpec::saw();
    table.groups[0][0].numbers["interpolation"] = 0;
    table.groups[0][0].keyframes = { { 0, {}, sine (1), {} }, { 200, {}, sine (2), {} } };
    const auto before = cookedWave (table.groups[0][0], 50);
    const auto made = addKeyframe (table, 0, 0, 50);
    ASSERT_TRUE (made);
    EXPECT_EQ (*made, 1);
    EXPECT_EQ (positionsOf (table), (std::vector { 0, 50, 200 }));
    EXPECT_LT (greatestDifference (cookedWave (table.groups[0][0], 50), before), 1e-6f);
    EXPECT_NEAR ((*table.groups[0][0].keyframes[1].wave)[256], 0.75 * std::sin (3.14159265 / 4) + 0.25, 1e-5);
}

TEST (WavetableEdits, aKeyframeOfALineOrOfNumbersIsMixedOfItsNeighbours)
{
    auto table = WavetableSpec::saw();
    ASSERT_TRUE (changeSource (table, 0, "Line Source"));
    ASSERT_TRUE (addComponent (table, 0, "Wave Folder"));
    ASSERT_TRUE (duplicateKeyframe (table, { 0, 0, 0 }, 100));
    ASSERT_TRUE (duplicateKeyframe (table, { 0, 1, 0 }, 100));
    table.groups[0][0].keyframes[1].line->points[1].y = 1;
    ASSERT_TRUE (setKeyframeNumber (table, { 0, 1, 1 }, "fold_boost", 5));
    ASSERT_TRUE (addKeyframe (table, 0, 0, 25));
    ASSERT_TRUE (addKeyframe (table, 0, 1, 25));
    EXPECT_DOUBLE_EQ (table.groups[0][0].keyframes[1].line->points[1].y, 0.25);
    EXPECT_DOUBLE_EQ (table.groups[0][1].keyframes[1].numbers.at ("fold_boost"), 2);
}

TEST (WavetableEdits, theNumbersAtAPositionAreThoseThatAKeyframeThereWouldHave)
{
    auto table = WavetableSpec::saw();
    ASSERT_TRUE (addComponent (table, 0, "Wave Folder"));
    ASSERT_TRUE (duplicateKeyframe (table, { 0, 1, 0 }, 100));
    ASSERT_TRUE (setKeyframeNumber (table, { 0, 1, 1 }, "fold_boost", 5));
    EXPECT_DOUBLE_EQ (numbersAt (table.groups[0][1], 75).at ("fold_boost"), 4);
    EXPECT_DOUBLE_EQ (numbersAt (table.groups[0][1], 200).at ("fold_boost"), 5);
    EXPECT_EQ (*keyframeThere (table, 0, 1, 100), 1);
    EXPECT_EQ (*keyframeThere (table, 0, 1, 75), 1);
    EXPECT_EQ (positionsOf (table, 1), (std::vector { 0, 75, 100 }));
    EXPECT_FALSE (keyframeThere (table, 0, 7, 0));
}

TEST (WavetableEdits, aKeyframeIsMovedAmongTheOthers)
{
    auto table = WavetableSpec::saw();
    ASSERT_TRUE (duplicateKeyframe (table, {}, 100));
    ASSERT_TRUE (duplicateKeyframe (table, {}, 200));
    table.groups[0][0].keyframes[0].wave = sine (3);
    const auto moved = moveKeyframe (table, {}, 150);
    ASSERT_TRUE (moved);
    EXPECT_EQ (*moved, 1);
    EXPECT_EQ (positionsOf (table), (std::vector { 100, 150, 200 }));
    EXPECT_EQ (*table.groups[0][0].keyframes[1].wave, *sine (3));
    EXPECT_EQ (moveKeyframe (table, { 0, 0, 1 }, 200).failure().message, "There is a keyframe at position 200 already.");
    EXPECT_FALSE (moveKeyframe (table, { 0, 0, 1 }, 257));
    EXPECT_FALSE (addKeyframe (table, 0, 0, 100));
    EXPECT_EQ (positionsOf (table), (std::vector { 100, 150, 200 }));
}

TEST (WavetableEdits, drawingMakesAKeyframeWhereThereIsNone)
{
    auto table = WavetableSpec::saw();
    EXPECT_EQ (*drawableKeyframe (table, 0, 0), 0);
    EXPECT_EQ (*drawableKeyframe (table, 0, 128), 1);
    EXPECT_EQ (positionsOf (table), (std::vector { 0, 128 }));
    EXPECT_EQ (*table.groups[0][0].keyframes[1].wave, *table.groups[0][0].keyframes[0].wave);
    ASSERT_TRUE (changeSource (table, 0, "Line Source"));
    EXPECT_EQ (drawableKeyframe (table, 0, 0).failure().message, "Only the waves of a Wave Source can be drawn: turn the table into waves first.");
}

TEST (WavetableEdits, afterAThousandRandomEditsARecipeHasNoFaultsAndComesBackFromAPreset)
{
    for (unsigned seed = 1; seed <= 10; ++seed)
    {
        std::mt19937 random (seed);
        auto table = WavetableSpec::saw();

        for (int i = 0; i < 100; ++i)
        {
            editAtRandom (table, random);
            const auto faults = faultsOf (patchWith (table));
            ASSERT_TRUE (faults.empty()) << seed << ", edit " << i << ": " << faults.front().path << ": " << faults.front().sentence;
        }

        const auto written = writeVital (patchWith (table));
        ASSERT_TRUE (written) << written.failure().message;
        const auto back = readVital (*written);
        ASSERT_TRUE (back);
        EXPECT_EQ (*writeVital (back->patch), *written) << "seed " << seed;
        EXPECT_EQ (back->patch.wavetables[0], table) << "seed " << seed;
    }
}

} // namespace athanor
