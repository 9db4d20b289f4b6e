// SPDX-License-Identifier: GPL-3.0-or-later
// Several modules at a time, modules that become others, and how late a cable is.
#include "App/Edits/PatchEdits.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct PatchEditsTest : testing::Test
{
    PatchEditsTest()
    {
        in = addNode (graph, "track.in", 0, 0);
        filter = addNode (graph, "filter.svf", 200, 0);
        delay = addNode (graph, "effect.delay", 400, 0);
        out = addNode (graph, "track.out", 600, 0);
        connect (graph, in, "out", filter, "in");
        band = connect (graph, filter, "out", delay, "in").value_or (CableId {});
        connect (graph, delay, "out", out, "in");
    }

    bool isJoined (NodeId from, NodeId to) const
    {
        for (const auto& [id, cable] : graph.cables)
            if (cable->from == from && cable->to == to)
                return true;

        return false;
    }

    Graph graph;
    NodeId in, filter, delay, out;
    CableId band;
};
} // namespace

TEST_F (PatchEditsTest, aPieceHasItsModulesAndTheCablesBetweenThem)
{
    const auto piece = pieceOf (graph, { in, filter, delay });
    EXPECT_EQ (piece.nodes.size(), 2u) << "the beginning of a patch is not copied";
    EXPECT_EQ (piece.cables.size(), 1u);
}

TEST_F (PatchEditsTest, aPastedPieceIsNewAndStandsAside)
{
    const auto made = pasteInto (graph, {}, pieceOf (graph, { filter, delay }), 30, 40);
    ASSERT_EQ (made.size(), 2u);
    EXPECT_FALSE (made.contains (filter));
    EXPECT_EQ (graph.nodes.size(), 6u);
    EXPECT_EQ (graph.cables.size(), 4u);

    for (const auto id : made)
        EXPECT_EQ (graph.nodes.find (id)->y, 40);
}

TEST_F (PatchEditsTest, modulesThatLiveInVoicesOnlyAreNotPastedIntoATrack)
{
    Graph voice;
    addNode (voice, "voice.in", 0, 0);
    EXPECT_TRUE (pasteInto (graph, {}, voice, 0, 0).empty());
}

TEST_F (PatchEditsTest, removingSeveralJoinsWhatIsLeftAndKeepsTheEnds)
{
    EXPECT_TRUE (removeNodes (graph, { in, filter, delay, out }));
    EXPECT_EQ (graph.nodes.size(), 2u);
    EXPECT_TRUE (isJoined (in, out));
    EXPECT_FALSE (removeNodes (graph, { in, out }));
}

TEST_F (PatchEditsTest, bypassingSeveralBypassesAllBeforeItSwitchesThemOn)
{
    graph.nodes.edit (filter).isBypassed = true;
    bypassNodes (graph, { filter, delay });
    EXPECT_TRUE (graph.nodes.find (filter)->isBypassed && graph.nodes.find (delay)->isBypassed);
    bypassNodes (graph, { filter, delay });
    EXPECT_FALSE (graph.nodes.find (filter)->isBypassed || graph.nodes.find (delay)->isBypassed);
}

TEST_F (PatchEditsTest, aReplacedModuleKeepsItsCables)
{
    graph.nodes.edit (filter).knobs.put ("cutoff", 500);
    ASSERT_TRUE (replaceNode (graph, filter, "filter.ladder"));
    EXPECT_EQ (graph.nodes.find (filter)->type, "filter.ladder");
    EXPECT_EQ (*graph.nodes.find (filter)->knobs.find ("cutoff"), 500);
    EXPECT_TRUE (isJoined (in, filter));
    EXPECT_TRUE (isJoined (filter, delay));
}

TEST_F (PatchEditsTest, aCableGoesToThePortInTheSamePlaceWhereNoneHasItsName)
{
    const auto amp = addNode (graph, "amp", 0, 300);
    const auto second = connect (graph, amp, "out2", delay, "in");
    ASSERT_TRUE (second);
    ASSERT_TRUE (replaceNode (graph, amp, "mix.split"));
    const auto* cable = graph.cables.find (*second);
    ASSERT_NE (cable, nullptr);
    EXPECT_NE (cable->output, "out2");
    EXPECT_TRUE (canConnect (graph, amp, cable->output, delay, "in"));
}

TEST_F (PatchEditsTest, theEndsOfAPatchCannotBecomeSomethingElse)
{
    EXPECT_FALSE (replaceNode (graph, out, "effect.delay"));
    EXPECT_FALSE (replaceNode (graph, filter, "no.such"));
}

TEST_F (PatchEditsTest, aModuleIsPutIntoACable)
{
    const auto chorus = addNode (graph, "effect.chorus", 0, 300);
    ASSERT_TRUE (putInto (graph, band, chorus));
    EXPECT_TRUE (isJoined (filter, chorus) && isJoined (chorus, delay));
    EXPECT_FALSE (isJoined (filter, delay));
}

TEST_F (PatchEditsTest, aModuleThatIsMovedIntoAnotherCableLeavesItsChainJoined)
{
    CableId last;

    for (const auto& [id, cable] : graph.cables)
        if (cable->to == out)
            last = id;

    ASSERT_TRUE (putInto (graph, last, filter));
    EXPECT_TRUE (isJoined (in, delay) && isJoined (delay, filter) && isJoined (filter, out));
    EXPECT_EQ (graph.cables.size(), 3u);
}

TEST_F (PatchEditsTest, aModuleIsNotPutIntoItsOwnCable)
{
    EXPECT_FALSE (canPutInto (graph, band, filter));
    EXPECT_FALSE (putInto (graph, band, delay));
}

TEST_F (PatchEditsTest, aCableSaysHowLateItIsAndHowLongItWaits)
{
    const auto late = addNode (graph, "effect.limiter", 200, 200);
    const auto frames = static_cast<int> (findModuleType ("effect.limiter")->prototype().latency().value);
    ASSERT_GT (frames, 0);
    connect (graph, in, "out", late, "in");
    const auto fromLate = connect (graph, late, "out", out, "in");
    ASSERT_TRUE (fromLate);
    const auto timing = timingOf (graph);
    EXPECT_EQ (timing.at (*fromLate), (CableTiming { frames, 0 }));

    for (const auto& [id, cable] : graph.cables)
        if (cable->from == delay)
            EXPECT_EQ (timing.at (id), (CableTiming { 0, frames })) << "it waits for the late one";
}

TEST_F (PatchEditsTest, aPortFindsTheFirstPortThatTakesIt)
{
    const auto chorus = addNode (graph, "effect.chorus", 0, 300);
    EXPECT_TRUE (connectToMain (graph, filter, "out", true, chorus));
    EXPECT_TRUE (isJoined (filter, chorus));
}

TEST_F (PatchEditsTest, aCompressorWithASidechainStaysALinkOfItsChain)
{
    const auto compressor = addToChain (graph, "effect.compressor");
    const auto ear = addNode (graph, "track.listen", 0, 400);
    ASSERT_TRUE (connect (graph, ear, "out", compressor, "sidechain"));
    const auto made = addToChain (graph, "effect.chorus", 2);
    EXPECT_EQ (chainOf (graph), (std::vector { filter, delay, made, compressor }));
    EXPECT_TRUE (moveInChain (graph, compressor, -2));
    EXPECT_EQ (chainOf (graph), (std::vector { filter, compressor, delay, made }));
    removeNode (graph, compressor);
    EXPECT_EQ (chainOf (graph), (std::vector { filter, delay, made }));
}

} // namespace athanor
