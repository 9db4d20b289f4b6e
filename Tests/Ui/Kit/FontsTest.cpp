// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Fonts.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class FontsTest : public KitTest
{
};

} // namespace

TEST_F (FontsTest, numbersAreAllEquallyWideAndHaveTheEmThatWasAskedFor)
{
    const auto font = look.fonts().font (Face::number, 100);
    const auto width = font.getStringWidthFloat ("0");

    for (auto* character : { "1", "i", "W", "#", "." })
        EXPECT_NEAR (font.getStringWidthFloat (character), width, 0.01f);

    EXPECT_NEAR (width, 60, 1.5f) << "monospaced faces are 0.6 em wide";
}

TEST_F (FontsTest, everyFaceHasLetters)
{
    for (auto face = 0; face < static_cast<int> (Face::count); ++face)
        EXPECT_GT (look.fonts().font (static_cast<Face> (face), 13).getStringWidthFloat ("Athanor"), 30);
}

TEST_F (FontsTest, fontsThatJuceMakesByItselfAreOursToo)
{
    EXPECT_EQ (look.getTypefaceForFont (juce::Font (14)).get(), look.fonts().typeface (Face::name).get());
    EXPECT_EQ (look.getTypefaceForFont (juce::Font (juce::Font::getDefaultMonospacedFontName(), 14, 0)).get(), look.fonts().typeface (Face::number).get());
}

} // namespace athanor
