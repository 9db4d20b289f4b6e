// SPDX-License-Identifier: GPL-3.0-or-later
// Automation drawn with the mouse and moved with the keys.
#include "Ui/Chain/AutomationLaneView.h"

#include "Model/ParameterAddress.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct AutomationLaneViewTest : SongTest
{
    AutomationLaneViewTest()
    {
        const auto address = format (volumeOf (now().cursor.track));
        EXPECT_TRUE (session.actions().run ("automation.show", { { "address", address } }));
        place = shownLane (now());
        lane.setSize (1000, 120);
        lane.update();
    }

    static Ticks line (int number) { return Ticks (ticksPerBeat / 4 * number); }

    juce::Point<float> at (int number, double value) const { return lane.placeOf (line (number), value); }

    std::vector<int> lines() const
    {
        std::vector<int> found;

        if (const auto* drawn = laneAt (session.project(), place))
            for (const auto& [time, point] : drawn->points)
                found.push_back (static_cast<int> (time.value / (ticksPerBeat / 4)));

        return found;
    }

    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    AutomationLaneView lane { deeds };
    LanePlace place;
};

using Lines = std::vector<int>;
} // namespace

TEST_F (AutomationLaneViewTest, aClickMakesAPointOnTheNextLine)
{
    click (lane, at (8, 0.5) + juce::Point<float> (2, 0));
    EXPECT_EQ (lines(), Lines { 8 });
    EXPECT_EQ (session.nameOfUndo(), "draw automation");
    EXPECT_EQ (session.selection().points, std::set { line (8) });
}

TEST_F (AutomationLaneViewTest, aDragMovesAPointInOneStep)
{
    click (lane, at (8, 0.5));
    lane.update();
    drag (lane, at (8, 0.5), at (16, 0.9));
    EXPECT_EQ (lines(), Lines { 16 });
    EXPECT_NEAR (laneAt (session.project(), place)->points.find (line (16))->value, 0.9, 0.02);
    session.undo();
    EXPECT_EQ (lines(), Lines { 8 });
}

TEST_F (AutomationLaneViewTest, aBandChoosesAndAKeyRemoves)
{
    for (const auto number : { 4, 8, 40 })
        click (lane, at (number, 0.5));

    drag (lane, at (2, 0.9), at (12, 0.1), juce::ModifierKeys::shiftModifier);
    EXPECT_EQ (session.selection().points, (std::set { line (4), line (8) }));
    EXPECT_TRUE (lane.keyPressed (key ("delete")));
    EXPECT_EQ (lines(), Lines { 40 });
}

TEST_F (AutomationLaneViewTest, arrowsMoveTheChosenPoints)
{
    click (lane, at (8, 0.5));
    lane.keyPressed (key ("cursor right"));
    EXPECT_EQ (lines(), Lines { 9 });
    EXPECT_EQ (session.selection().points, std::set { line (9) });
}

TEST_F (AutomationLaneViewTest, aStrokeOfThePencilIsOneStep)
{
    drag (lane, at (4, 0.2), at (10, 0.8), juce::ModifierKeys::ctrlModifier);
    EXPECT_GE (lines().size(), 6u);
    session.undo();
    EXPECT_TRUE (lines().empty());
}

} // namespace athanor
