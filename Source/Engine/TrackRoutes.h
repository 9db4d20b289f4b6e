// SPDX-License-Identifier: GPL-3.0-or-later
// Which track is heard by which: the mixer's cables, and the order that follows from them.
#pragma once

#include "Model/Project.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace athanor
{

/** The tracks that are played, with whether the project still wants them: those just deleted fade out first. */
using PlayedTracks = std::map<TrackId, std::pair<Track, bool>>;

/** Who feeds whom among some tracks, worked out once.

    A track feeds its group or the master, the sends it names, and whoever listens to it. What would close a loop is left
    out: a track cannot hear itself within one quantum. Whoever listens to what it feeds itself, as to the master, hears
    nothing; the mix goes on.
*/
class TrackRoutes
{
public:
    explicit TrackRoutes (const PlayedTracks&);

    /** Sources before those who hear them; the master is last. */
    const std::vector<TrackId>& order() const { return sorted; }

    /** The longest way to a track; tracks of one level do not need each other. */
    int levelOf (TrackId id) const { return levels.at (id); }

    /** Whatever comes into a track, by whatever way. */
    const std::vector<TrackId>& sourcesOf (TrackId id) const { return sources.at (id); }

    /** The group or the master; none for the master itself. */
    TrackId outputOf (TrackId) const;

    /** Muted is muted; and while anything is solo, only it, what feeds it and what it feeds. */
    bool isHeard (TrackId) const;

private:
    const Track& track (TrackId id) const { return tracks.at (id).first; }

    bool feeds (TrackId from, TrackId to) const;
    void addListener (TrackId);
    bool isFedBy (TrackId to, TrackId from, std::set<TrackId>& seen) const;
    bool isWithin (TrackId inner, TrackId outer) const;
    void visit (TrackId, std::set<TrackId>& onTheWay);

    const PlayedTracks& tracks;
    TrackId master;
    std::vector<TrackId> solos;
    std::map<TrackId, std::vector<TrackId>> sources;
    std::map<TrackId, int> levels;
    std::vector<TrackId> sorted;
};

} // namespace athanor
