// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/MixEdits.h"

#include "App/Edits/GraphEdits.h"
#include "App/Edits/TrackEdits.h"
#include "App/SmallProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (MixEdits, aGroupStandsBetweenATrackAndWhereItPlayed)
{
    SmallProject small;
    const auto inner = groupTrack (small.project, small.left);
    const auto outer = groupTrack (small.project, inner);
    EXPECT_EQ (small.project.tracks.find (small.left)->parent, inner);
    EXPECT_EQ (small.project.tracks.find (inner)->parent, outer);
    EXPECT_FALSE (groupTrack (small.project, small.master));
}

TEST (MixEdits, nothingPlaysIntoItself)
{
    SmallProject small;
    const auto inner = groupTrack (small.project, small.left);
    const auto outer = groupTrack (small.project, inner);
    EXPECT_FALSE (setOutput (small.project, outer, inner));
    EXPECT_FALSE (setOutput (small.project, inner, inner));
    EXPECT_TRUE (setOutput (small.project, small.right, inner));
    EXPECT_EQ (outputsFor (small.project, outer), (std::vector<TrackId> { {} }));
}

TEST (MixEdits, aDissolvedGroupLeavesItsTracks)
{
    SmallProject small;
    const auto inner = groupTrack (small.project, small.left);
    const auto outer = groupTrack (small.project, inner);
    EXPECT_TRUE (ungroup (small.project, inner));
    EXPECT_EQ (small.project.tracks.find (small.left)->parent, outer);
    EXPECT_FALSE (ungroup (small.project, small.left));
}

TEST (MixEdits, aSidechainIsHeardAndSeen)
{
    SmallProject small;
    ASSERT_TRUE (addSidechain (small.project, small.right, small.left));
    EXPECT_EQ (heardBy (small.project, small.right), std::vector { small.left });
    const auto chain = chainOf (small.project.tracks.find (small.right)->graph);
    ASSERT_EQ (chain.size(), 1u);
    EXPECT_EQ (small.project.tracks.find (small.right)->graph.nodes.find (chain[0])->type, "effect.compressor");
    EXPECT_FALSE (addSidechain (small.project, small.left, small.left));
}

TEST (MixEdits, aSendIsBeforeTheFaderOnlyWhereSomethingIsSent)
{
    SmallProject small;
    const auto send = addTrack (small.project, TrackKind::send, small.right);
    setPreFader (small.project, small.left, send, true);
    EXPECT_TRUE (small.project.tracks.find (small.left)->sends.empty());
    small.project.tracks.edit (small.left).sends.edit (send).level = -6;
    setPreFader (small.project, small.left, send, true);
    EXPECT_TRUE (small.project.tracks.find (small.left)->sends.find (send)->isPreFader);
    removeSend (small.project, small.left, send);
    EXPECT_TRUE (small.project.tracks.find (small.left)->sends.empty());
}

} // namespace athanor
