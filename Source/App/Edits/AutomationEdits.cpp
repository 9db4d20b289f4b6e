// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/AutomationEdits.h"

#include "App/Edits/PatternCells.h"
#include "Model/ParameterAddress.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor
{

namespace
{
constexpr std::size_t mostPoints = 4'096;
constexpr int shapePoints = 32;

AutomationLane& editLane (Project& project, const LanePlace& place)
{
    return editClip (project, place.pattern, place.track).automation.edit (place.address);
}

void dropEmpty (Project& project, const LanePlace& place)
{
    if (const auto* lane = laneAt (project, place); lane != nullptr && lane->points.empty())
        editClip (project, place.pattern, place.track).automation.erase (place.address);
}

double inRange (double value) { return std::clamp (value, 0.0, 1.0); }

/** The last time at which a point can stand. */
Ticks lastOf (const Project& project, const LanePlace& place) { return lengthOfLane (project, place) - Ticks (1); }

void clearBetween (AutomationLane& lane, Ticks from, Ticks to)
{
    std::vector<Ticks> gone;

    for (auto point = lane.points.lowerBound (from); point != lane.points.end() && point->first <= to; ++point)
        gone.push_back (point->first);

    for (const auto at : gone)
        lane.points.erase (at);
}

/** A shape at a part of its way, 0 to 1. */
double shapeAt (LaneShape shape, double way)
{
    switch (shape)
    {
        case LaneShape::rampUp:
            return way;
        case LaneShape::rampDown:
            return 1 - way;
        case LaneShape::sine:
            return 0.5 - 0.5 * std::cos (2 * std::numbers::pi * way);
        case LaneShape::triangle:
            return way < 0.5 ? 2 * way : 2 - 2 * way;
        case LaneShape::square:
            return way < 0.5 ? 1 : 0;
        case LaneShape::smooth:
        case LaneShape::random:
            break;
    }

    return 0.5;
}

/** What a shape is made of: the parts of its way at which it has corners. */
std::vector<double> cornersOf (LaneShape shape)
{
    if (shape == LaneShape::rampUp || shape == LaneShape::rampDown)
        return { 0, 1 };

    if (shape == LaneShape::triangle)
        return { 0, 0.5, 1 };

    if (shape == LaneShape::square)
        return { 0, 0.5 };

    std::vector<double> corners;
    const auto count = shape == LaneShape::random ? 16 : shapePoints;

    for (int i = 0; i <= count; ++i)
        corners.push_back (static_cast<double> (i) / count);

    return corners;
}

/** The mean of the lane around a time. */
double smoothed (const AutomationLane& lane, Ticks at, Ticks reach)
{
    double sum = 0;

    for (int i = -4; i <= 4; ++i)
        sum += valueOfLane (lane, at + Ticks (reach.value * i / 4)).value_or (0.5);

    return sum / 9;
}

double chanceAt (const Project& project, const LanePlace& place, Ticks at)
{
    const auto lane = mixBits (place.pattern.value, place.track.value, keyOf (place.address));
    return static_cast<double> (mixBits (static_cast<std::uint64_t> (project.seed), lane, static_cast<std::uint64_t> (at.value)) >> 11) * 0x1p-53;
}
} // namespace

LanePlace shownLane (const Selection& selection)
{
    const auto address = parseParameterAddress (selection.automation);
    const auto isOfAnother = address && address->owner == ParameterAddress::Owner::track && TrackId { address->ownerId } != selection.cursor.track;
    return { selection.pattern, selection.cursor.track, isOfAnother ? std::string() : selection.automation };
}

const AutomationLane* laneAt (const Project& project, const LanePlace& place)
{
    const auto* clip = clipAt (project, place.pattern, place.track);
    return clip != nullptr ? clip->automation.find (place.address) : nullptr;
}

Ticks lengthOfLane (const Project& project, const LanePlace& place)
{
    const auto* clip = clipAt (project, place.pattern, place.track);
    const auto* pattern = project.patterns.find (place.pattern);
    return clip != nullptr ? timeOfLine (clip->lines, clip->linesPerBeat) : pattern != nullptr ? pattern->length
                                                                                               : beats (16);
}

Ticks stepOfLane (const Project& project, const LanePlace& place) { return timeOfLine (1, linesPerBeatAt (project, place.pattern, place.track)); }

void setPoint (Project& project, const LanePlace& place, Ticks at, double value)
{
    const auto last = lastOf (project, place);
    auto& lane = editLane (project, place);

    if (lane.points.size() < mostPoints)
        lane.points.edit (std::clamp (at, Ticks(), last)).value = inRange (value);
}

void removePoints (Project& project, const LanePlace& place, const std::set<Ticks>& points)
{
    if (laneAt (project, place) == nullptr)
        return;

    auto& lane = editLane (project, place);

    for (const auto at : points)
        lane.points.erase (at);

    dropEmpty (project, place);
}

std::set<Ticks> movePoints (Project& project, const LanePlace& place, const std::set<Ticks>& points, Ticks by, double up)
{
    const auto* before = laneAt (project, place);

    if (before == nullptr || points.empty())
        return {};

    // All of them move as far as the outermost can.
    by = std::clamp (by, Ticks() - *points.begin(), lastOf (project, place) - *points.rbegin());
    const auto old = *before;
    auto& lane = editLane (project, place);
    std::set<Ticks> moved;

    for (const auto at : points)
        lane.points.erase (at);

    for (const auto at : points)
        if (const auto* point = old.points.find (at))
        {
            auto copy = *point;
            copy.value = inRange (copy.value + up);
            lane.points.put (at + by, copy);
            moved.insert (at + by);
        }

    return moved;
}

void setHolds (Project& project, const LanePlace& place, const std::set<Ticks>& points, bool holds)
{
    if (laneAt (project, place) == nullptr)
        return;

    auto& lane = editLane (project, place);

    for (const auto at : points)
        if (lane.points.contains (at))
            lane.points.edit (at).isStep = holds;
}

void drawStroke (Project& project, const LanePlace& place, Ticks from, double fromValue, Ticks to, double toValue, Ticks step)
{
    if (from > to)
    {
        std::swap (from, to);
        std::swap (fromValue, toValue);
    }

    step = std::max (step, Ticks (ticksPerBeat / 96));
    const auto last = lastOf (project, place);
    const auto first = Ticks (std::clamp (from, Ticks(), last).value / step.value * step.value);
    auto& lane = editLane (project, place);
    clearBetween (lane, first, std::min (to, last));

    for (auto at = first; at <= std::min (to, last) && lane.points.size() < mostPoints; at += step)
    {
        const auto way = to > from ? static_cast<double> ((at - from).value) / static_cast<double> ((to - from).value) : 1.0;
        lane.points.edit (at).value = inRange (fromValue + std::clamp (way, 0.0, 1.0) * (toValue - fromValue));
    }
}

void drawShape (Project& project, const LanePlace& place, Ticks from, Ticks to, LaneShape shape)
{
    const auto last = lastOf (project, place);
    from = std::clamp (from, Ticks(), last);
    to = std::clamp (to, from, last);
    const auto old = laneAt (project, place) != nullptr ? *laneAt (project, place) : AutomationLane {};
    const auto span = to - from;
    auto& lane = editLane (project, place);
    clearBetween (lane, from, to);

    for (const auto way : cornersOf (shape))
    {
        const auto at = from + Ticks (static_cast<std::int64_t> (way * static_cast<double> (span.value)));
        auto& point = lane.points.edit (at);
        point.isStep = shape == LaneShape::square || shape == LaneShape::random;
        point.value = shape == LaneShape::smooth   ? smoothed (old, at, Ticks (span.value / 12))
                      : shape == LaneShape::random ? chanceAt (project, place, at)
                                                   : shapeAt (shape, way);
    }
}

void removeLane (Project& project, const LanePlace& place)
{
    if (laneAt (project, place) != nullptr)
        editClip (project, place.pattern, place.track).automation.erase (place.address);
}

LanePiece copyPoints (const Project& project, const LanePlace& place, const std::set<Ticks>& points)
{
    LanePiece piece;

    if (const auto* lane = laneAt (project, place))
        for (const auto at : points)
            if (const auto* point = lane->points.find (at))
                piece.emplace_back (at - *points.begin(), *point);

    return piece;
}

std::set<Ticks> pastePoints (Project& project, const LanePlace& place, Ticks at, const LanePiece& piece)
{
    std::set<Ticks> pasted;

    if (piece.empty())
        return pasted;

    const auto last = lastOf (project, place);
    auto& lane = editLane (project, place);
    clearBetween (lane, at, at + piece.back().first);

    for (const auto& [offset, point] : piece)
        if (at + offset <= last && lane.points.size() < mostPoints)
        {
            lane.points.put (at + offset, point);
            pasted.insert (at + offset);
        }

    return pasted;
}

} // namespace athanor
