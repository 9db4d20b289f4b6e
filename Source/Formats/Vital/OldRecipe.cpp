// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Vital/OldRecipe.h"

#include "Formats/Base64.h"
#include "Patch/PatchLimits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace athanor
{

namespace
{
using patch::frameSize;

/** Shapes over one turn, t from 0 to 1. */
double cosine (double t) { return std::cos (2 * std::numbers::pi * t); }

double saturated (double t) { return std::tanh (2 * cosine (t)); }

/** From 1 to 0, from 0 to -1, from -1 to 0, from 0 to 1. */
double triangle (double t) { return std::abs (4 * t - 2) - 1; }

double square (double t) { return t < 0.25 || t >= 0.75 ? 1 : -1; }

double pulse (double t) { return t >= 0.75 ? 1 : -1; }

/** Rises from -1 at a quarter to 1 at the next. */
double saw (double t)
{
    const auto place = t - 0.25 - std::floor (t - 0.25);
    return 2 * place - 1;
}
} // namespace

RecipeAge ageOf (VitalVersion version) noexcept
{
    RecipeAge age;
    age.hasFloatAudio = version.isBefore ("0.3.7");
    age.hasPcmWaves = ! version.isBefore ("0.3.7") && version.isBefore ("0.3.9");
    age.keepsDc = version.isBefore ("0.3.8");
    age.isNeverNormalized = version.isBefore ("0.4.7");
    age.hasOpenLines = version.isBefore ("0.7.7");
    return age;
}

std::vector<float> floatsOfPcm (std::string_view base64)
{
    std::vector<float> samples;

    for (const auto y : numbersOfBase64<std::int16_t> (base64, frameSize))
        samples.push_back (static_cast<float> (y) / 32'767.0f);

    return samples;
}

std::optional<PatchLine> closedLine (const Value& keyframe, std::optional<double> pointCount)
{
    const auto& places = listOf (keyframe.part ("points"));
    const auto& powers = listOf (keyframe.part ("powers"));
    const auto most = std::min<std::size_t> ({ places.size() / 2, powers.size(), PatchLine::maxPoints - 2 });
    const auto count = static_cast<std::size_t> (std::clamp (pointCount.value_or (static_cast<double> (most)), 0.0, static_cast<double> (most)));

    if (count < 1)
        return std::nullopt;

    PatchLine line;
    line.name = "Linear";
    line.points.emplace_back();

    for (std::size_t i = 0; i < count; ++i)
        line.points.push_back ({ std::clamp (numberOf (&places[2 * i]).value_or (0), line.points.back().x, 1.0),
                                 std::clamp (numberOf (&places[2 * i + 1]).value_or (0) * 0.5 + 0.5, 0.0, 1.0),
                                 std::clamp (numberOf (&powers[i]).value_or (0), -patch::steepest, patch::steepest) });

    const auto first = line.points[1], last = line.points.back();
    const auto gap = first.x - last.x + 1;
    const auto y = gap < 0.001 ? 0.5 * (first.y + last.y) : last.y + (first.y - last.y) * (1 - last.x) / gap;

    line.points.front() = { 0, y, 0 };
    line.points.push_back ({ 1, y, 0 });
    return line;
}

WavetableSpec subWaves()
{
    constexpr std::array shapes { cosine, saturated, triangle, square, pulse, saw };

    WaveComponent source;
    source.type = "Wave Source";
    source.numbers = { { "interpolation", 1 }, { "interpolation_style", 0 } };

    for (std::size_t i = 0; i < shapes.size(); ++i)
    {
        std::vector<float> wave;

        for (int k = 0; k < frameSize; ++k)
            wave.push_back (static_cast<float> (shapes[i](static_cast<double> (k) / frameSize)));

        WaveKeyframe keyframe;
        keyframe.position = (patch::lastPosition + 1) * static_cast<int> (i) / static_cast<int> (shapes.size());
        keyframe.wave = std::make_shared<std::vector<float>> (std::move (wave));
        source.keyframes.push_back (std::move (keyframe));
    }

    WavetableSpec table;
    table.name = "Sub";
    table.removesDc = table.isNormalized = false;
    table.groups.push_back ({ std::move (source) });
    return table;
}

} // namespace athanor
