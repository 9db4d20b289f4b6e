// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Card.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

Card::Card (const juce::String& titleWords, const juce::String& noteWords, Style look)
    : title (titleWords), note (noteWords), style (look)
{
    setTitle (title);
    setFocusContainerType (FocusContainerType::focusContainer);
}

void Card::setTitleAndNote (const juce::String& titleWords, const juce::String& noteWords)
{
    if (title == titleWords && note == noteWords)
        return;

    title = titleWords;
    note = noteWords;
    setTitle (title);
    repaint();
}

void Card::setSubtitle (const juce::String& words)
{
    subtitle = words;
    repaint();
}

void Card::setStyle (Style look)
{
    style = look;
    repaint();
}

juce::Rectangle<int> Card::titleLine() const { return getLocalBounds().reduced (space::pad, space::gap).withHeight (16); }

juce::Rectangle<int> Card::content() const
{
    auto area = getLocalBounds().reduced (space::pad, space::gap);

    if (title.isNotEmpty())
        area.removeFromTop (16 + space::close);

    return area;
}

void Card::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat().reduced (0.75f);

    if (style == Style::dashed)
    {
        juce::Path outline, dashes;
        outline.addRoundedRectangle (area, radius::card);
        const float pattern[] = { 4, 3 };
        juce::PathStrokeType (1.2f).createDashedStroke (dashes, outline, pattern, 2);
        g.setColour (t[Ink::line]);
        g.fillPath (dashes);
        return drawWords (g, title, getLocalBounds(), font (*this, Face::name, textSize::body), t[Ink::mute], juce::Justification::centred);
    }

    g.setColour (t[style == Style::raised ? Ink::raised : Ink::window]);
    g.fillRoundedRectangle (getLocalBounds().toFloat(), radius::card);

    if (style != Style::raised)
    {
        g.setColour (t[style == Style::chosen ? Ink::ember : Ink::line]);
        g.drawRoundedRectangle (area, radius::card, style == Style::chosen ? 1.5f : 1.0f);
    }

    if (title.isEmpty())
        return;

    auto line = titleLine();
    const auto titleFont = font (*this, Face::nameStrong, textSize::device);
    drawWords (g, title, line, titleFont, t[Ink::text]);
    const auto afterTitle = line.withTrimmedLeft (juce::jmin (line.getWidth(), widthOf (title, titleFont) + space::tight));
    drawWords (g, subtitle, afterTitle, font (*this, Face::name, textSize::device), t[Ink::mute]);
    drawWords (g, note, afterTitle, font (*this, Face::name, textSize::small), t[Ink::mute], juce::Justification::centredRight);
}

void paintWell (juce::Graphics& g, juce::Rectangle<float> area, const Tokens& t)
{
    g.setColour (t[Ink::window]);
    g.fillRoundedRectangle (area, radius::tabs);
}

} // namespace athanor
