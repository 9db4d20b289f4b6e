// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/KeyboardView.h"

#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int idealWhite = 26, fewest = 14, most = 52, middle = 60, lowest = 12, highest = 127;
constexpr int lowestPitch = 12; ///< Of key 0, as a pattern counts keys.
constexpr float blackWidth = 0.6f, blackHeight = 0.62f;

constexpr bool isBlack (int note) { return (0b0101'0100'1010 >> (note % 12) & 1) != 0; }

/** White keys below a note within its octave. */
constexpr int whitesBelow (int note)
{
    auto count = 0;

    for (int i = 0; i < note % 12; ++i)
        count += isBlack (i) ? 0 : 1;

    return count;
}

static_assert (isBlack (61) && ! isBlack (60) && ! isBlack (64) && isBlack (70) && whitesBelow (65) == 3);
} // namespace

KeyboardView::KeyboardView (ShownSynth& s) : synth (s), input (s.deeds.session)
{
    setTitle ("Keyboard");
    setDescription ("Plays the synth. The arrow keys move it by an octave.");
    setTooltip ("Plays the synth; the lower on a key, the louder.\nThe wheel moves it by an octave. The keys of the computer play, too.");
    setWantsKeyboardFocus (true);
    setMouseClickGrabsKeyboardFocus (false);
}

int KeyboardView::whiteKeys() const { return juce::jlimit (fewest, most, getWidth() / idealWhite); }

float KeyboardView::whiteWidth() const { return static_cast<float> (getWidth()) / static_cast<float> (whiteKeys()); }

void KeyboardView::resized()
{
    const auto octaves = whiteKeys() / 7;
    first = juce::jlimit (lowest, highest - 12 * octaves - 7, middle + 12 * (shift - octaves / 2)) / 12 * 12;
}

void KeyboardView::moveBy (int octaves)
{
    const auto before = first;
    shift += octaves;
    resized();

    if (first == before)
        shift -= octaves;

    repaint();
}

juce::Rectangle<float> KeyboardView::keyArea (int note) const
{
    if (note < first || note > highest)
        return {};

    const auto width = whiteWidth(), height = static_cast<float> (getHeight());
    const auto white = (note - first) / 12 * 7 + whitesBelow (note);

    if (white >= whiteKeys())
        return {};

    const auto x = static_cast<float> (white) * width;
    return isBlack (note) ? juce::Rectangle<float> (x - width * blackWidth / 2, 0, width * blackWidth, height * blackHeight) : juce::Rectangle<float> (x, 0, width, height);
}

std::optional<int> KeyboardView::noteAt (juce::Point<float> at) const
{
    std::optional<int> found;

    for (int note = first; note <= highest; ++note)
        if (keyArea (note).contains (at) && (! found || isBlack (note)))
            found = note;

    return found;
}

bool KeyboardView::isLit (int note) const noexcept { return (lit[static_cast<std::size_t> (note / 64)] >> (note % 64) & 1) != 0 || held == note; }

void KeyboardView::refresh()
{
    const auto* heard = synth.heard();
    const auto before = std::exchange (lit, heard != nullptr ? heard->keys : std::array<std::uint64_t, 2> {});

    if (before == lit)
        return;

    for (int note = first; note <= highest; ++note)
        if (const auto half = static_cast<std::size_t> (note / 64); ((before[half] ^ lit[half]) >> (note % 64) & 1) != 0)
            repaint (keyArea (note).getSmallestIntegerContainer());
}

void KeyboardView::play (std::optional<int> note, float velocity)
{
    if (note == held)
        return;

    if (held)
        input.release (*held - lowestPitch);

    held = note;

    if (held)
        input.press (*held - lowestPitch, static_cast<double> (velocity), false);

    repaint();
}

void KeyboardView::mouseDown (const juce::MouseEvent& event)
{
    if (! event.mods.isPopupMenu())
        mouseDrag (event);
}

void KeyboardView::mouseDrag (const juce::MouseEvent& event)
{
    const auto note = noteAt (event.position);
    const auto height = note ? keyArea (*note).getHeight() : 1.0f;
    play (note, juce::jlimit (0.2f, 1.0f, 0.25f + 0.8f * event.position.y / height));
}

void KeyboardView::mouseUp (const juce::MouseEvent&) { play ({}, 0); }

void KeyboardView::mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails& wheel)
{
    wheelRest += wheel.deltaY * 4;

    if (const auto octaves = static_cast<int> (wheelRest); octaves != 0)
    {
        wheelRest = 0;
        moveBy (octaves > 0 ? 1 : -1);
    }
}

bool KeyboardView::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress::leftKey && key != juce::KeyPress::rightKey)
        return false;

    moveBy (key == juce::KeyPress::leftKey ? -1 : 1);
    return true;
}

void KeyboardView::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto face = font (*this, Face::number, textSize::tiny);

    for (const auto paintsBlack : { false, true })
        for (int note = first; note <= highest; ++note)
        {
            const auto area = keyArea (note);

            if (isBlack (note) != paintsBlack || area.isEmpty() || ! g.clipRegionIntersects (area.getSmallestIntegerContainer()))
                continue;

            g.setColour (isLit (note) ? t[Ink::ember] : t[paintsBlack ? Ink::ebony : Ink::ivory]);
            g.fillRoundedRectangle (area.reduced (0.5f, 0).withTop (-radius::tiny), radius::tiny);

            if (! paintsBlack)
            {
                g.setColour (t[Ink::ebony].withAlpha (0.25f));
                g.fillRect (area.withLeft (area.getRight() - 1));
            }

            if (note % 12 == 0)
                drawWords (g, "C" + juce::String (note / 12 - 1), area.toNearestInt().removeFromBottom (15), face, t[Ink::ebony].withAlpha (0.6f), juce::Justification::centred);
        }

    if (hasKeyboardFocus (false))
        drawFocusRing (g, getLocalBounds().toFloat(), radius::tiny, t);
}

} // namespace athanor
