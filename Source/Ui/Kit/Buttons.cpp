// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Buttons.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

PushButton::PushButton (const juce::String& words, Ink accentInk)
    : Button (words), accent (accentInk)
{
    setButtonText (words);
    setTitle (words);
    setMouseClickGrabsKeyboardFocus (false);
}

void PushButton::setPrimary (bool primary)
{
    isPrimary = primary;
    repaint();
}

void PushButton::setQuiet (bool quiet)
{
    isQuiet = quiet;
    repaint();
}

void PushButton::setTextInk (Ink ink)
{
    textInk = ink;
    repaint();
}

int PushButton::idealWidth() const { return juce::jmax (34, widthOf (getButtonText(), font (*this, Face::nameMedium, textSize::device)) + 26); }

void PushButton::paintButton (juce::Graphics& g, bool isOver, bool isDown)
{
    const auto& t = tokens (*this);
    const auto isFilled = isPrimary || getToggleState();
    const auto area = getLocalBounds().toFloat();
    const auto alpha = isEnabled() ? 1.0f : 0.45f;

    if (isFilled || ! isQuiet || isOver)
    {
        g.setColour (lifted (isFilled ? t[accent] : t[Ink::control], t, isOver && isEnabled(), isDown).withMultipliedAlpha (alpha));
        g.fillRoundedRectangle (area, radius::control);
    }

    drawWords (g, getButtonText(), getLocalBounds().reduced (space::tight, 0), font (*this, Face::nameMedium, textSize::device), (isFilled ? t[Ink::onAccent] : t[textInk]).withMultipliedAlpha (alpha), juce::Justification::centred);

    if (hasKeyboardFocus (false))
        drawFocusRing (g, area, radius::control, t);
}

IconButton::IconButton (Icon shape, const juce::String& name, Ink accentInk, Ink restInk)
    : Button (name), icon (shape), accent (accentInk), rest (restInk)
{
    setTitle (name);
    setTooltip (name);
    setMouseClickGrabsKeyboardFocus (false);
}

void IconButton::setIcon (Icon shape)
{
    icon = shape;
    repaint();
}

void IconButton::setIconSize (float height)
{
    iconSize = height;
    repaint();
}

void IconButton::setQuiet (bool quiet)
{
    isQuiet = quiet;
    repaint();
}

void IconButton::paintButton (juce::Graphics& g, bool isOver, bool isDown)
{
    const auto& t = tokens (*this);
    const auto isLit = getToggleState();
    const auto area = getLocalBounds().toFloat();

    if (! isQuiet || isOver)
    {
        g.setColour (lifted (isLit && ! isQuiet ? t[accent] : t[isQuiet ? Ink::control : Ink::raised], t, isOver && isEnabled(), isDown));
        g.fillRoundedRectangle (area, juce::jmin (radius::control, area.getHeight() / 4));
    }

    const auto colour = ! isEnabled() ? t[Ink::faint] : isLit ? t[isQuiet ? accent : Ink::onAccent]
                                                              : t[rest];
    drawIcon (g, icon, area.withSizeKeepingCentre (iconSize, iconSize), colour);

    if (hasKeyboardFocus (false))
        drawFocusRing (g, area, radius::control, t);
}

LetterButton::LetterButton (const juce::String& shown, const juce::String& name, Ink accentInk)
    : Button (name), letters (shown), accent (accentInk)
{
    setTitle (name);
    setTooltip (name);
    setClickingTogglesState (true);
    setMouseClickGrabsKeyboardFocus (false);
}

void LetterButton::paintButton (juce::Graphics& g, bool isOver, bool isDown)
{
    const auto& t = tokens (*this);
    const auto isLit = getToggleState();
    const auto area = getLocalBounds().toFloat();

    if (isLit || isOver)
    {
        g.setColour (lifted (isLit ? t[accent] : t[Ink::control], t, isOver, isDown));
        g.fillRoundedRectangle (area, radius::tiny);
    }

    drawWords (g, letters, getLocalBounds(), font (*this, Face::nameStrong, textSize::small), isLit ? t[Ink::onAccent] : t[isOver ? Ink::text : Ink::faint], juce::Justification::centred);

    if (hasKeyboardFocus (false))
        drawFocusRing (g, area, radius::tiny, t);
}

Chip::Chip (const juce::String& words, Ink accentInk)
    : Button (words), accent (accentInk)
{
    setButtonText (words);
    setTitle (words);
    setMouseClickGrabsKeyboardFocus (false);
}

int Chip::idealWidth() const { return widthOf (getButtonText(), font (*this, Face::name, textSize::small)) + 20 + (onRemove ? 12 : 0); }

void Chip::paintButton (juce::Graphics& g, bool isOver, bool isDown)
{
    const auto& t = tokens (*this);
    const auto isLit = getToggleState();
    const auto area = getLocalBounds().toFloat();
    const auto colour = isLit ? t[Ink::onAccent] : t[isEnabled() ? Ink::text : Ink::mute];

    g.setColour (lifted (isLit ? t[accent] : t[Ink::control], t, isOver, isDown));
    g.fillRoundedRectangle (area, area.getHeight() / 2);

    auto words = getLocalBounds();

    if (onRemove)
        drawIcon (g, Icon::close, words.removeFromRight (20).toFloat().withSizeKeepingCentre (7, 7), colour);

    drawWords (g, getButtonText(), words.withTrimmedLeft (onRemove ? 9 : 0), font (*this, Face::name, textSize::small), colour, onRemove ? juce::Justification::centredLeft : juce::Justification::centred);

    if (hasKeyboardFocus (false))
        drawFocusRing (g, area, area.getHeight() / 2, t);
}

void Chip::mouseUp (const juce::MouseEvent& event)
{
    if (onRemove && getLocalBounds().contains (event.getPosition()) && event.x > getWidth() - 20)
    {
        setState (buttonNormal);
        const auto remove = onRemove;
        return remove();
    }

    Button::mouseUp (event);
}

int layOutInRows (juce::Rectangle<int> area, const std::vector<std::pair<juce::Component*, int>>& itemsAndWidths, int height, int gap)
{
    auto x = area.getX(), y = area.getY();

    for (auto& [item, width] : itemsAndWidths)
    {
        if (x > area.getX() && x + width > area.getRight())
        {
            x = area.getX();
            y += height + gap;
        }

        item->setBounds (x, y, juce::jmin (width, area.getWidth()), height);
        x += width + gap;
    }

    return itemsAndWidths.empty() ? 0 : y + height - area.getY();
}

} // namespace athanor
