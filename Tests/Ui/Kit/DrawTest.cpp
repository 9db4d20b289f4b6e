// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Draw.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

TEST_F (KitTest, linesAreBrokenBetweenWords)
{
    const auto face = look.fonts().font (Face::name, textSize::body);
    const auto wide = widthOf ("warm and wide", face);
    EXPECT_EQ (linesOf ("", face, 100), 0);
    EXPECT_EQ (linesOf ("   ", face, 100), 0);
    EXPECT_EQ (linesOf ("warm and wide", face, wide + 1), 1);
    EXPECT_EQ (linesOf ("warm and wide", face, wide - 2), 2);
    EXPECT_EQ (linesOf ("warm and wide", face, 5), 3) << "a word is never broken";
}

TEST_F (KitTest, aParagraphIsAsLargeInManyLinesAsInOne)
{
    const auto face = look.fonts().font (Face::name, textSize::small);
    const auto inked = [&] (const juce::String& words, int width, int height) {
        juce::Image image (juce::Image::ARGB, width, height, true);
        juce::Graphics g (image);
        drawParagraph (g, words, image.getBounds(), 15, face, juce::Colours::white);
        juce::Rectangle<int> all;

        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (image.getPixelAt (x, y).getAlpha() > 60)
                    all = all.isEmpty() ? juce::Rectangle<int> (x, y, 1, 1) : all.getUnion ({ x, y, 1, 1 });

        return all;
    };

    const auto one = inked ("Hxg", 200, 15), three = inked ("Hxg Hxg Hxg", one.getRight() + 4, 45);
    EXPECT_EQ (three.getHeight(), 30 + one.getHeight());
    EXPECT_NEAR (three.getWidth(), one.getWidth(), 1);
    EXPECT_EQ (inked ("Hxg Hxg Hxg", one.getRight() + 40, 15).getHeight(), one.getHeight()) << "what there is no room for is left out";
}

} // namespace athanor
