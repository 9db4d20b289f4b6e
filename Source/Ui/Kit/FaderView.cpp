// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/FaderView.h"

#include "Ui/Kit/Draw.h"

#include <cmath>

namespace athanor
{

namespace
{

constexpr float capLength = 22, capWidth = 24;

} // namespace

FaderView::FaderView (Turnable& thing, Ink ink, Way direction)
    : TurnControl (thing, ink), way (direction) {}

void FaderView::setMarks (std::vector<float> values)
{
    marks = std::move (values);
    repaint();
}

void FaderView::setShowsValue (bool shows)
{
    showsValue = shows;
    repaint();
}

juce::Rectangle<int> FaderView::valueArea() const
{
    auto area = getLocalBounds();

    if (way == Way::upright)
        return area.removeFromBottom (showsValue ? 16 : 0);

    return area.removeFromRight (showsValue ? juce::jmin (64, getWidth() / 2) : 0);
}

juce::Rectangle<float> FaderView::track() const
{
    auto area = getLocalBounds().toFloat();

    if (way == Way::lying)
        return area.withTrimmedRight (static_cast<float> (valueArea().getWidth())).reduced (5, 0).withSizeKeepingCentre (area.getWidth() - static_cast<float> (valueArea().getWidth()) - 10, 5);

    area.removeFromBottom (static_cast<float> (valueArea().getHeight()));
    const auto centreX = marks.empty() ? area.getCentreX() : area.getRight() - capWidth / 2 - 2;
    return { centreX - 2.5f, area.getY() + capLength / 2, 5, juce::jmax (1.0f, area.getHeight() - capLength) };
}

std::optional<float> FaderView::positionAt (juce::Point<float> at) const
{
    const auto rail = track();
    return way == Way::lying ? (at.x - rail.getX()) / rail.getWidth() : (rail.getBottom() - at.y) / rail.getHeight();
}

void FaderView::paintUpright (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto& what = thing();
    const auto rail = track();
    const auto yAt = [&] (float at) { return rail.getBottom() - at * rail.getHeight(); };

    constexpr auto lineHeight = 10.0f;
    auto last = -lineHeight;

    for (auto mark : marks)
    {
        const auto y = yAt (what.toPosition (mark));

        // On a short rail not every mark has room for its number.
        if (std::abs (y - last) < lineHeight)
            continue;

        last = y;
        g.setColour (t[Ink::line]);
        g.fillRect (juce::Rectangle<float> (rail.getX() - 9, y - 0.5f, 23, 1));
        drawWords (g, juce::String (juce::roundToInt (mark)), juce::Rectangle<float> (0, y - 6, rail.getX() - 13, 12).toNearestInt(), font (*this, Face::number, 9), t[Ink::mute], juce::Justification::centredRight);
    }

    const auto y = yAt (shownPosition());
    g.setColour (t[Ink::window]);
    g.fillRoundedRectangle (rail, 2.5f);
    g.setColour (t[ink()].withAlpha (what.isEnabled() ? 0.9f : 0.3f));
    g.fillRoundedRectangle (rail.withTop (y), 2.5f);

    if (reach.isActive)
    {
        g.setColour (t[Ink::teal]);
        g.fillRect (juce::Rectangle<float>::leftTopRightBottom (rail.getRight() + 3, yAt (reach.high), rail.getRight() + 5, yAt (reach.low)));
    }

    const auto cap = juce::Rectangle<float> (capWidth, capLength).withCentre ({ rail.getCentreX(), y });
    g.setColour (t[Ink::window].withAlpha (0.6f));
    g.fillRoundedRectangle (cap.expanded (1), 5);
    g.setColour (lifted (t[Ink::chosen], t, isOver, gesture.isTurning()));
    g.fillRoundedRectangle (cap, 4);
    g.setColour (t[Ink::text]);
    g.fillRect (cap.withSizeKeepingCentre (capWidth - 8, 2));
}

void FaderView::paintLying (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto& what = thing();
    const auto rail = track();
    const auto xAt = [&] (float at) { return rail.getX() + at * rail.getWidth(); };
    const auto origin = what.isBipolar() ? 0.5f : 0.0f;
    const auto x = xAt (shownPosition());

    g.setColour (t[Ink::window]);
    g.fillRoundedRectangle (rail, 2.5f);
    g.setColour (t[ink()].withAlpha (what.isEnabled() ? 1.0f : 0.3f));
    g.fillRoundedRectangle (juce::Rectangle<float>::leftTopRightBottom (juce::jmin (xAt (origin), x), rail.getY(), juce::jmax (xAt (origin), x), rail.getBottom()), 2.5f);

    if (reach.isActive)
    {
        g.setColour (t[Ink::teal]);
        g.fillRect (juce::Rectangle<float>::leftTopRightBottom (xAt (reach.low), rail.getBottom() + 2, xAt (reach.high), rail.getBottom() + 4));
    }

    g.setColour (lifted (t[Ink::text], t, false, false));
    const auto knob = isOver || gesture.isTurning() ? 11.0f : 9.0f;
    g.fillEllipse (juce::Rectangle<float> (knob, knob).withCentre ({ x, rail.getCentreY() }));
}

void FaderView::paint (juce::Graphics& g)
{
    if (way == Way::upright)
        paintUpright (g);
    else
        paintLying (g);

    const auto& t = tokens (*this);

    if (showsValue)
        drawWords (g, thing().text (thing().value()), valueArea(), font (*this, Face::number, textSize::value), isOver || gesture.isTurning() ? t[Ink::text] : t[Ink::mute], way == Way::upright ? juce::Justification::centred : juce::Justification::centredRight);

    paintState (g);
}

} // namespace athanor
