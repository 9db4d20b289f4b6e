// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/HarmonicBars.h"

#include "Ui/Kit/Card.h"
#include "Ui/Kit/Draw.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr float lowest = -60; // decibels
constexpr float keyStep = 1.0f / 24;
} // namespace

HarmonicBars::HarmonicBars (Of what) : of (what), values (count, 0.0f)
{
    setTitle (of == Of::amplitudes ? "Harmonics" : "Phases of harmonics");
    setWantsKeyboardFocus (true);
    setMouseCursor (juce::MouseCursor::CrosshairCursor);
}

void HarmonicBars::setHarmonics (const std::vector<Harmonic>& harmonics, const juce::String& whyNot)
{
    if (isDrawing)
        return;

    constexpr auto silent = 1.0e-3f;

    for (std::size_t i = 0; i < values.size(); ++i)
    {
        const auto harmonic = i < harmonics.size() ? harmonics[i] : Harmonic();
        values[i] = of == Of::amplitudes ? harmonic.amplitude : harmonic.amplitude < silent ? 0.0f
                                                                                            : harmonic.turns;
    }

    refusal = whyNot;
    point (pointed);
}

float HarmonicBars::heightOf (float value) const
{
    if (of == Of::phases)
        return juce::jlimit (0.0f, 1.0f, value + 0.5f);

    return value <= 0 ? 0.0f : juce::jlimit (0.0f, 1.0f, 1 - 20 * std::log10 (value) / lowest);
}

float HarmonicBars::valueAt (float height) const
{
    if (of == Of::phases)
        return juce::jlimit (-0.5f, 0.5f, height - 0.5f);

    return height <= 0.005f ? 0.0f : std::pow (10.0f, (1 - std::min (1.0f, height)) * lowest / 20);
}

juce::Rectangle<float> HarmonicBars::area() const { return getLocalBounds().toFloat().reduced (8, 6).withTrimmedTop (14); }

int HarmonicBars::numberAt (float x) const
{
    return juce::jlimit (1, count, 1 + static_cast<int> (std::floor ((x - area().getX()) / area().getWidth() * count)));
}

juce::Point<float> HarmonicBars::toPixels (int number, float value) const
{
    return { area().getX() + area().getWidth() * (static_cast<float> (number) - 0.5f) / count, area().getBottom() - area().getHeight() * heightOf (value) };
}

juce::String HarmonicBars::textOf (int number) const
{
    const auto value = values[static_cast<std::size_t> (number - 1)];
    const auto words = of == Of::phases        ? juce::String (juce::roundToInt (value * 360)) + juce::String (juce::CharPointer_UTF8 ("\xc2\xb0"))
                       : heightOf (value) <= 0 ? juce::String ("none")
                                               : juce::String (20 * std::log10 (value), 1) + " dB";
    return "Harmonic " + juce::String (number) + ": " + words;
}

void HarmonicBars::point (int number)
{
    pointed = number;
    setDescription (refusal.isNotEmpty() ? refusal : textOf (pointed));
    setTooltip (refusal.isNotEmpty() ? refusal : textOf (pointed) + ". Draw across the bars; left and right choose one, up and down change it.");
    repaint();
}

void HarmonicBars::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto inside = area();
    const auto width = inside.getWidth() / count;
    paintWell (g, getLocalBounds().toFloat(), t);
    drawWords (g, getTitle(), getLocalBounds().reduced (8, 4).withHeight (12), font (*this, Face::name, textSize::tiny), t[Ink::mute]);

    if (isMouseOver() || hasKeyboardFocus (false))
        drawWords (g, textOf (pointed), getLocalBounds().reduced (8, 4).withHeight (12), font (*this, Face::name, textSize::tiny), t[Ink::text], juce::Justification::centredRight);

    const auto zero = of == Of::phases ? inside.getCentreY() : inside.getBottom();
    g.setColour (t[Ink::line]);
    g.fillRect (inside.getX(), zero, inside.getWidth(), 1.0f);

    for (int i = 0; i < count; ++i)
    {
        const auto top = toPixels (i + 1, values[static_cast<std::size_t> (i)]).y;
        const auto x = inside.getX() + width * static_cast<float> (i);
        const auto isPointed = i + 1 == pointed && (isMouseOver() || hasKeyboardFocus (false));

        if (isPointed)
        {
            g.setColour (t[Ink::ember].withAlpha (0.16f));
            g.fillRect (x, inside.getY(), width, inside.getHeight());
        }

        g.setColour (t[refusal.isNotEmpty() ? Ink::mute : of == Of::phases ? Ink::violet
                                                                           : Ink::ember]);
        g.fillRect (juce::Rectangle<float>::leftTopRightBottom (x + 1, std::min (top, zero), x + width - 1, std::max (top, zero)));
    }

    if (hasKeyboardFocus (false))
        drawFocusRing (g, getLocalBounds().toFloat(), radius::tabs, t);
}

void HarmonicBars::mouseDown (const juce::MouseEvent& event)
{
    if (event.mods.isPopupMenu())
        return;

    if (refusal.isNotEmpty())
    {
        if (onRefused)
            onRefused (refusal);

        return;
    }

    isDrawing = true;
    last = event.position;
    drawTo (event.position);
}

void HarmonicBars::mouseDrag (const juce::MouseEvent& event)
{
    if (isDrawing)
        drawTo (event.position);
}

/** All bars between here and there; with the height of the line between. */
void HarmonicBars::drawTo (juce::Point<float> to)
{
    const auto from = std::exchange (last, to);
    const auto first = numberAt (from.x), end = numberAt (to.x);

    for (int number = std::min (first, end); number <= std::max (first, end); ++number)
    {
        const auto t = first == end ? 1.0f : static_cast<float> (number - first) / static_cast<float> (end - first);
        const auto value = valueAt (juce::jlimit (0.0f, 1.0f, (area().getBottom() - (from.y + t * (to.y - from.y))) / area().getHeight()));
        values[static_cast<std::size_t> (number - 1)] = stroke[number] = value;
    }

    point (end);
}

void HarmonicBars::mouseUp (const juce::MouseEvent&)
{
    isDrawing = false;

    if (const auto finished = std::exchange (stroke, {}); ! finished.empty() && onDraw)
        onDraw (finished);
}

void HarmonicBars::mouseMove (const juce::MouseEvent& event) { point (numberAt (event.position.x)); }

void HarmonicBars::mouseExit (const juce::MouseEvent&) { repaint(); }

bool HarmonicBars::keyPressed (const juce::KeyPress& key)
{
    const auto isUp = key.isKeyCode (juce::KeyPress::upKey), isDown = key.isKeyCode (juce::KeyPress::downKey);
    const auto isLeft = key.isKeyCode (juce::KeyPress::leftKey), isRight = key.isKeyCode (juce::KeyPress::rightKey);

    if (refusal.isNotEmpty() || key.getModifiers().isCtrlDown() || ! (isUp || isDown || isLeft || isRight))
        return false;

    if (isLeft || isRight)
        point (juce::jlimit (1, count, pointed + (isRight ? 1 : -1)));
    else if (onDraw)
        onDraw ({ { pointed, valueAt (juce::jlimit (0.0f, 1.0f, heightOf (values[static_cast<std::size_t> (pointed - 1)]) + (isUp ? keyStep : -keyStep))) } });

    return true;
}

void HarmonicBars::focusGained (FocusChangeType) { repaint(); }

void HarmonicBars::focusLost (FocusChangeType) { repaint(); }

} // namespace athanor
