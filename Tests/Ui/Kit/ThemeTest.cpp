// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Theme.h"

#include <set>

#include <gtest/gtest.h>

namespace athanor
{

namespace
{

float luminance (juce::Colour colour)
{
    const auto linear = [] (float c) { return c <= 0.03928f ? c / 12.92f : std::pow ((c + 0.055f) / 1.055f, 2.4f); };
    return 0.2126f * linear (colour.getFloatRed()) + 0.7152f * linear (colour.getFloatGreen()) + 0.0722f * linear (colour.getFloatBlue());
}

float contrast (juce::Colour a, juce::Colour b)
{
    const auto low = std::min (luminance (a), luminance (b)), high = std::max (luminance (a), luminance (b));
    return (high + 0.05f) / (low + 0.05f);
}

} // namespace

TEST (Theme, textIsReadableOnEverySurfaceOfEveryTheme)
{
    for (auto kind : { ThemeKind::dark, ThemeKind::light, ThemeKind::contrast })
    {
        const auto& t = tokensOf (kind);

        for (auto surface : { Ink::window, Ink::panel, Ink::raised })
        {
            EXPECT_GE (contrast (t[Ink::text], t[surface]), 7.0f);
            EXPECT_GE (contrast (t[Ink::mute], t[surface]), 4.5f);
        }

        EXPECT_GE (contrast (t[Ink::onAccent], t[Ink::ember]), 4.0f);
    }
}

TEST (Theme, everyTrackColourStandsOutFromTheWindowInEveryTheme)
{
    for (auto kind : { ThemeKind::dark, ThemeKind::light, ThemeKind::contrast })
        for (int track = 0; track < 7; ++track)
            EXPECT_GE (contrast (tokensOf (kind)[Tokens::trackInk (track)], tokensOf (kind)[Ink::window]), 3.0f) << "track " << track;
}

TEST (Theme, sevenTracksHaveSevenColoursAndTheEighthBeginsAgain)
{
    std::set<Ink> inks;

    for (int track = 0; track < 7; ++track)
        inks.insert (Tokens::trackInk (track));

    EXPECT_EQ (inks.size(), 7u);
    EXPECT_EQ (Tokens::trackInk (7), Tokens::trackInk (0));
}

} // namespace athanor
