// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/CurveView.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class CurveViewTest : public KitTest
{
};

} // namespace

TEST_F (CurveViewTest, aCurveMovesTheHandleThatIsTakenAndOnlyAsItMay)
{
    CurveView curve ("Envelope");
    curve.setBounds (0, 0, 216, 116);
    curve.setHandles ({ { { 0.2f, 1 }, "Attack", true, false }, { { 0.6f, 0.5f }, "Sustain" } });
    std::vector<std::pair<int, juce::Point<float>>> moved;
    curve.onMove = [&] (int handle, juce::Point<float> at) { moved.emplace_back (handle, at); };
    drag (curve, curve.toPixels ({ 0.2f, 1 }), curve.toPixels ({ 0.4f, 0.2f }));
    ASSERT_FALSE (moved.empty());
    EXPECT_EQ (moved.back().first, 0);
    EXPECT_NEAR (moved.back().second.x, 0.4f, 0.01f);
    EXPECT_FLOAT_EQ (moved.back().second.y, 1);

    moved.clear();
    drag (curve, { 3, 100 }, { 50, 50 });
    EXPECT_TRUE (moved.empty()) << "nothing was near";
}

TEST_F (CurveViewTest, aCurveCanBeDrawnByTheKeyboard)
{
    CurveView curve ("Envelope");
    curve.setBounds (0, 0, 216, 116);
    curve.setHandles ({ { { 0.2f, 0.5f }, "Attack" } });
    EXPECT_TRUE (curve.keyPressed (juce::KeyPress (juce::KeyPress::upKey)));
    EXPECT_FALSE (curve.keyPressed (juce::KeyPress ('q')));
}

TEST_F (CurveViewTest, theCaptionStandsWhereTheCurveIsLow)
{
    CurveView plain ("Decay"), named ("Decay");

    for (auto* curve : { &plain, &named })
    {
        curve->setBounds (0, 0, 140, 50);
        curve->setCurve ({ { 0, 1 }, { 0.2f, 0.9f }, { 0.5f, 0.3f }, { 1, 0 } });
    }

    named.setCaption ("425 ms");
    const auto without = picture (plain), with = picture (named);
    juce::Rectangle<int> words;

    for (int y = 0; y < with.getHeight(); ++y)
        for (int x = 0; x < with.getWidth(); ++x)
            if (with.getPixelAt (x, y) != without.getPixelAt (x, y))
                words = words.isEmpty() ? juce::Rectangle<int> (x, y, 1, 1) : words.getUnion ({ x, y, 1, 1 });

    EXPECT_FALSE (words.isEmpty());
    EXPECT_GT (words.getX(), 70) << "the attack is at the left";
}

} // namespace athanor
