// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the canvas of a patch, without a display.
#include "Ui/Patch/PatchCanvas.h"

#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct PatchCanvasTest : SongTest
{
    PatchCanvasTest()
    {
        const auto track = now().cursor.track;
        session.edit ("patch", [&] (Project& project) {
            auto& graph = editGraph (project, { track, {} });
            filter = addToChain (graph, "filter.svf");
            loose = addNode (graph, "effect.chorus", 300, 420);
        });
        session.select ([] (Selection& selection) { selection.isPatchOfInstrument = false; });
        place = { track, {} };
        canvas.setSize (1200, 700);
        canvas.show (place);
    }

    const Graph& graph() const { return *graphAt (session.project(), place); }

    bool isJoined (NodeId from, NodeId to) const
    {
        return std::ranges::any_of (graph().cables, [&] (const auto& entry) { return entry.second->from == from && entry.second->to == to; });
    }

    NodeId nodeOf (const std::string& type) const
    {
        for (const auto& [id, node] : graph().nodes)
            if (node->type == type)
                return id;

        return {};
    }

    void run (const char* action, Arguments arguments = {})
    {
        ASSERT_TRUE (session.actions().run (action, std::move (arguments))) << action;
        canvas.show (place);
    }

    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    PatchCanvas canvas { deeds };
    GraphPlace place;
    NodeId filter, loose;
};
} // namespace

TEST_F (PatchCanvasTest, zoomingKeepsThePointUnderTheMouse)
{
    PatchSight sight;
    sight.panBy ({ 30, -20 });
    const auto before = sight.toPatch ({ 400, 300 });
    sight.zoomBy (1.7f, { 400, 300 });
    const auto after = sight.toPatch ({ 400, 300 });
    EXPECT_NEAR (before.x, after.x, 0.01f);
    EXPECT_NEAR (before.y, after.y, 0.01f);
    sight.zoomBy (100, { 0, 0 });
    EXPECT_EQ (sight.zoom(), PatchSight::largest);
}

TEST_F (PatchCanvasTest, aLargePatchIsMadeToFit)
{
    PatchSight sight;
    sight.fit ({ -500, 0, 4000, 1000 }, { 0, 0, 1000, 700 });
    EXPECT_LT (sight.zoom(), 0.3f);
    EXPECT_GE (sight.toPixels ({ -500, 0 }).x, 0);
    EXPECT_LE (sight.toPixels ({ 3500, 0 }).x, 1000);
}

TEST_F (PatchCanvasTest, aBandAroundModulesChoosesThem)
{
    drag (canvas, { 2, 2 }, { 1190, 690 });
    EXPECT_EQ (session.selection().nodes.size(), 4u);
    click (canvas, { 1150, 20 });
    EXPECT_TRUE (session.selection().nodes.empty());
}

TEST_F (PatchCanvasTest, chosenModulesMoveTogetherInOneStep)
{
    session.select ([&] (Selection& selection) { selection.nodes = { filter, loose }; });
    const auto before = graph().nodes.find (loose)->x;
    const auto at = graph().nodes.find (filter)->x;
    drag (*canvas.boxOf (filter), { 60, 8 }, { 110, 8 });
    EXPECT_GT (graph().nodes.find (filter)->x, at);
    EXPECT_DOUBLE_EQ (graph().nodes.find (loose)->x - before, graph().nodes.find (filter)->x - at);
    EXPECT_EQ (session.nameOfUndo(), "move modules");
    session.undo();
    EXPECT_EQ (graph().nodes.find (loose)->x, before);
}

TEST_F (PatchCanvasTest, everyEditOfSeveralModulesIsOneNamedStep)
{
    session.select ([&] (Selection& selection) { selection.nodes = { filter, loose }; });
    const auto start = graph();

    for (const auto& [action, name] : { std::pair { "patch.duplicate", "duplicate modules" }, std::pair { "patch.bypass", "bypass modules" }, std::pair { "patch.remove", "remove modules" }, std::pair { "patch.tidy", "tidy up patch" } })
    {
        session.select ([&] (Selection& selection) { selection.nodes = { filter, loose }; });
        run (action);
        EXPECT_EQ (session.nameOfUndo(), name);
        session.undo();
        EXPECT_EQ (graph(), start) << action;
    }
}

TEST_F (PatchCanvasTest, aLooseModuleDroppedOnACableGoesIntoIt)
{
    const auto in = nodeOf ("track.in");
    auto* box = canvas.boxOf (loose);
    const auto *from = canvas.boxOf (in), *to = canvas.boxOf (filter);
    const auto middle = (*from->placeOf ("out", true) + *to->placeOf ("in", false)) / 2;
    const auto way = middle - box->getBounds().getCentre().toFloat();
    drag (*box, { 60, 8 }, juce::Point<float> (60, 8) + way);
    EXPECT_TRUE (isJoined (in, loose) && isJoined (loose, filter));
    EXPECT_EQ (session.nameOfUndo(), "put module into cable");
}

TEST_F (PatchCanvasTest, aModuleBecomesAnotherAndKeepsItsPlace)
{
    session.select ([&] (Selection& selection) { selection.nodes = { filter }; });
    run ("patch.replace", { { "type", "filter.ladder" } });
    EXPECT_EQ (graph().nodes.find (filter)->type, "filter.ladder");
    EXPECT_TRUE (isJoined (filter, nodeOf ("track.out")));
    EXPECT_NE (canvas.boxOf (filter), nullptr);
}

TEST_F (PatchCanvasTest, modulesAreCutAndPasted)
{
    session.select ([&] (Selection& selection) { selection.nodes = { filter, loose }; });
    run ("patch.cut");
    EXPECT_EQ (graph().nodes.size(), 2u);
    run ("patch.paste");
    EXPECT_EQ (graph().nodes.size(), 4u);
    EXPECT_EQ (session.selection().nodes.size(), 2u);
}

} // namespace athanor
