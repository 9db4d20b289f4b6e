// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/TrackRoutes.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int deepestGroup = 64; ///< A file may claim that two groups hold each other.
}

TrackRoutes::TrackRoutes (const PlayedTracks& played) : tracks (played)
{
    for (const auto& [id, entry] : tracks)
    {
        // Where another project was opened, the master of the one before is still fading; it is nobody's output any more.
        if (entry.first.kind == TrackKind::master && (! master || (entry.second && ! tracks.at (master).second)))
            master = id;

        if (entry.first.isSolo)
            solos.push_back (id);
    }

    for (const auto& [to, unused] : tracks)
        for (const auto& [from, alsoUnused] : tracks)
            if (feeds (from, to))
                sources[to].push_back (from);
            else
                sources.try_emplace (to);

    for (const auto& [id, unused] : tracks)
        addListener (id);

    std::set<TrackId> onTheWay;

    for (const auto& [id, unused] : tracks)
        if (id != master)
            visit (id, onTheWay);

    if (! master)
        return;

    visit (master, onTheWay);

    // Last even where groups that hold each other never lead to it.
    for (const auto& [id, level] : levels)
        if (id != master)
            levels[master] = std::max (levels[master], level + 1);
}

TrackId TrackRoutes::outputOf (TrackId id) const
{
    if (id == master)
        return {};

    const auto parent = tracks.find (track (id).parent);
    return parent != tracks.end() && parent->second.first.kind == TrackKind::group ? parent->first : master;
}

bool TrackRoutes::feeds (TrackId from, TrackId to) const
{
    if (from == to)
        return false;

    const auto isSendOf = track (to).kind == TrackKind::send && track (from).sends.contains (to);
    return isSendOf || outputOf (from) == to;
}

void TrackRoutes::addListener (TrackId listener)
{
    for (const auto& [id, node] : track (listener).graph.nodes)
    {
        const auto* text = node->type == "track.listen" ? node->texts.find ("track") : nullptr;
        const auto number = text != nullptr ? fromHex (*text) : std::nullopt;
        const TrackId heard { number.value_or (0) };
        std::set<TrackId> seen;

        if (tracks.contains (heard) && std::ranges::count (sources.at (listener), heard) == 0 && ! isFedBy (heard, listener, seen))
            sources.at (listener).push_back (heard);
    }
}

/** By whatever way, and a track always by itself. */
bool TrackRoutes::isFedBy (TrackId to, TrackId from, std::set<TrackId>& seen) const
{
    return to == from || (seen.insert (to).second && std::ranges::any_of (sources.at (to), [&] (TrackId source) { return isFedBy (source, from, seen); }));
}

/** Depth first, so that a level is known once everything before it is. */
void TrackRoutes::visit (TrackId id, std::set<TrackId>& onTheWay)
{
    if (levels.contains (id) || ! onTheWay.insert (id).second)
        return;

    int level = 0;

    for (const auto source : sources.at (id))
    {
        visit (source, onTheWay);

        if (const auto found = levels.find (source); found != levels.end())
            level = std::max (level, found->second + 1);
    }

    onTheWay.erase (id);
    levels.emplace (id, level);
    sorted.push_back (id);
}

bool TrackRoutes::isHeard (TrackId id) const
{
    if (track (id).isMuted)
        return false;

    const auto kind = track (id).kind;

    if (solos.empty() || kind == TrackKind::master || kind == TrackKind::send)
        return true;

    return std::ranges::any_of (solos, [this, id] (TrackId solo) { return isWithin (id, solo) || isWithin (solo, id); });
}

/** Whether a track is another, or lies in it however deep. */
bool TrackRoutes::isWithin (TrackId inner, TrackId outer) const
{
    for (int depth = 0; depth < deepestGroup && inner; ++depth, inner = outputOf (inner))
        if (inner == outer)
            return true;

    return false;
}

} // namespace athanor
