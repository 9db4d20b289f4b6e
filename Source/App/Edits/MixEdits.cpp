// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/MixEdits.h"

#include "App/Edits/GraphEdits.h"
#include "App/Edits/TrackEdits.h"

#include <algorithm>

namespace athanor
{

namespace
{
/** Whether what `track` plays goes through `group`. */
bool playsInto (const Project& project, TrackId track, TrackId group)
{
    for (std::size_t steps = 0; steps <= project.tracks.size() && track; ++steps)
    {
        if (track == group)
            return true;

        const auto* found = project.tracks.find (track);
        track = found != nullptr ? found->parent : TrackId {};
    }

    return false;
}
} // namespace

std::vector<TrackId> outputsFor (const Project& project, TrackId track)
{
    std::vector<TrackId> found { {} };

    for (const auto id : tracksInOrder (project))
        if (project.tracks.find (id)->kind == TrackKind::group && ! playsInto (project, id, track))
            found.push_back (id);

    return found;
}

bool setOutput (Project& project, TrackId track, TrackId group)
{
    const auto* found = project.tracks.find (track);
    const auto outputs = outputsFor (project, track);

    if (found == nullptr || found->kind == TrackKind::master || std::ranges::find (outputs, group) == outputs.end())
        return false;

    if (found->parent != group)
        project.tracks.edit (track).parent = group;

    return true;
}

TrackId groupTrack (Project& project, TrackId track)
{
    const auto* found = project.tracks.find (track);

    if (found == nullptr || found->kind == TrackKind::master || found->kind == TrackKind::send)
        return {};

    const auto parent = found->parent;
    const auto group = addTrack (project, TrackKind::group, track);
    project.tracks.edit (group).parent = parent;
    project.tracks.edit (track).parent = group;
    return group;
}

bool ungroup (Project& project, TrackId group)
{
    const auto* found = project.tracks.find (group);
    return found != nullptr && found->kind == TrackKind::group && removeTrack (project, group);
}

void removeSend (Project& project, TrackId from, TrackId to)
{
    if (const auto* track = project.tracks.find (from); track != nullptr && track->sends.contains (to))
        project.tracks.edit (from).sends.erase (to);
}

void setPreFader (Project& project, TrackId from, TrackId to, bool isPreFader)
{
    if (const auto* track = project.tracks.find (from); track != nullptr && track->sends.contains (to))
        project.tracks.edit (from).sends.edit (to).isPreFader = isPreFader;
}

std::vector<TrackId> heardBy (const Project& project, TrackId id)
{
    std::vector<TrackId> heard;

    if (const auto* track = project.tracks.find (id))
        for (const auto& [nodeId, node] : track->graph.nodes)
            if (const auto source = node->type == "track.listen" ? sourceOf (*node) : TrackId {}; source && project.tracks.contains (source))
                heard.push_back (source);

    return heard;
}

TrackId sourceOf (const Node& node)
{
    const auto* text = node.texts.find ("track");
    const auto id = text != nullptr ? fromHex (*text) : std::nullopt;
    return id ? TrackId { *id } : TrackId {};
}

void setSource (Node& node, TrackId source) { node.texts.put ("track", toHex (source.value)); }

bool addSidechain (Project& project, TrackId track, TrackId source)
{
    if (! project.tracks.contains (track) || ! project.tracks.contains (source) || track == source)
        return false;

    auto& graph = editGraph (project, { track, {} });
    const auto compressor = addToChain (graph, "effect.compressor");
    const auto place = *graph.nodes.find (compressor);
    const auto ear = addNode (graph, "track.listen", place.x - 170, place.y + 200);
    setSource (graph.nodes.edit (ear), source);
    return connect (graph, ear, "out", compressor, "sidechain").has_value();
}

} // namespace athanor
