// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the automation lanes of clips along the song.
#pragma once

#include "Engine/Tracker/Timeline.h"

#include <map>

namespace athanor
{

/** Where pattern time lies in song time, for a while. */
struct Clock
{
    Ticks pattern, song;
    double rate = 1; ///< Song ticks to a pattern tick.

    Ticks songAt (Ticks inPattern) const noexcept
    {
        const auto ahead = inPattern - pattern;
        return song + (rate == 1 ? ahead : Ticks (static_cast<std::int64_t> (static_cast<double> (ahead.value) * rate + 0.5)));
    }
};

class Curves
{
public:
    /** The clip plays from `from` to `to` of its pattern, over and over. */
    void play (TrackId, const Clip&, Ticks clipLength, Ticks from, Ticks to, const Clock&);

    /** Forgets what was laid out so far. */
    void clear();

    void finish (const Timeline&, Ticks origin, std::vector<ScoreCurve>&);

private:
    struct Point
    {
        Ticks at;
        double value = 0;
        bool isStep = false;
    };

    struct Curve
    {
        std::vector<Point> points;
        const AutomationLane* lane = nullptr; ///< What is being laid out; null after the last.
        Ticks inClip, inSong;                 ///< How far.
    };

    static void lay (Curve&, const AutomationLane&, Ticks from, Ticks to, const Clock&);
    static void close (Curve&);

    std::map<std::pair<TrackId, std::string>, Curve> curves;
};

} // namespace athanor
