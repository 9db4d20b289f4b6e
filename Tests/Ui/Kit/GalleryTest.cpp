// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every control, for eyes; and what can be said of them without eyes.
#include "Ui/Kit/Gallery.h"
#include "Ui/Kit/KitFixture.h"

#include <typeinfo>

namespace athanor
{

namespace
{

class GalleryTest : public KitTest
{
};

constexpr std::pair<ThemeKind, const char*> themes[] = { { ThemeKind::dark, "dark" }, { ThemeKind::light, "light" }, { ThemeKind::contrast, "contrast" } };

/** Visits everything that a hand or a screen reader can reach. */
void visit (juce::Component& root, const std::function<void (juce::Component&)>& what)
{
    if (! root.isVisible())
        return;

    what (root);

    for (auto* child : root.getChildren())
        visit (*child, what);
}

} // namespace

TEST_F (GalleryTest, everythingThatCanBeReachedHasANameForTheScreenReader)
{
    Gallery gallery;
    gallery.setVisible (true);
    auto count = 0;

    visit (gallery, [&] (juce::Component& component) {
        const auto isControl = dynamic_cast<juce::Button*> (&component) != nullptr || dynamic_cast<TurnControl*> (&component) != nullptr || dynamic_cast<Live*> (&component) != nullptr || dynamic_cast<RowList*> (&component) != nullptr || dynamic_cast<CurveView*> (&component) != nullptr || dynamic_cast<SearchField*> (&component) != nullptr;

        if (! isControl)
            return;

        ++count;
        EXPECT_TRUE (component.getTitle().isNotEmpty()) << typeid (component).name();
    });

    EXPECT_GT (count, 50);
}

TEST_F (GalleryTest, everyControlLiesWithinTheWindow)
{
    Gallery gallery;
    gallery.setVisible (true);

    visit (gallery, [&] (juce::Component& component) {
        if (auto* parent = component.getParentComponent(); parent == &gallery)
            EXPECT_TRUE (gallery.getLocalBounds().contains (component.getBounds())) << component.getTitle();
    });
}

TEST_F (GalleryTest, everyControlIsDrawnInEveryThemeAtEveryScale)
{
    Gallery gallery;
    gallery.setVisible (true);

    for (auto& [kind, name] : themes)
    {
        look.setTheme (kind);
        gallery.sendLookAndFeelChange();

        for (auto scale : { 1.0f, 2.0f })
        {
            const auto image = picture (gallery, scale);
            save (image, juce::String (name) + (scale > 1 ? "-200" : "-100"));
            EXPECT_EQ (image.getPixelAt (2, 60).getARGB(), tokensOf (kind)[Ink::panel].getARGB());
            EXPECT_EQ (image.getWidth(), juce::roundToInt (1600 * scale));
        }
    }
}

} // namespace athanor
