// SPDX-License-Identifier: GPL-3.0-or-later
// Text fields, combo boxes and JUCE's own buttons.
#include "Ui/Kit/Icons.h"
#include "Ui/Kit/Look.h"

namespace athanor
{

void Look::fillTextEditorBackground (juce::Graphics& g, int width, int height, juce::TextEditor& editor)
{
    g.setColour (editor.findColour (juce::TextEditor::backgroundColourId));
    g.fillRoundedRectangle (juce::Rectangle<int> (width, height).toFloat().reduced (0.5f), radius::control);
}

void Look::drawTextEditorOutline (juce::Graphics& g, int width, int height, juce::TextEditor& editor)
{
    if (! editor.isEnabled())
        return;

    const auto hasFocus = editor.hasKeyboardFocus (true) && ! editor.isReadOnly();
    g.setColour (editor.findColour (hasFocus ? juce::TextEditor::focusedOutlineColourId : juce::TextEditor::outlineColourId));
    g.drawRoundedRectangle (juce::Rectangle<int> (width, height).toFloat().reduced (0.5f), radius::control, 1.0f);
}

void Look::drawComboBox (juce::Graphics& g, int width, int height, bool, int, int, int, int, juce::ComboBox& box)
{
    const auto area = juce::Rectangle<int> (width, height).toFloat().reduced (0.5f);
    g.setColour (box.findColour (juce::ComboBox::backgroundColourId));
    g.fillRoundedRectangle (area, radius::control);
    g.setColour ((*theme)[box.hasKeyboardFocus (true) ? Ink::ember : Ink::line]);
    g.drawRoundedRectangle (area, radius::control, 1.0f);
    drawIcon (g, Icon::chevronDown, area.withLeft (area.getRight() - 22).withSizeKeepingCentre (9, 9), (*theme)[box.isEnabled() ? Ink::mute : Ink::ghost]);
}

juce::Font Look::getComboBoxFont (juce::ComboBox&) { return typefaces.font (Face::name, textSize::device); }

void Look::positionComboBoxText (juce::ComboBox& box, juce::Label& label)
{
    label.setBounds (space::tight, 1, box.getWidth() - 26, box.getHeight() - 2);
    label.setFont (getComboBoxFont (box));
}

void Look::drawButtonBackground (juce::Graphics& g, juce::Button& button, const juce::Colour& colour, bool isOver, bool isDown)
{
    const auto area = button.getLocalBounds().toFloat().reduced (0.5f);
    const auto shade = isDown ? 0.12f : isOver ? 0.06f
                                               : 0.0f;
    g.setColour (colour.interpolatedWith ((*theme)[Ink::text], shade).withMultipliedAlpha (button.isEnabled() ? 1.0f : 0.5f));
    g.fillRoundedRectangle (area, radius::control);

    if (button.hasKeyboardFocus (false))
    {
        g.setColour ((*theme)[Ink::text]);
        g.drawRoundedRectangle (area.reduced (1.0f), radius::control - 1, 1.0f);
    }
}

void Look::drawButtonText (juce::Graphics& g, juce::TextButton& button, bool, bool)
{
    g.setFont (typefaces.font (Face::nameMedium, textSize::device));
    g.setColour (button.findColour (button.getToggleState() ? juce::TextButton::textColourOnId : juce::TextButton::textColourOffId).withMultipliedAlpha (button.isEnabled() ? 1.0f : 0.5f));
    g.drawText (button.getButtonText(), button.getLocalBounds().reduced (space::tight, 0), juce::Justification::centred, true);
}

juce::Font Look::getTextButtonFont (juce::TextButton&, int) { return typefaces.font (Face::nameMedium, textSize::device); }

void Look::drawToggleButton (juce::Graphics& g, juce::ToggleButton& button, bool isOver, bool)
{
    const auto& t = *theme;
    auto area = button.getLocalBounds().toFloat();
    const auto track = area.removeFromLeft (30).withSizeKeepingCentre (26, 15);
    const auto isOn = button.getToggleState();

    g.setColour (isOn ? t[Ink::ember] : t[isOver ? Ink::faint : Ink::control]);
    g.fillRoundedRectangle (track, track.getHeight() / 2);
    g.setColour (isOn ? t[Ink::onAccent] : t[Ink::mute]);
    g.fillEllipse (juce::Rectangle<float> (11, 11).withCentre ({ isOn ? track.getRight() - 7.5f : track.getX() + 7.5f, track.getCentreY() }));

    if (button.hasKeyboardFocus (false))
    {
        g.setColour (t[Ink::text]);
        g.drawRoundedRectangle (track.expanded (1.5f), track.getHeight() / 2 + 1.5f, 1.0f);
    }

    g.setColour (t[button.isEnabled() ? Ink::text : Ink::faint]);
    g.setFont (typefaces.font (Face::name, textSize::device));
    g.drawText (button.getButtonText(), area.withTrimmedLeft (space::close), juce::Justification::centredLeft, true);
}

} // namespace athanor
