// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/LineEditor.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{
class LineCurveTest : public KitTest
{
public:
    LineCurveTest()
    {
        editor.curve.onRead = [this]() -> const PatchLine& { return kept; };
        editor.curve.onWrite = [this] (const std::string& deed, const PatchLine& line) {
            deeds.push_back (deed);
            kept = line;
        };
        editor.setSize (400, 220);
        editor.update();
    }

    juce::Point<float> pixels (float x, float height) const { return editor.curve.toPixels ({ x, height }); }

    PatchLine kept = PatchLine::triangle();
    std::vector<std::string> deeds;
    LineTools tools;
    LineEditor editor { "Line", Ink::teal, tools };
};
} // namespace

TEST_F (LineCurveTest, draggingTheMiddleOfAPieceBendsIt)
{
    drag (editor.curve, pixels (0.25f, 0.5f), pixels (0.25f, 0.8f));
    EXPECT_EQ (deeds, std::vector<std::string> { "bend" });
    EXPECT_LT (kept.points[0].power, -1);
    EXPECT_NEAR (middleOf (kept, 0), 0.8, 0.02);
    EXPECT_EQ (kept.points.size(), 3u);

    editor.curve.mouseDoubleClick (eventAt (editor.curve, pixels (0.25f, 0.8f)));
    EXPECT_EQ (kept.points[0].power, 0) << "a double-click on the ring makes it straight again";
}

TEST_F (LineCurveTest, pointsKeepToTheGridWhereTheySnap)
{
    tools.snaps = true;
    drag (editor.curve, pixels (0.5f, 1), pixels (0.27f, 0.72f));
    EXPECT_DOUBLE_EQ (kept.points[1].x, 0.25);
    EXPECT_DOUBLE_EQ (kept.points[1].y, 0.25);
}

TEST_F (LineCurveTest, aDragPaintsOneStepForEachColumnInOneDeed)
{
    editor.paints.onClick();
    drag (editor.curve, pixels (0.05f, 0.9f), pixels (0.2f, 0.9f));
    EXPECT_EQ (deeds, std::vector<std::string> { "draw" });
    editor.update();
    EXPECT_NEAR (editor.curve.heightAt (0.06f), 0.9f, 0.05f);
    EXPECT_NEAR (editor.curve.heightAt (0.19f), 0.9f, 0.05f);
}

TEST_F (LineCurveTest, aLineIsRoundedInOneDeed)
{
    editor.smooth.onClick();
    EXPECT_TRUE (kept.isSmooth);
    EXPECT_TRUE (editor.smooth.getToggleState());
    EXPECT_EQ (deeds, std::vector<std::string> { "smooth" });
}

TEST_F (LineCurveTest, theKeysAddAndRemovePoints)
{
    editor.curve.keyPressed (juce::KeyPress (juce::KeyPress::insertKey));
    ASSERT_EQ (kept.points.size(), 4u);
    EXPECT_NEAR (kept.points[1].x, 0.25, 1.0e-6);
    editor.curve.keyPressed (juce::KeyPress ('+', {}, '+'));
    editor.curve.keyPressed (juce::KeyPress (juce::KeyPress::deleteKey));
    EXPECT_EQ (kept, PatchLine::triangle());
}

TEST_F (LineCurveTest, whatWasUndoneElsewhereIsShown)
{
    kept = lineOf (LineShape::square);
    editor.update();
    EXPECT_EQ (editor.curve.shown(), kept);
}

} // namespace athanor
