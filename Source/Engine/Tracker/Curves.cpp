// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Curves.h"

#include "Model/Automation.h"

#include <algorithm>

namespace athanor
{

void Curves::play (TrackId track, const Clip& clip, Ticks clipLength, Ticks from, Ticks to, const Clock& clock)
{
    for (const auto& [address, lane] : clip.automation)
    {
        if (lane->points.empty())
            continue;

        auto& curve = curves[{ track, address }];

        for (auto start = clipLength * (from.value / clipLength.value); start < to; start += clipLength)
        {
            const auto begin = std::max (from, start), end = std::min (to, start + clipLength);
            lay (curve, *lane, begin - start, end - start, { clock.pattern - start, clock.song, clock.rate });
        }
    }
}

void Curves::lay (Curve& curve, const AutomationLane& lane, Ticks from, Ticks to, const Clock& clock)
{
    if (curve.lane != &lane || curve.inClip != from)
    {
        close (curve);
        curve.points.push_back ({ clock.songAt (from), *valueOfLane (lane, from), false });
    }

    if (const auto before = lane.points.upperBound (from); before != lane.points.begin())
        curve.points.back().isStep = std::prev (before)->second->isStep;

    for (auto point = lane.points.upperBound (from); point != lane.points.end() && point->first < to; ++point)
        curve.points.push_back ({ clock.songAt (point->first), point->second->value, point->second->isStep });

    curve.lane = &lane;
    curve.inClip = to;
    curve.inSong = clock.songAt (to);
}

/** Ends the piece that was being laid out: its last value stays until the next. */
void Curves::close (Curve& curve)
{
    if (curve.lane != nullptr)
        curve.points.push_back ({ curve.inSong, *valueOfLane (*curve.lane, curve.inClip), true });

    curve.lane = nullptr;
}

void Curves::clear() { curves.clear(); }

void Curves::finish (const Timeline& timeline, Ticks origin, std::vector<ScoreCurve>& into)
{
    for (auto& [which, curve] : curves)
    {
        close (curve);
        auto& done = into.emplace_back (ScoreCurve { which.second, which.first, {} });

        for (const auto& point : curve.points)
            done.points.push_back ({ timeline.secondsAt (point.at - origin), point.value, point.isStep });
    }
}

} // namespace athanor
