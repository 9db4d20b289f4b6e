// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Chain/AutomationLaneView.h"

#include "App/Edits/PatternPlaces.h"
#include "App/Parameters.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Kit/RangeTurnable.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr float marginX = 10, marginY = 9, dot = 4.5f;
}

AutomationLaneView::AutomationLaneView (Deeds& d) : deeds (d)
{
    setTitle ("Automation");
    setWantsKeyboardFocus (true);
    update();
}

void AutomationLaneView::update()
{
    const auto now = settled (deeds.session.project(), deeds.session.selection());
    const auto wanted = shownLane (now);

    if (! (wanted == place))
    {
        place = wanted;
        gesture = Gesture::none;
        draft.reset();
    }

    length = lengthOfLane (deeds.session.project(), place);
    step = stepOfLane (deeds.session.project(), place);
    repaint();
}

juce::Point<float> AutomationLaneView::placeOf (Ticks at, double value) const
{
    const auto way = static_cast<float> (static_cast<double> (at.value) / static_cast<double> (std::max<std::int64_t> (1, length.value)));
    return { marginX + way * (static_cast<float> (getWidth()) - 2 * marginX), static_cast<float> (getHeight()) - marginY - static_cast<float> (value) * (static_cast<float> (getHeight()) - 2 * marginY) };
}

Ticks AutomationLaneView::ticksAt (float x) const
{
    const auto way = juce::jlimit (0.0, 1.0, static_cast<double> ((x - marginX) / std::max (1.0f, static_cast<float> (getWidth()) - 2 * marginX)));
    return Ticks (static_cast<std::int64_t> (way * static_cast<double> (length.value)));
}

double AutomationLaneView::valueAt (float y) const
{
    return juce::jlimit (0.0, 1.0, static_cast<double> ((static_cast<float> (getHeight()) - marginY - y) / std::max (1.0f, static_cast<float> (getHeight()) - 2 * marginY)));
}

juce::String AutomationLaneView::textOf (double value) const
{
    const auto address = parseParameterAddress (place.address);

    if (! address)
        return {};

    const auto range = rangeOf (deeds.session.project(), *address);
    return valueText (range, range.fromPosition (static_cast<float> (value)));
}

float AutomationLaneView::playX() const
{
    const auto now = deeds.session.player().position();

    if (! now.isPlaying || now.pattern != place.pattern || length.value <= 0)
        return -1;

    return placeOf (Ticks (now.inPattern.value % length.value), 0).x;
}

void AutomationLaneView::refresh()
{
    const auto x = playX();

    if (x == lastPlayX)
        return;

    for (const auto at : { lastPlayX, x })
        repaint (juce::roundToInt (at) - 2, 0, 5, getHeight());

    lastPlayX = x;
}

void AutomationLaneView::paintGrid (juce::Graphics& g) const
{
    const auto& inks = tokens (*this);
    const auto beat = ticksPerBeat;
    const auto perLine = placeOf (step, 0).x - placeOf (Ticks(), 0).x;
    g.setColour (inks[Ink::line].withAlpha (0.35f));

    if (perLine > 7)
        for (auto at = Ticks(); at < length; at += step)
            g.fillRect (placeOf (at, 0).x, 2.0f, 1.0f, static_cast<float> (getHeight()) - 4);

    for (std::int64_t at = 0; at < length.value; at += beat)
    {
        g.setColour (inks[Ink::line].withAlpha (at / beat % 4 == 0 ? 1.0f : 0.6f));
        g.fillRect (placeOf (Ticks (at), 0).x, 2.0f, 1.0f, static_cast<float> (getHeight()) - 4);
    }

    g.setColour (inks[Ink::line].withAlpha (0.5f));

    for (const auto value : { 0.0, 0.25, 0.5, 0.75, 1.0 })
        g.fillRect (marginX, placeOf (Ticks(), value).y, static_cast<float> (getWidth()) - 2 * marginX, 1.0f);
}

void AutomationLaneView::paintCurve (juce::Graphics& g, const AutomationLane& lane) const
{
    const auto& inks = tokens (*this);
    juce::Path path;
    const auto first = lane.points.begin();
    path.startNewSubPath (placeOf (Ticks(), first->second->value));
    auto holds = false;
    auto last = first->second->value;

    for (const auto& [at, point] : lane.points)
    {
        if (holds)
            path.lineTo (placeOf (at, last));

        path.lineTo (placeOf (at, point->value));
        holds = point->isStep;
        last = point->value;
    }

    path.lineTo (placeOf (length, last));
    auto body = path;
    body.lineTo (placeOf (length, 0));
    body.lineTo (placeOf (Ticks(), 0));
    body.closeSubPath();
    g.setColour (inks[Ink::teal].withAlpha (0.12f));
    g.fillPath (body);
    g.setColour (inks[Ink::teal]);
    g.strokePath (path, juce::PathStrokeType (2.0f));

    const auto& chosen = draft ? landed : deeds.session.selection().points;

    for (const auto& [at, point] : lane.points)
    {
        const auto isChosen = chosen.contains (at);
        const auto side = 2 * (dot + (isChosen || at == hovered ? 1.5f : 0.0f));
        const auto area = juce::Rectangle<float> (side, side).withCentre (placeOf (at, point->value));
        g.setColour (inks[isChosen ? Ink::text : Ink::teal]);
        point->isStep ? g.fillRect (area.reduced (1)) : g.fillEllipse (area);
    }
}

void AutomationLaneView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    paintWell (g, getLocalBounds().toFloat(), inks);
    paintGrid (g);

    if (band)
    {
        g.setColour (inks[Ink::ember].withAlpha (0.14f));
        g.fillRect (juce::Rectangle<float> (band->getStart(), 0, band->getLength(), static_cast<float> (getHeight())));
    }

    const auto* lane = laneAt (shown(), place);

    if (lane != nullptr && ! lane->points.empty())
        paintCurve (g, *lane);
    else if (const auto address = parseParameterAddress (place.address))
    {
        const auto range = rangeOf (deeds.session.project(), *address);
        const auto y = placeOf (Ticks(), static_cast<double> (range.toPosition (valueOf (deeds.session.project(), *address)))).y;
        g.setColour (inks[Ink::faint]);
        g.drawHorizontalLine (juce::roundToInt (y), marginX, static_cast<float> (getWidth()) - marginX);
        drawWords (g, "Click for a point. Ctrl draws freely, Shift chooses, right-click for shapes.", getLocalBounds(), font (*this, Face::name, textSize::small), inks[Ink::mute], juce::Justification::centred);
    }

    if (const auto x = playX(); x >= 0)
    {
        g.setColour (inks[Ink::ember]);
        g.fillRect (x, 2.0f, 1.5f, static_cast<float> (getHeight()) - 4);
    }

    if (hasKeyboardFocus (false))
        drawFocusRing (g, getLocalBounds().toFloat(), radius::tabs, inks);
}

} // namespace athanor
