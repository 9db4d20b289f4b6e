// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/GraphEdits.h"

#include "Support/Projects.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
std::vector<std::string> typesIn (const Graph& graph)
{
    std::vector<std::string> types;

    for (const auto id : chainOf (graph))
        types.push_back (graph.nodes.find (id)->type);

    return types;
}

struct Track1
{
    projects::Song song = projects::synthOnOneTrack();

    Graph& graph() { return editGraph (song.project, { song.track, {} }); }
};

using Types = std::vector<std::string>;
} // namespace

TEST (GraphEdits, noteDevicesStandBeforeTheOthersInTheOrderInWhichTheyCome)
{
    Track1 track;
    auto& graph = track.graph();
    addToChain (graph, "effect.delay");
    addToChain (graph, "notes.chord");
    addToChain (graph, "notes.arpeggiator");
    addToChain (graph, "effect.reverb");
    EXPECT_EQ (typesIn (graph), (Types { "notes.chord", "notes.arpeggiator", "effect.delay", "effect.reverb" }));
    addToChain (graph, "notes.transpose", 1);
    addToChain (graph, "mix.gain", 0);
    addToChain (graph, "notes.chance", 5);
    EXPECT_EQ (typesIn (graph), (Types { "notes.chord", "notes.transpose", "notes.arpeggiator", "notes.chance", "mix.gain", "effect.delay", "effect.reverb" }));
    EXPECT_FALSE (branches (graph));
}

TEST (GraphEdits, devicesMoveAmongTheirOwn)
{
    Track1 track;
    auto& graph = track.graph();
    const auto chord = addToChain (graph, "notes.chord");
    addToChain (graph, "notes.arpeggiator");
    addToChain (graph, "effect.delay");
    const auto reverb = addToChain (graph, "effect.reverb");
    EXPECT_TRUE (moveInChain (graph, chord, 1));
    EXPECT_FALSE (moveInChain (graph, chord, 1));
    EXPECT_TRUE (moveInChain (graph, reverb, -1));
    EXPECT_FALSE (moveInChain (graph, reverb, -1));
    EXPECT_EQ (typesIn (graph), (Types { "notes.arpeggiator", "notes.chord", "effect.reverb", "effect.delay" }));
}

TEST (GraphEdits, theRowOfNotesIsJoinedAgainAndGoesWithItsLastDevice)
{
    Track1 track;
    auto& graph = track.graph();
    const auto chord = addToChain (graph, "notes.chord"), arpeggiator = addToChain (graph, "notes.arpeggiator");
    removeNode (graph, chord);
    EXPECT_EQ (typesIn (graph), Types { "notes.arpeggiator" });
    removeNode (graph, arpeggiator);
    EXPECT_EQ (graph.nodes.size(), 2u) << "only the ends of the sound are left";
    EXPECT_EQ (graph.cables.size(), 1u);
}

TEST (GraphEdits, notesGoIntoNotesOnlyAndNeverInCircles)
{
    Track1 track;
    auto& graph = track.graph();
    const auto chord = addToChain (graph, "notes.chord"), chance = addToChain (graph, "notes.chance");
    const auto delay = addToChain (graph, "effect.delay");
    EXPECT_FALSE (canConnect (graph, chord, "out", delay, "in"));
    EXPECT_FALSE (canConnect (graph, chord, "out", chance, "chance"));
    EXPECT_FALSE (canConnect (graph, delay, "out", chance, "in"));
    EXPECT_FALSE (connect (graph, chance, "out", chord, "in"));
    EXPECT_TRUE (canConnect (graph, delay, "out", chance, "chance"));

    const auto other = addNode (graph, "notes.transpose", 0, 0);
    const auto cable = connect (graph, chord, "out", other, "in");
    ASSERT_TRUE (cable);
    EXPECT_EQ (graph.cables.find (*cable)->amount, 1);
    EXPECT_TRUE (branches (graph));

    const auto made = insertInto (graph, *cable, "notes.chance", 0, 0);
    EXPECT_TRUE (canConnect (graph, made, "out", other, "in"));
    EXPECT_FALSE (graph.cables.contains (*cable));
}

} // namespace athanor
