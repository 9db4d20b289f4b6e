// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Cover/Cover.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace athanor
{

namespace
{
constexpr int seriesCount = static_cast<int> (choiceNames<CoverSeries>.size());

CoverRequest someRequest (std::uint64_t subject = 7)
{
    CoverRequest request { .style = 3, .subject = subject, .category = SoundCategory::pad };
    request.timbre.level = -18;
    request.timbre.brightness = 900;
    request.timbre.warmth = 0.4;
    request.timbre.movement = 3;
    request.timbre.width = 0.2;
    return request;
}

/** How light the ground is, 0 to 255. */
double lightnessOf (const Drawing& drawing)
{
    const auto colour = drawing.ground.gradient ? drawing.ground.gradient->stops.back().colour : drawing.ground.colour;
    return (colour.red + colour.green + colour.blue) / 3.0;
}

void expectSound (const Drawing& drawing)
{
    EXPECT_GE (drawing.shapes.size(), 4u);
    EXPECT_LT (drawing.shapes.size(), 3'000u);

    for (const auto& shape : drawing.shapes)
    {
        EXPECT_TRUE (shape.fill || shape.stroke);

        for (const auto& step : shape.path.steps())
            for (const auto& point : step.points)
                ASSERT_TRUE (std::abs (point.x) < 10'000 && std::abs (point.y) < 10'000);
    }
}
} // namespace

TEST (Cover, isTheSameForTheSameRequest)
{
    for (int series = 0; series < seriesCount; ++series)
    {
        auto request = someRequest();
        request.series = static_cast<CoverSeries> (series);
        EXPECT_EQ (makeCover (request), makeCover (request));
        expectSound (makeCover (request));
    }
}

TEST (Cover, isAnotherForAnotherSubjectStyleVersionOrSound)
{
    for (int series = 0; series < seriesCount; ++series)
    {
        auto request = someRequest();
        request.series = static_cast<CoverSeries> (series);
        const auto cover = makeCover (request);
        auto other = request;
        other.subject = 8;
        EXPECT_FALSE (makeCover (other) == cover) << series;
        other = request;
        other.style = 4;
        EXPECT_FALSE (makeCover (other) == cover) << series;
        other = request;
        other.version = 1;
        EXPECT_FALSE (makeCover (other) == cover) << series;
        other = request;
        other.timbre.brightness = 4'000;
        EXPECT_FALSE (makeCover (other) == cover) << series;
        other = request;
        other.series = static_cast<CoverSeries> ((series + 1) % seriesCount);
        EXPECT_FALSE (makeCover (other) == cover) << series;
    }
}

TEST (Cover, liesOnLightGroundForABrightSound)
{
    auto dark = someRequest(), bright = someRequest();
    dark.timbre.brightness = 300;
    bright.timbre.brightness = 3'800;
    dark.series = bright.series = CoverSeries::rings;
    EXPECT_LT (lightnessOf (makeCover (dark)), 90);
    EXPECT_GT (lightnessOf (makeCover (bright)), 190);
}

TEST (Cover, isNotMovedByABreathOfDifference)
{
    auto request = someRequest();
    const auto cover = makeCover (request);
    request.timbre.brightness *= 1 + 1e-9;
    request.timbre.warmth += 1e-9;
    EXPECT_EQ (makeCover (request), cover);
}

TEST (Cover, standsWhateverWasMeasured)
{
    for (const auto number : { 0.0, -1e300, 1e300, 1.0 })
        for (int series = 0; series < seriesCount; ++series)
        {
            CoverRequest request { .series = static_cast<CoverSeries> (series) };
            request.timbre = { .level = 0, .brightness = number, .warmth = number, .sub = number, .attack = number, .decay = number, .sustain = number, .noise = number, .width = number, .movement = number, .roughness = number, .tuning = {} };
            expectSound (makeCover (request));
        }
}

TEST (CoverSeries, openWithTheNumberOfWorks)
{
    const auto count = [] (int works) { return openSeries (works).size(); };
    EXPECT_EQ (count (0), 4u);
    EXPECT_EQ (count (1), 5u);
    EXPECT_EQ (count (4), 5u);
    EXPECT_EQ (count (5), 6u);
    EXPECT_EQ (count (12), 8u);
    EXPECT_EQ (count (25), 9u);
    EXPECT_EQ (count (49), 9u);
    EXPECT_EQ (count (50), 10u);
    EXPECT_EQ (count (1'000'000), 10u);
    EXPECT_EQ (count (-1), 4u);

    for (const auto series : openSeries (12))
        EXPECT_LE (worksFor (series), 12);
}

TEST (CoverSeries, ofTheFirstVersionDoNotHangOnTheNumberOfWorks)
{
    std::set<CoverSeries> first, later;

    for (std::uint64_t subject = 0; subject < 60; ++subject)
    {
        auto request = someRequest (subject);
        const auto cover = seriesFor (request);
        request.works = 60;
        EXPECT_EQ (seriesFor (request), cover);
        first.insert (cover);
        request.version = 1;
        EXPECT_NE (seriesFor (request), cover);
        later.insert (seriesFor (request));
    }

    EXPECT_EQ (first.size(), 4u);
    EXPECT_EQ (later.size(), 10u);
}

TEST (CoverSeries, areGoneThroughByVersions)
{
    std::set<CoverSeries> seen;
    auto request = someRequest();
    request.works = 50;

    for (request.version = 1; request.version <= seriesCount; ++request.version)
        seen.insert (seriesFor (request));

    EXPECT_EQ (seen.size(), choiceNames<CoverSeries>.size());
}

} // namespace athanor
