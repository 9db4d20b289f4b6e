// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WaveCanvas.h"

#include "Ui/Kit/Card.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Synth/WavePainting.h"

namespace athanor
{

namespace
{
constexpr int keyParts = 64; // of the wave, for the keys
constexpr float keyStep = 0.05f;
} // namespace

WaveCanvas::WaveCanvas()
{
    setTitle ("Wave");
    setWantsKeyboardFocus (true);
    setMouseCursor (juce::MouseCursor::CrosshairCursor);
}

void WaveCanvas::setWave (std::vector<float> d, std::vector<float> r, const juce::String& whyNot)
{
    if (! stroke.empty())
        return;

    drawn = std::move (d);
    result = std::move (r);
    refusal = whyNot;
    shown = drawn;
    setTooltip (refusal.isNotEmpty() ? refusal : "Draw the wave; with Shift straight lines. The keys draw, too: left and right walk along it, up and down bend it.");
    setDescription (refusal);
    repaint();
}

juce::Rectangle<float> WaveCanvas::area() const { return getLocalBounds().toFloat().reduced (12, 14); }

juce::Point<float> WaveCanvas::toPixels (WavePoint at) const
{
    const auto inside = area();
    return { inside.getX() + inside.getWidth() * at.x, inside.getCentreY() - inside.getHeight() / 2 * at.y };
}

WavePoint WaveCanvas::fromPixels (juce::Point<float> at) const
{
    const auto inside = area();
    return { juce::jlimit (0.0f, 1.0f, (at.x - inside.getX()) / inside.getWidth()), juce::jlimit (-1.0f, 1.0f, (inside.getCentreY() - at.y) / inside.getHeight() * 2) };
}

void WaveCanvas::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto inside = area();
    paintWell (g, getLocalBounds().toFloat(), t);
    g.setColour (t[Ink::line].withMultipliedAlpha (0.6f));

    for (const auto x : { 0.25f, 0.5f, 0.75f })
        g.fillRect (inside.getX() + inside.getWidth() * x, inside.getY(), 1.0f, inside.getHeight());

    for (const auto y : { 0.0f, 0.25f, 0.75f, 1.0f })
        g.fillRect (inside.getX(), inside.getY() + inside.getHeight() * y, inside.getWidth(), 1.0f);

    g.setColour (t[Ink::faint].withMultipliedAlpha (0.7f));
    g.fillRect (inside.withSizeKeepingCentre (inside.getWidth(), 1));

    if (hasKeyboardFocus (false) && usesKeys && refusal.isEmpty())
    {
        g.setColour (t[Ink::ember].withAlpha (0.16f));
        g.fillRect (inside.getX() + inside.getWidth() * static_cast<float> (cursor) / keyParts, inside.getY(), inside.getWidth() / keyParts, inside.getHeight());
    }

    g.setColour (t[Ink::violet].withAlpha (0.75f));
    g.strokePath (pathOfWave (result, inside), juce::PathStrokeType (1.2f));
    g.setColour (t[refusal.isEmpty() ? Ink::ember : Ink::mute]);
    g.strokePath (pathOfWave (shown, inside), juce::PathStrokeType (2.2f, juce::PathStrokeType::curved, juce::PathStrokeType::rounded));

    if (hasKeyboardFocus (false))
        drawFocusRing (g, getLocalBounds().toFloat(), radius::tabs, t);
}

void WaveCanvas::mouseDown (const juce::MouseEvent& event)
{
    if (event.mods.isPopupMenu())
        return;

    if (refusal.isNotEmpty())
    {
        if (onRefused)
            onRefused (refusal);

        return;
    }

    usesKeys = false;
    stroke = { fromPixels (event.position) };
    strokeTo (event);
}

void WaveCanvas::mouseDrag (const juce::MouseEvent& event)
{
    if (! stroke.empty())
        strokeTo (event);
}

void WaveCanvas::strokeTo (const juce::MouseEvent& event)
{
    const auto to = fromPixels (event.position);

    if (event.mods.isShiftDown())
        stroke = { stroke.front(), to };
    else if (stroke.back() != to)
        stroke.push_back (to);

    shown = drawn;
    drawStroke (shown, stroke);
    repaint();
}

void WaveCanvas::mouseUp (const juce::MouseEvent&)
{
    const auto finished = std::exchange (stroke, {});

    if (! finished.empty() && onStroke)
        onStroke (finished);
}

void WaveCanvas::bend (float by)
{
    const auto from = static_cast<float> (cursor) / keyParts, to = static_cast<float> (cursor + 1) / keyParts;
    const auto middle = std::min (drawn.size() - 1, static_cast<std::size_t> ((from + to) / 2 * static_cast<float> (drawn.size())));
    const auto height = juce::jlimit (-1.0f, 1.0f, drawn[middle] + by);

    if (onStroke)
        onStroke ({ { from, height }, { to, height } });
}

bool WaveCanvas::keyPressed (const juce::KeyPress& key)
{
    const auto isUp = key.isKeyCode (juce::KeyPress::upKey), isDown = key.isKeyCode (juce::KeyPress::downKey);
    const auto isLeft = key.isKeyCode (juce::KeyPress::leftKey), isRight = key.isKeyCode (juce::KeyPress::rightKey);

    if (refusal.isNotEmpty() || drawn.empty() || key.getModifiers().isCtrlDown() || ! (isUp || isDown || isLeft || isRight))
        return false;

    usesKeys = true;

    if (isUp || isDown)
        bend (isUp ? keyStep : -keyStep);
    else
        cursor = juce::jlimit (0, keyParts - 1, cursor + (isRight ? 1 : -1));

    repaint();
    return true;
}

void WaveCanvas::focusGained (FocusChangeType) { repaint(); }

void WaveCanvas::focusLost (FocusChangeType) { repaint(); }

} // namespace athanor
