// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/CurveView.h"

#include "Ui/Kit/Card.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{

constexpr float margin = 8, handleRadius = 4.5f, smallRadius = 2.8f, reachPixels = 12;

} // namespace

CurveView::CurveView (const juce::String& title, Ink curveInk)
    : ink (curveInk)
{
    setTitle (title);
}

void CurveView::setCurve (std::vector<Point> points)
{
    if (points == curve)
        return;

    curve = std::move (points);
    redraw();
}

void CurveView::setShadow (std::vector<Point> points)
{
    if (points == shadow)
        return;

    shadow = std::move (points);
    redraw();
}

void CurveView::setHandles (std::vector<Handle> newHandles)
{
    handles = std::move (newHandles);
    setWantsKeyboardFocus (! handles.empty());
    chosen = juce::jlimit (0, juce::jmax (0, static_cast<int> (handles.size()) - 1), chosen);
    redraw();
}

void CurveView::setGrid (std::vector<float> x, std::vector<float> y)
{
    gridX = std::move (x);
    gridY = std::move (y);
    redraw();
}

void CurveView::setCaption (const juce::String& words)
{
    caption = words;
    setDescription (words);
    redraw();
}

void CurveView::setFilled (bool filled)
{
    isFilled = filled;
    redraw();
}

void CurveView::setInk (Ink newInk)
{
    ink = newInk;
    redraw();
}

juce::Rectangle<int> CurveView::markArea() const
{
    constexpr float side = 14;
    return marked ? juce::Rectangle<float> (side, side).withCentre (toPixels (*marked)).getSmallestIntegerContainer() : juce::Rectangle<int>();
}

void CurveView::setMark (std::optional<Point> place)
{
    if (place == marked)
        return;

    repaint (markArea());
    marked = place;
    repaint (markArea());
}

CurveView::Point CurveView::toPixels (Point at) const
{
    const auto area = getLocalBounds().toFloat().reduced (margin);
    return { area.getX() + at.x * area.getWidth(), area.getBottom() - at.y * area.getHeight() };
}

CurveView::Point CurveView::fromPixels (Point at) const
{
    const auto area = getLocalBounds().toFloat().reduced (margin);
    return { juce::jlimit (0.0f, 1.0f, (at.x - area.getX()) / juce::jmax (1.0f, area.getWidth())),
             juce::jlimit (0.0f, 1.0f, (area.getBottom() - at.y) / juce::jmax (1.0f, area.getHeight())) };
}

juce::Path CurveView::pathOf (const std::vector<Point>& points) const
{
    juce::Path path;

    for (auto& point : points)
    {
        const auto at = toPixels (point);

        if (&point == &points.front())
            path.startNewSubPath (at);
        else
            path.lineTo (at);
    }

    return path;
}

void CurveView::redraw()
{
    ++changes;
    repaint();
}

void CurveView::paint (juce::Graphics& g)
{
    if (! marked)
    {
        still.forget();
        return paintStill (g);
    }

    still.draw (g, *this, { static_cast<float> (changes % 65'536), hasKeyboardFocus (false) ? 1.0f : 0.0f }, [this] (juce::Graphics& target) { paintStill (target); });
    const auto& t = tokens (*this);
    const auto centre = toPixels (*marked);
    g.setColour (t[ink].withAlpha (0.3f));
    g.fillEllipse (juce::Rectangle<float> (12, 12).withCentre (centre));
    g.setColour (t[Ink::text]);
    g.fillEllipse (juce::Rectangle<float> (6, 6).withCentre (centre));
}

void CurveView::paintStill (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat();
    paintWell (g, area, t);

    g.setColour (t[Ink::line].withMultipliedAlpha (0.6f));

    for (auto x : gridX)
        g.fillRect (juce::Rectangle<float> (std::round (toPixels ({ x, 0 }).x), area.getY() + 1, 1, area.getHeight() - 2));

    for (auto y : gridY)
        g.fillRect (juce::Rectangle<float> (area.getX() + 1, std::round (toPixels ({ 0, y }).y), area.getWidth() - 2, 1));

    if (! shadow.empty())
    {
        g.setColour (t[ink].withAlpha (0.35f));
        g.strokePath (pathOf (shadow), juce::PathStrokeType (1.2f, juce::PathStrokeType::curved, juce::PathStrokeType::rounded));
    }

    const auto path = pathOf (curve);

    if (isFilled && ! curve.empty())
    {
        auto body = path;
        body.lineTo (toPixels ({ curve.back().x, 0 }));
        body.lineTo (toPixels ({ curve.front().x, 0 }));
        body.closeSubPath();
        g.setColour (t[ink].withAlpha (0.12f));
        g.fillPath (body);
    }

    g.setColour (t[ink]);
    g.strokePath (path, juce::PathStrokeType (2.0f, juce::PathStrokeType::curved, juce::PathStrokeType::rounded));

    paintHandles (g);
    paintCaption (g);
}

void CurveView::paintHandles (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    g.setColour (t[ink]);

    for (int i = 0; i < static_cast<int> (handles.size()); ++i)
    {
        const auto centre = toPixels (handles[static_cast<std::size_t> (i)].at);
        const auto isSmall = handles[static_cast<std::size_t> (i)].isSmall;
        const auto side = 2 * ((isSmall ? smallRadius : handleRadius) + (i == held || i == hovered ? 1.5f : 0));
        const auto dot = juce::Rectangle<float> (side, side).withCentre (centre);

        if (isSmall)
        {
            g.setColour (t[Ink::window]);
            g.fillEllipse (dot);
            g.setColour (t[ink]);
            g.drawEllipse (dot, 1.2f);
        }
        else
            g.fillEllipse (dot);

        if (hasKeyboardFocus (false) && i == chosen)
            g.drawEllipse (juce::Rectangle<float> (side + 6, side + 6).withCentre (centre), 1.2f);
    }
}

/** In the upper corner where there is more room over the curve, on a ground of its own. */
void CurveView::paintCaption (juce::Graphics& g) const
{
    if (caption.isEmpty())
        return;

    const auto& t = tokens (*this);
    const auto face = font (*this, Face::name, textSize::value);
    const auto line = getLocalBounds().reduced (space::gap - 3, 7).withHeight (13);
    const auto width = juce::jmin (line.getWidth(), widthOf (caption, face) + 6);
    const auto left = line.withWidth (width), right = line.withTrimmedLeft (line.getWidth() - width);
    const auto place = highestIn (right) < highestIn (left) ? right : left;
    g.setColour (t[Ink::window].withAlpha (0.8f));
    g.fillRoundedRectangle (place.toFloat(), 3);
    drawWords (g, caption, place.reduced (3, 0), face, t[Ink::mute]);
}

float CurveView::highestIn (juce::Rectangle<int> columns) const
{
    auto highest = 0.0f;

    for (const auto& point : curve)
        if (const auto x = toPixels (point).x; x >= static_cast<float> (columns.getX()) && x <= static_cast<float> (columns.getRight()))
            highest = juce::jmax (highest, point.y);

    return highest;
}

int CurveView::handleAt (Point pixels) const
{
    auto best = -1;
    auto distance = reachPixels;

    for (int i = 0; i < static_cast<int> (handles.size()); ++i)
        if (const auto away = toPixels (handles[static_cast<std::size_t> (i)].at).getDistanceFrom (pixels) + (handles[static_cast<std::size_t> (i)].isSmall ? 3.0f : 0.0f); away < distance)
        {
            best = i;
            distance = away;
        }

    return best;
}

void CurveView::moveHandle (int index, Point target)
{
    auto& handle = handles[static_cast<std::size_t> (index)];
    const Point allowed { handle.movesX ? target.x : handle.at.x, handle.movesY ? target.y : handle.at.y };

    if (allowed == handle.at)
        return;

    handle.at = allowed;
    redraw();

    if (onMove)
        onMove (index, allowed);
}

void CurveView::mouseDown (const juce::MouseEvent& event)
{
    held = handleAt (event.position);

    if (held < 0)
        return;

    chosen = held;

    if (onTouch)
        onTouch (held, true);

    redraw();
}

void CurveView::mouseDrag (const juce::MouseEvent& event)
{
    if (held >= 0)
        moveHandle (held, fromPixels (event.position));
}

void CurveView::mouseUp (const juce::MouseEvent&)
{
    if (held >= 0 && onTouch)
        onTouch (held, false);

    held = -1;
    redraw();
}

void CurveView::mouseMove (const juce::MouseEvent& event)
{
    const auto now = handleAt (event.position);

    if (now == hovered)
        return;

    hovered = now;
    setMouseCursor (hovered >= 0 ? juce::MouseCursor::PointingHandCursor : juce::MouseCursor::NormalCursor);
    redraw();
}

void CurveView::mouseExit (const juce::MouseEvent&)
{
    hovered = -1;
    redraw();
}

void CurveView::mouseDoubleClick (const juce::MouseEvent& event)
{
    if (onDoubleClick)
        onDoubleClick (fromPixels (event.position));
}

bool CurveView::keyPressed (const juce::KeyPress& key)
{
    if (handles.empty())
        return false;

    if (key.getTextCharacter() == '+' || key.getTextCharacter() == '-')
    {
        const auto count = static_cast<int> (handles.size());
        chosen = (chosen + (key.getTextCharacter() == '+' ? 1 : count - 1)) % count;
        redraw();
        return true;
    }

    const auto step = key.getModifiers().isShiftDown() ? 0.002f : 0.02f;
    const auto code = key.getKeyCode();
    const Point move { code == juce::KeyPress::rightKey ? step : code == juce::KeyPress::leftKey ? -step
                                                                                                 : 0,
                       code == juce::KeyPress::upKey ? step : code == juce::KeyPress::downKey ? -step
                                                                                              : 0 };

    if (move.isOrigin())
        return false;

    const auto target = handles[static_cast<std::size_t> (chosen)].at + move;

    if (onTouch)
        onTouch (chosen, true);

    moveHandle (chosen, { juce::jlimit (0.0f, 1.0f, target.x), juce::jlimit (0.0f, 1.0f, target.y) });

    if (onTouch)
        onTouch (chosen, false);

    return true;
}

} // namespace athanor
