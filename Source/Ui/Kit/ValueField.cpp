// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/ValueField.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

ValueField::ValueField (Turnable& thing, Style shape, Ink ink)
    : TurnControl (thing, ink), style (shape)
{
    setMouseCursor (juce::MouseCursor::UpDownResizeCursor);
}

juce::Rectangle<int> ValueField::valueArea() const
{
    return style == Style::plain ? getLocalBounds().withTrimmedTop (14) : getLocalBounds();
}

void ValueField::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto numberColour = thing().isEnabled() ? t[gesture.isTurning() ? Ink::ember : ink()] : t[Ink::faint];
    const auto value = juce::String (thing().text (thing().value()));

    if (style == Style::plain)
    {
        drawWords (g, thing().name(), getLocalBounds().withHeight (14), font (*this, Face::name, textSize::tiny), t[Ink::mute]);
        drawWords (g, value, valueArea(), font (*this, Face::number, textSize::number), numberColour);
    }
    else
    {
        const auto box = getLocalBounds().toFloat().reduced (0.5f);
        g.setColour (t[Ink::window]);
        g.fillRoundedRectangle (box, radius::tiny + 1);
        g.setColour (t[isOver ? Ink::faint : Ink::line]);
        g.drawRoundedRectangle (box, radius::tiny + 1, 1);
        drawWords (g, value, valueArea().reduced (space::tight, 0), font (*this, Face::number, textSize::small), numberColour, juce::Justification::centred);
    }

    paintState (g);
}

} // namespace athanor
