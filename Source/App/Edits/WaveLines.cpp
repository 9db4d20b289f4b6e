// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WaveLines.h"

#include "Patch/PatchLimits.h"
#include "Patch/WaveParts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor
{

namespace
{
const Failure noLine { "Lines belong to a Line Source: choose it as the source of the group.", "" };
const Failure noPoint { "There is no such point on the line.", "" };

const Failure unlike { "The lines of these keyframes have different numbers of points: points can be moved, but not added or removed.", "" };

/** Null: the group does not begin with a Line Source whose keyframes all have a line. */
WaveComponent* lineSource (WavetableSpec& spec, int group)
{
    const auto* found = componentAt (spec, group, 0);
    const auto* part = found != nullptr ? wavePartNamed (found->type) : nullptr;
    const auto isLine = part != nullptr && part->hasLines && ! found->keyframes.empty();
    const auto hasLine = [] (const WaveKeyframe& one) { return one.line && ! one.line->points.empty(); };
    return isLine && std::ranges::all_of (found->keyframes, hasLine) ? const_cast<WaveComponent*> (found) : nullptr;
}

bool areAlike (const WaveComponent& source)
{
    const auto count = source.keyframes.front().line->points.size();
    return std::ranges::all_of (source.keyframes, [count] (const WaveKeyframe& one) { return one.line->points.size() == count; });
}

/** Null: there is none. */
PatchLine* lineAt (WavetableSpec& spec, const WavePlace& place)
{
    auto* source = place.component == 0 ? lineSource (spec, place.group) : nullptr;
    const auto isThere = source != nullptr && place.keyframe >= 0 && place.keyframe < static_cast<int> (source->keyframes.size());
    return isThere ? &*source->keyframes[static_cast<std::size_t> (place.keyframe)].line : nullptr;
}

bool has (const PatchLine& line, int point) { return point >= 0 && point < static_cast<int> (line.points.size()); }

void countPoints (WaveComponent& source)
{
    source.numbers["num_points"] = static_cast<double> (source.keyframes.front().line->points.size());
}
} // namespace

double heightOf (const PatchLine& line, double x)
{
    const auto& points = line.points;
    const auto next = std::ranges::find_if (points, [x] (const auto& point) { return point.x >= x; });

    if (points.empty())
        return 0.5;

    if (next == points.begin() || next == points.end())
        return next == points.end() ? points.back().y : points.front().y;

    const auto& from = *std::prev (next);
    auto t = next->x > from.x ? (x - from.x) / (next->x - from.x) : 1.0;

    if (line.isSmooth)
        t = 0.5 - 0.5 * std::cos (t * std::numbers::pi);

    return from.y + bentShare (t, from.power) * (next->y - from.y);
}

PatchLine lineNear (const WaveComponent& source, int position)
{
    WavetableSpec alone;
    alone.groups = { { source } };
    const auto keyframe = keyframeThere (alone, 0, 0, position);
    const auto* found = keyframe ? keyframeAt (alone, { 0, 0, *keyframe }) : nullptr;
    return found != nullptr && found->line ? *found->line : PatchLine::straight();
}

Result<int> addLinePoint (WavetableSpec& spec, int group, double x)
{
    auto* source = lineSource (spec, group);

    if (source == nullptr)
        return noLine;

    if (! areAlike (*source))
        return unlike;

    if (! (x > 0 && x < 1))
        return Failure { "A point lies between the ends of the line, at x from 0 to 1.", "" };

    const auto& first = source->keyframes.front().line->points;

    if (first.size() >= static_cast<std::size_t> (PatchLine::maxPoints))
        return Failure { "A line has at most " + std::to_string (PatchLine::maxPoints) + " points.", "" };

    const auto place = std::ranges::find_if (first, [x] (const auto& point) { return point.x > x; }) - first.begin();
    const auto number = std::clamp<std::ptrdiff_t> (place, 1, static_cast<std::ptrdiff_t> (first.size()) - 1);

    // In other keyframes the points around it may be elsewhere: there it goes between them.
    for (auto& keyframe : source->keyframes)
    {
        auto& points = keyframe.line->points;
        const auto &before = points[static_cast<std::size_t> (number - 1)], &after = points[static_cast<std::size_t> (number)];
        const auto at = std::clamp (x, before.x, after.x);
        const PatchLine::Point made { at, std::clamp (heightOf (*keyframe.line, at), 0.0, 1.0), 0 };
        points.insert (points.begin() + number, made);
    }

    countPoints (*source);
    return static_cast<int> (number);
}

Result<Done> removeLinePoint (WavetableSpec& spec, int group, int point)
{
    auto* source = lineSource (spec, group);

    if (source == nullptr)
        return noLine;

    if (! areAlike (*source))
        return unlike;

    const auto& first = *source->keyframes.front().line;

    if (! has (first, point))
        return noPoint;

    if (point == 0 || point + 1 == static_cast<int> (first.points.size()))
        return Failure { "The ends of a line stay.", "" };

    for (auto& keyframe : source->keyframes)
        keyframe.line->points.erase (keyframe.line->points.begin() + point);

    countPoints (*source);
    return Done {};
}

Result<Done> moveLinePoint (WavetableSpec& spec, const WavePlace& place, int point, double x, double y)
{
    auto* line = lineAt (spec, place);

    if (line == nullptr)
        return noLine;

    if (! has (*line, point) || ! std::isfinite (x) || ! std::isfinite (y))
        return noPoint;

    const auto i = static_cast<std::size_t> (point);
    const auto isEnd = i == 0 || i + 1 == line->points.size();
    auto& moved = line->points[i];
    moved.x = isEnd ? moved.x : std::clamp (x, line->points[i - 1].x, line->points[i + 1].x);
    moved.y = std::clamp (y, 0.0, 1.0);
    return Done {};
}

Result<Done> bendLine (WavetableSpec& spec, const WavePlace& place, int point, double power)
{
    auto* line = lineAt (spec, place);

    if (line == nullptr)
        return noLine;

    if (! has (*line, point) || ! std::isfinite (power))
        return noPoint;

    line->points[static_cast<std::size_t> (point)].power = std::clamp (power, -patch::steepest, patch::steepest);
    return Done {};
}

} // namespace athanor
