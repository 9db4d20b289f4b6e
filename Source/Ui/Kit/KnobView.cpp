// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/KnobView.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{

// Angles as JUCE counts them, clockwise from the top: 270 degrees with the gap below.
constexpr float startAngle = -0.75f * juce::MathConstants<float>::pi;
constexpr float wholeAngle = 1.5f * juce::MathConstants<float>::pi;
constexpr float ringGap = 4;

float angleAt (float position) { return startAngle + wholeAngle * juce::jlimit (0.0f, 1.0f, position); }

void strokeArc (juce::Graphics& g, juce::Point<float> centre, float arcRadius, float from, float to, float width, bool isRound)
{
    juce::Path arc;
    arc.addCentredArc (centre.x, centre.y, arcRadius, arcRadius, 0, angleAt (from), angleAt (to), true);
    g.strokePath (arc, juce::PathStrokeType (width, juce::PathStrokeType::curved, isRound ? juce::PathStrokeType::rounded : juce::PathStrokeType::butt));
}

} // namespace

KnobView::KnobView (Turnable& thing, Ink ink, int arcDiameter)
    : TurnControl (thing, ink), diameter (arcDiameter)
{
    setBounds (idealBounds());
}

juce::Rectangle<int> KnobView::idealBounds() const { return { diameter + 28, diameter + 10 + 28 }; }

juce::Rectangle<float> KnobView::arcArea() const
{
    const auto side = static_cast<float> (juce::jmin (diameter, getWidth() - 10, getHeight() - 38));
    return juce::Rectangle<float> (side, side).withCentre ({ static_cast<float> (getWidth()) / 2, 5 + side / 2 });
}

juce::Rectangle<int> KnobView::valueArea() const
{
    const auto top = static_cast<int> (arcArea().getBottom()) + 17;
    return { 0, top, getWidth(), 14 };
}

juce::Rectangle<int> KnobView::ringArea() const { return arcArea().expanded (ringGap + 3).getSmallestIntegerContainer(); }

void KnobView::paintArcs (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto area = arcArea();
    const auto centre = area.getCentre();
    const auto arcRadius = area.getWidth() / 2;
    const auto width = juce::jmax (2.5f, arcRadius * 0.184f);
    const auto isEnabledNow = thing().isEnabled();
    const auto accent = isEnabledNow ? t[ink()] : t[Ink::faint];
    const auto place = shownPosition();

    g.setColour (t[Ink::line]);
    strokeArc (g, centre, arcRadius, 0, 1, width, true);

    const auto origin = thing().isBipolar() ? 0.5f : 0.0f;
    g.setColour (accent);

    // A hair of arc even at the origin, so that the knob has its colour when it is off.
    if (std::abs (place - origin) > 0.002f)
        strokeArc (g, centre, arcRadius, juce::jmin (origin, place), juce::jmax (origin, place), width, true);
    else
        strokeArc (g, centre, arcRadius, origin - 0.001f, origin + 0.001f, width, true);

    if (reach.isActive)
    {
        g.setColour (t[Ink::teal].withAlpha (0.9f));
        strokeArc (g, centre, arcRadius + ringGap, reach.low, reach.high, 2.0f, false);
    }

    const auto bodyRadius = arcRadius * (arcRadius > 17 ? 0.684f : 0.63f);
    g.setColour (lifted (t[Ink::knob], t, isOver, gesture.isTurning()));
    g.fillEllipse (juce::Rectangle<float> (2 * bodyRadius, 2 * bodyRadius).withCentre (centre));

    g.setColour (t[isEnabledNow ? Ink::text : Ink::faint]);
    juce::Path pointer;
    pointer.startNewSubPath (centre.getPointOnCircumference (bodyRadius * 0.31f, angleAt (place)));
    pointer.lineTo (centre.getPointOnCircumference (bodyRadius * 0.92f, angleAt (place)));
    g.strokePath (pointer, juce::PathStrokeType (2.0f, juce::PathStrokeType::curved, juce::PathStrokeType::rounded));
}

/** The value, without its unit where the two would touch what stands beside them. */
static juce::String fitting (const juce::String& text, const juce::Font& numbers, int width)
{
    const auto unit = text.lastIndexOfChar (' ');
    return unit > 0 && widthOf (text, numbers) > width - 4 ? text.substring (0, unit) : text;
}

void KnobView::paintWords (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto value = valueArea();
    const auto isHeld = gesture.isTurning();
    drawWords (g, thing().name(), value.translated (0, -14), font (*this, Face::name, textSize::small), t[thing().isEnabled() ? Ink::text : Ink::faint], juce::Justification::centred);
    const auto numbers = font (*this, Face::number, textSize::value);
    drawWords (g, fitting (thing().text (thing().value()), numbers, value.getWidth()), value, numbers, isHeld || isOver ? t[Ink::text] : t[Ink::mute], juce::Justification::centred);
}

void KnobView::paintDot (juce::Graphics& g) const
{
    const auto area = arcArea();
    const auto dot = area.getCentre().getPointOnCircumference (area.getWidth() / 2 + ringGap, angleAt (reach.now));
    g.setColour (tokens (*this)[Ink::teal]);
    g.fillEllipse (juce::Rectangle<float> (4.6f, 4.6f).withCentre (dot));
}

void KnobView::paint (juce::Graphics& g)
{
    const auto paintStill = [this] (juce::Graphics& target) {
        paintArcs (target);
        paintWords (target);
    };

    if (! reach.isActive)
    {
        still.forget();
        paintStill (g);
    }
    else
    {
        const auto told = [] (bool isTrue) { return isTrue ? 1.0f : 0.0f; };
        still.draw (g, *this, { shownPosition(), reach.low, reach.high, told (isOver), told (gesture.isTurning()), told (thing().isEnabled()) }, paintStill);
        paintDot (g);
    }

    paintState (g);
}

} // namespace athanor
