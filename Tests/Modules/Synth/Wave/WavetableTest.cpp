// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Wave/Wavetable.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor::synth
{

namespace
{
using Group = WavetableSpec::Group;

WavetableSpec tableOf (Group group)
{
    WavetableSpec spec;
    spec.groups = { std::move (group) };
    return spec;
}

std::shared_ptr<const std::vector<float>> sineOf (int harmonic, float offset = 0)
{
    std::vector<float> wave (Wavetable::size);

    for (std::size_t i = 0; i < wave.size(); ++i)
        wave[i] = offset + static_cast<float> (std::sin (2 * std::numbers::pi * harmonic * static_cast<double> (i) / Wavetable::size));

    return std::make_shared<const std::vector<float>> (std::move (wave));
}

WaveComponent drawn (int harmonic, float offset = 0)
{
    WaveComponent component { "Wave Source", {}, {}, nullptr };
    component.keyframes.push_back ({ 0, {}, sineOf (harmonic, offset), {} });
    return component;
}

/** A recording of periods that have many harmonics. */
WaveComponent recorded (double phaseStyle, double seed)
{
    std::vector<std::int16_t> samples (4 * Wavetable::size);

    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t> (static_cast<int> (i * 37 % Wavetable::size) - 1'024);

    WaveComponent component { "Audio File Source", { { "phase_style", phaseStyle }, { "random_seed", seed }, { "window_size", 2'048 } }, {}, nullptr };
    component.keyframes.push_back ({ 0, { { "start_position", 0 }, { "window_fade", 1 } }, nullptr, {} });
    component.audio = std::make_shared<const std::vector<std::int16_t>> (std::move (samples));
    return component;
}

int loudestHarmonic (const Wavetable& table, int frame)
{
    const auto* lengths = table.lengths (frame);
    return static_cast<int> (std::max_element (lengths, lengths + Wavetable::bins) - lengths);
}

/** How far apart the directions of two tables are at most, over the harmonics that both have. */
float furthest (const Wavetable& a, const Wavetable& b)
{
    float most = 0;

    for (int i = 1; i < Wavetable::bins - 1; ++i)
        most = std::max ({ most, std::abs (a.cosines (0)[i] - b.cosines (0)[i]), std::abs (a.sines (0)[i] - b.sines (0)[i]) });

    return most;
}
} // namespace

TEST (WavetableTest, ASawHasHarmonicsThatFallAsTheirNumbersRise)
{
    const auto table = makeWavetable (WavetableSpec::saw());
    const auto* lengths = table->lengths (0);

    for (const int harmonic : { 2, 3, 10, 50 })
        EXPECT_NEAR (lengths[harmonic] * static_cast<float> (harmonic) / lengths[1], 1, 0.01f) << harmonic;
}

TEST (WavetableTest, GroupsAreHeardInEqualShares)
{
    WavetableSpec spec;
    spec.groups = { { drawn (3) }, { drawn (5) } };
    const auto table = makeWavetable (spec);
    EXPECT_NEAR (table->lengths (0)[3], table->lengths (0)[5], 1e-2f);
}

TEST (WavetableTest, ATableEndsWithItsLastKeyframe)
{
    auto component = drawn (1);
    component.keyframes.push_back ({ 40, {}, sineOf (4), {} });
    const auto table = makeWavetable (tableOf ({ component }));
    EXPECT_EQ (table->frames(), 41);
    EXPECT_EQ (loudestHarmonic (*table, 0), 1);
    EXPECT_EQ (loudestHarmonic (*table, 40), 4);
    EXPECT_EQ (loudestHarmonic (*table, 256), 4) << "beyond the last is as the last";
}

TEST (WavetableTest, TheMeanGoesWhereTheRecipeSaysSo)
{
    auto spec = tableOf ({ drawn (1, 0.25f) });
    EXPECT_NEAR (makeWavetable (spec)->lengths (0)[0], 0, 1e-3f);

    spec.removesDc = spec.isNormalized = false;
    EXPECT_NEAR (makeWavetable (spec)->lengths (0)[0], 0.25f * Wavetable::size, 1);
}

TEST (WavetableTest, ASourceWithoutKeyframesIsAsANewOne)
{
    WaveComponent empty { "Line Source", { { "num_points", 4 } }, {}, nullptr }, line = empty;
    line.keyframes.push_back ({ 0, {}, nullptr, PatchLine::straight() });

    const auto found = makeWavetable (tableOf ({ empty })), expected = makeWavetable (tableOf ({ line }));
    EXPECT_GT (found->lengths (0)[1], 100);

    for (const int harmonic : { 1, 2, 7 })
        EXPECT_FLOAT_EQ (found->lengths (0)[harmonic], expected->lengths (0)[harmonic]);
}

TEST (WavetableTest, AModifierWithoutKeyframesChangesWhatItDoesByItself)
{
    const WaveComponent window { "Wave Window", {}, {}, nullptr };
    const auto plain = makeWavetable (tableOf ({ drawn (8) })), windowed = makeWavetable (tableOf ({ drawn (8), window }));
    EXPECT_LT (plain->lengths (0)[9], 1e-2f);
    EXPECT_GT (windowed->lengths (0)[9], 10) << "a window spreads a harmonic onto its neighbours";
}

TEST (WavetableTest, EverySeedGivesAnglesOfItsOwnDownToItsLastDigit)
{
    constexpr double vocoded = 2;
    const auto one = makeWavetable (tableOf ({ recorded (vocoded, -612'300'031) }));
    EXPECT_EQ (furthest (*one, *makeWavetable (tableOf ({ recorded (vocoded, -612'300'031) }))), 0);
    EXPECT_GT (furthest (*one, *makeWavetable (tableOf ({ recorded (vocoded, -612'300'032) }))), 0.5f) << "these two are one float";
}

TEST (WavetableTest, AnEmptyRecipeIsOneSilentFrame)
{
    const auto table = makeWavetable ({});
    EXPECT_EQ (table->frames(), 1);
    EXPECT_EQ (table->lengths (0)[1], 0);
}

} // namespace athanor::synth
