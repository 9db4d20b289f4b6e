// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every control, for eyes; and what can be said of them without eyes.
#include "Ui/Kit/Gallery.h"
#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class GalleryTest : public KitTest
{
};

constexpr std::pair<ThemeKind, const char*> themes[] = { { ThemeKind::dark, "dark" }, { ThemeKind::light, "light" }, { ThemeKind::contrast, "contrast" } };

} // namespace

TEST_F (GalleryTest, everyControlIsDrawnInEveryThemeAtEveryScale)
{
    Gallery gallery;

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
