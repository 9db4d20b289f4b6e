// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Settings/LookPage.h"

#include "Ui/Kit/Look.h"

#include <array>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::array themeIds { "dark", "light", "contrast" };
constexpr std::array percents { 50, 75, 100, 125, 150, 200, 300 };

juce::StringArray percentTexts()
{
    juce::StringArray texts;

    for (const auto percent : percents)
        texts.add (juce::String (percent) + " %");

    return texts;
}
} // namespace

LookPage::LookPage (Deeds& d) : SettingsPage (d), theme ({ "Dark", "Light", "High contrast" }), scale (percentTexts())
{
    addLine ("Theme", theme, "Ctrl+F11 goes to the next one.", theme.idealWidth());
    addLine ("Size", scale, {}, scale.idealWidth());
    addLine ("At the start", welcome, "Recent projects and templates, when Athanor is started without a project.", 300);
    welcome.setButtonText ("Show the welcome page");

    theme.onChoose = [this] (int index) { deeds.run ("view.setTheme", { { "theme", themeIds[static_cast<std::size_t> (index)] } }); };
    scale.onChoose = [this] (int index) { deeds.run ("view.setScale", { { "percent", percents[static_cast<std::size_t> (index)] } }); };
    welcome.onClick = [this] { deeds.session.preferences().set ("welcome.show", welcome.getToggleState()); };
    refresh();
}

void LookPage::refresh()
{
    const auto& look = Look::of (*this);
    theme.setChosen (static_cast<int> (look.tokens().kind));
    welcome.setToggleState (deeds.session.preferences().truth ("welcome.show", true), juce::dontSendNotification);
    const auto now = std::lround (look.scale() * 100);
    const auto found = std::find (percents.begin(), percents.end(), static_cast<int> (now));
    scale.setChosen (found == percents.end() ? -1 : static_cast<int> (found - percents.begin()));
    setDoc (1, "Everything is drawn at " + juce::String (now) + " %. Ctrl+= and Ctrl+- change it in small steps.");
}

} // namespace athanor
