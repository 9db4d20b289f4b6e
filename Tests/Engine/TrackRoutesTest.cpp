// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/TrackRoutes.h"

#include "Support/Projects.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

namespace
{
/** Two note tracks, one of them in a group, a send and the master. */
struct Desk
{
    Desk()
    {
        lead = projects::addTrack (project, TrackKind::note, "lead");
        drums = projects::addTrack (project, TrackKind::note, "drums");
        group = projects::addTrack (project, TrackKind::group, "group");
        room = projects::addTrack (project, TrackKind::send, "room");
        master = projects::addTrack (project, TrackKind::master, "master");
        edit (drums).parent = group;
        edit (lead).sends.edit (room).level = -6;
    }

    Track& edit (TrackId id) { return project.tracks.edit (id); }

    TrackRoutes routes()
    {
        played.clear();

        for (const auto& [id, track] : project.tracks)
            played.emplace (id, std::pair { *track, true });

        return TrackRoutes (played);
    }

    Project project;
    PlayedTracks played;
    TrackId lead, drums, group, room, master;
};

std::ptrdiff_t placeOf (const TrackRoutes& routes, TrackId id)
{
    return std::ranges::find (routes.order(), id) - routes.order().begin();
}
} // namespace

TEST (TrackRoutes, ATrackIsPlayedAfterWhateverFeedsIt)
{
    Desk desk;
    const auto routes = desk.routes();

    EXPECT_LT (placeOf (routes, desk.drums), placeOf (routes, desk.group));
    EXPECT_LT (placeOf (routes, desk.lead), placeOf (routes, desk.room));
    EXPECT_EQ (routes.order().back(), desk.master);
    EXPECT_EQ (routes.outputOf (desk.drums), desk.group);
    EXPECT_EQ (routes.outputOf (desk.lead), desk.master);
    EXPECT_LT (routes.levelOf (desk.drums), routes.levelOf (desk.group));
    EXPECT_LT (routes.levelOf (desk.group), routes.levelOf (desk.master));
}

TEST (TrackRoutes, TheMasterOfAnotherProjectThatStillFadesIsNobodysOutput)
{
    // Whichever of the two has the smaller id.
    for (const bool isOlderFirst : { true, false })
    {
        Desk desk;
        auto played = PlayedTracks();
        const auto another = projects::addTrack (desk.project, TrackKind::master, "another");
        const auto fading = (desk.master < another) == isOlderFirst ? desk.master : another;
        const auto wanted = fading == another ? desk.master : another;

        for (const auto& [id, track] : desk.project.tracks)
            played.emplace (id, std::pair { *track, id != fading });

        const TrackRoutes routes (played);
        EXPECT_EQ (routes.outputOf (desk.lead), wanted);
        EXPECT_EQ (routes.outputOf (fading), wanted);
        EXPECT_EQ (routes.order().back(), wanted);
    }
}

TEST (TrackRoutes, GroupsThatHoldEachOtherAreStillPlayedOnceEach)
{
    Desk desk;
    const auto other = projects::addTrack (desk.project, TrackKind::group, "other");
    desk.edit (desk.group).parent = other;
    desk.edit (other).parent = desk.group;
    const auto routes = desk.routes();

    auto order = routes.order();
    std::ranges::sort (order);
    EXPECT_EQ (order.size(), 6u);
    EXPECT_EQ (std::ranges::unique (order).begin(), order.end());
    desk.edit (desk.drums).isSolo = true;
    EXPECT_FALSE (desk.routes().isHeard (desk.lead));
}

TEST (TrackRoutes, WhoListensToWhatItFeedsDoesNotBreakTheMix)
{
    Desk desk;
    const auto listen = [&] (TrackId to, TrackId from) {
        auto& graph = desk.edit (to).graph;
        graph.nodes.edit (projects::addNode (graph, "track.listen")).texts.put ("track", toHex (from.value));
    };
    listen (desk.group, desk.master);
    listen (desk.drums, desk.group);
    listen (desk.lead, desk.drums);
    const auto routes = desk.routes();

    EXPECT_EQ (routes.order().back(), desk.master);
    EXPECT_LT (placeOf (routes, desk.drums), placeOf (routes, desk.group));
    EXPECT_LT (placeOf (routes, desk.drums), placeOf (routes, desk.lead)) << "that is no loop";

    for (const auto id : { desk.lead, desk.drums, desk.group, desk.room })
        EXPECT_LT (routes.levelOf (id), routes.levelOf (desk.master));

    EXPECT_EQ (std::ranges::count (routes.sourcesOf (desk.master), desk.group), 1);
    EXPECT_EQ (std::ranges::count (routes.sourcesOf (desk.group), desk.master), 0);
}

TEST (TrackRoutes, SoloLeavesTheTrackItsGroupItsChildrenAndTheSends)
{
    Desk desk;
    desk.edit (desk.group).isSolo = true;
    EXPECT_TRUE (desk.routes().isHeard (desk.drums));
    EXPECT_TRUE (desk.routes().isHeard (desk.group));
    EXPECT_TRUE (desk.routes().isHeard (desk.room));
    EXPECT_TRUE (desk.routes().isHeard (desk.master));
    EXPECT_FALSE (desk.routes().isHeard (desk.lead));

    desk.edit (desk.group).isSolo = false;
    desk.edit (desk.drums).isSolo = true;
    EXPECT_TRUE (desk.routes().isHeard (desk.group)) << "what a solo track plays into has to be open";

    desk.edit (desk.drums).isMuted = true;
    EXPECT_FALSE (desk.routes().isHeard (desk.drums)) << "muted is muted";
}

} // namespace athanor
