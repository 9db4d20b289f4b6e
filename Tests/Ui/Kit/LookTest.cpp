// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Look.h"

#include "Ui/Kit/KitFixture.h"
#include "Ui/Kit/SearchField.h"
#include "Ui/Kit/TextGrid.h"

namespace athanor
{

namespace
{

class LookTest : public KitTest
{
};

struct MenuLine
{
    const char *text, *shortcut;
    bool isActive = true, isChosen = false, isTicked = false, hasMore = false;
};

constexpr MenuLine lines[] = { { "Type a value", "Return" }, { "Reset to -6.0 dB", "Del", true, true }, { "", "" }, { "Learn from a controller", "Ctrl+L", true, false, true }, { "Modulate by", "", true, false, false, true }, { "Not possible here", "", false } };

juce::Image drawMenu (Look& look)
{
    juce::Image image (juce::Image::ARGB, 520, 340, true, juce::SoftwareImageType());
    juce::Graphics g (image);
    g.addTransform (juce::AffineTransform::scale (2));
    look.drawPopupMenuBackgroundWithOptions (g, 260, 170, {});
    look.drawPopupMenuSectionHeader (g, { 4, 4, 252, 26 }, "Cutoff");
    auto y = 30;

    for (auto& line : lines)
    {
        auto width = 0, height = 0;
        const auto isSeparator = *line.text == 0;
        look.getIdealPopupMenuItemSize (line.text, isSeparator, 0, width, height);
        look.drawPopupMenuItem (g, { 4, y, 252, height }, isSeparator, line.isActive, line.isChosen, line.isTicked, line.hasMore, line.text, line.shortcut, nullptr, nullptr);
        y += height;
    }

    return image;
}

} // namespace

TEST_F (LookTest, changesTheThemeOfOpenWindowsAtOnce)
{
    struct Window : juce::Component
    {
        void paint (juce::Graphics& g) override { g.fillAll (tokens (*this)[Ink::window]); }
    };

    Window window;
    TextGridView grid;
    window.setBounds (0, 0, 300, 100);
    grid.setBounds (0, 0, 300, 50);
    window.addAndMakeVisible (grid);
    window.addToDesktop (0);
    EXPECT_EQ (picture (window).getPixelAt (5, 5).getARGB(), tokensOf (ThemeKind::dark)[Ink::window].getARGB());

    for (auto kind : { ThemeKind::light, ThemeKind::contrast, ThemeKind::dark })
    {
        look.setTheme (kind);
        EXPECT_EQ (picture (window).getPixelAt (5, 5).getARGB(), tokensOf (kind)[Ink::window].getARGB()) << "in the grid";
        EXPECT_EQ (picture (window).getPixelAt (5, 90).getARGB(), tokensOf (kind)[Ink::window].getARGB());
    }
}

TEST_F (LookTest, keepsTheScaleBetweenAHalfAndThree)
{
    for (auto [wanted, given] : { std::pair { 1.25f, 1.25f }, { 0.1f, 0.5f }, { 9.0f, 3.0f }, { 1.0f, 1.0f } })
    {
        look.setScale (wanted);
        EXPECT_FLOAT_EQ (look.scale(), given);
    }
}

TEST_F (LookTest, textThatWasTypedTakesTheColourOfTheNewTheme)
{
    SearchField field ("Search");
    field.setBounds (0, 0, 200, 30);
    field.addToDesktop (0);
    field.setText ("pads");
    look.setTheme (ThemeKind::light);

    auto* editor = dynamic_cast<juce::TextEditor*> (field.getChildComponent (0));
    ASSERT_NE (editor, nullptr);
    EXPECT_EQ (editor->findColour (juce::TextEditor::textColourId).getARGB(), tokensOf (ThemeKind::light)[Ink::text].getARGB());
    save (picture (field, 2), "search-light");
}

TEST_F (LookTest, drawsMenusWithTheChosenLineOnItsOwnGround)
{
    const auto image = drawMenu (look);
    save (image, "menu");
    EXPECT_EQ (image.getPixelAt (20, 130).getARGB(), look.tokens()[Ink::chosen].getARGB());
    EXPECT_EQ (image.getPixelAt (20, 80).getARGB(), look.tokens()[Ink::raised].getARGB());
}

TEST_F (LookTest, keepsTooltipsWithinTheScreen)
{
    const juce::Rectangle<int> screen (0, 0, 800, 600);

    for (auto& corner : { screen.getTopLeft(), screen.getTopRight(), screen.getBottomLeft(), screen.getBottomRight(), screen.getCentre() })
        EXPECT_TRUE (screen.contains (look.getTooltipBounds ("Cutoff: 1.2 kHz\nWhere the filter begins to cut, and a long sentence that needs a second line.", corner, screen)));
}

} // namespace athanor
