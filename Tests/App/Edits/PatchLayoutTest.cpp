// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatchLayout.h"

#include "App/Edits/GraphEdits.h"
#include "App/StartProject.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct PatchLayoutTest : testing::Test
{
    PatchLayoutTest()
    {
        in = addNode (graph, "track.in", 500, 500);
        filter = addNode (graph, "filter.svf", 20, 80);
        wave = addNode (graph, "lfo", 900, 10);
        out = addNode (graph, "track.out", 100, 300);
        connect (graph, in, "out", filter, "in");
        connect (graph, wave, "out", filter, "cutoff");
        connect (graph, filter, "out", out, "in");
    }

    const Node& at (NodeId id) const { return *graph.nodes.find (id); }

    bool overlap (NodeId a, NodeId b) const
    {
        const auto sizeA = sizeOfBox (at (a).type), sizeB = sizeOfBox (at (b).type);
        return at (a).x < at (b).x + sizeB.width && at (b).x < at (a).x + sizeA.width && at (a).y < at (b).y + sizeB.height && at (b).y < at (a).y + sizeA.height;
    }

    Graph graph;
    NodeId in, filter, wave, out;
};
} // namespace

TEST_F (PatchLayoutTest, soundRunsFromLeftToRight)
{
    tidy (graph);
    EXPECT_LT (at (in).x, at (filter).x);
    EXPECT_LT (at (filter).x, at (out).x);
    EXPECT_EQ (at (wave).x, at (in).x) << "what turns a knob stands just before it";
}

TEST_F (PatchLayoutTest, nothingLiesOnSomethingElse)
{
    tidy (graph);
    const auto nodes = std::vector { in, filter, wave, out };

    for (std::size_t a = 0; a < nodes.size(); ++a)
        for (std::size_t b = a + 1; b < nodes.size(); ++b)
            EXPECT_FALSE (overlap (nodes[a], nodes[b]));
}

TEST_F (PatchLayoutTest, theUpperLeftCornerStaysWhereItWas)
{
    tidy (graph);
    EXPECT_EQ (at (in).x, 20);
    auto highest = 1.0e9;

    for (const auto& [id, node] : graph.nodes)
        highest = std::min (highest, node->y);

    EXPECT_EQ (highest, 10);
}

TEST_F (PatchLayoutTest, onlyTheChosenAreLaidOut)
{
    tidy (graph, { in, filter });
    EXPECT_EQ (at (out).x, 100);
    EXPECT_EQ (at (wave).x, 900);
    EXPECT_LT (at (in).x, at (filter).x);
}

TEST_F (PatchLayoutTest, tidyingTwiceIsTidyingOnce)
{
    tidy (graph);
    const auto once = graph;
    tidy (graph);
    EXPECT_EQ (graph, once);
}

TEST_F (PatchLayoutTest, edgesAreLinedUpWithTheOutermost)
{
    alignNodes (graph, { in, filter, out }, Edge::left);
    EXPECT_EQ (at (in).x, 20);
    EXPECT_EQ (at (out).x, 20);
    EXPECT_EQ (at (wave).x, 900);
}

TEST_F (PatchLayoutTest, aPatchThatNobodyEverPlacedIsTidiedAndOneThatSomebodyDidIsLeftAlone)
{
    Project project;
    const TrackId placed { 1 }, unplaced { 2 };
    project.tracks.edit (placed).graph = graph;

    for (const auto id : { in, filter, wave, out })
        graph.nodes.edit (id).x = graph.nodes.edit (id).y = 0;

    project.tracks.edit (unplaced).graph = graph;
    const auto before = project;
    placeModules (project);
    EXPECT_EQ (project.tracks.find (placed)->graph, before.tracks.find (placed)->graph);
    graph = project.tracks.find (unplaced)->graph;

    for (const auto a : { in, filter, wave, out })
        for (const auto b : { in, filter, wave, out })
            EXPECT_FALSE (a != b && overlap (a, b));
}

TEST_F (PatchLayoutTest, theFirstPatchThatOneSeesLiesThereInOrder)
{
    graph = simpleSynth ("First light", 1).graph;

    for (const auto& [a, one] : graph.nodes)
        for (const auto& [b, other] : graph.nodes)
            EXPECT_FALSE (a != b && overlap (a, b)) << one->type << " and " << other->type;
}

} // namespace athanor
