// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WaveView.h"

#include "Patch/PatchLimits.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Look.h"

namespace athanor
{

namespace
{
constexpr int rows = 22, points = 112;
constexpr float pixelsForAll = 160;
} // namespace

WaveView::WaveView (ShownSynth& s, int n) : synth (s), number (n), hand (s)
{
    setTitle ("Waves of oscillator " + juce::String (n + 1));
    setTooltip ("The waves of the wavetable. Drag upwards to move on through them.");
    setMouseCursor (juce::MouseCursor::UpDownResizeCursor);
    update();
    refresh();
}

void WaveView::update()
{
    const auto& wanted = synth.patch().wavetables[static_cast<std::size_t> (number)];

    if (! synth.patch().values.isOn (member (Control::osc_1_on, number)) || (! sheet.rows.empty() && wanted == recipe))
        return;

    recipe = wanted;
    sheet = waveSheetOf (recipe, rows, points);
    repaint();
}

void WaveView::refresh()
{
    const auto now = hand.valueOf (frame());

    if (std::exchange (shown, now) != now)
        repaint();
}

/** @param depth  0 in front to 1 at the back. */
juce::Path WaveView::pathOf (const std::vector<float>& wave, float depth) const
{
    const auto area = getLocalBounds().toFloat().reduced (14, 10);
    const auto isDeep = sheet.rows.size() > 1;
    const auto width = area.getWidth() * (isDeep ? 0.7f : 1.0f), height = area.getHeight() * (isDeep ? 0.22f : 0.46f);
    const auto left = area.getX() + (area.getWidth() - width) * depth;
    const auto middle = isDeep ? area.getBottom() - height - (area.getHeight() - 2 * height) * depth : area.getCentreY();
    juce::Path path;

    for (std::size_t i = 0; i < wave.size(); ++i)
    {
        const juce::Point<float> at (left + width * static_cast<float> (i) / static_cast<float> (wave.size() - 1), middle - height * wave[i]);
        i == 0 ? path.startNewSubPath (at) : path.lineTo (at);
    }

    return path;
}

void WaveView::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    paintWell (g, getLocalBounds().toFloat(), t);
    const juce::PathStrokeType thin (1.0f), thick (2.2f, juce::PathStrokeType::curved, juce::PathStrokeType::rounded);
    const auto last = sheet.rows.size() - 1;

    for (std::size_t i = sheet.rows.size(); sheet.rows.size() > 1 && i-- > 0;)
    {
        const auto depth = static_cast<float> (i) / static_cast<float> (last);
        g.setColour (t[Ink::violet].withAlpha (0.22f + 0.38f * depth));
        g.strokePath (pathOf (sheet.rows[i], depth), thin);
    }

    if (sheet.rows.empty())
        return;

    const auto place = juce::jlimit (0.0f, 1.0f, shown / static_cast<float> (patch::lastPosition));
    g.setColour (t[Ink::ember]);
    g.strokePath (pathOf (waveAt (sheet, shown), place), thick);
}

void WaveView::mouseDown (const juce::MouseEvent&)
{
    taken = synth.valueNow (frame());
    hand.turn (frame(), taken);
}

void WaveView::mouseDrag (const juce::MouseEvent& event)
{
    hand.turn (frame(), taken - static_cast<float> (event.getDistanceFromDragStartY()) / pixelsForAll * static_cast<float> (patch::lastPosition));
    refresh();
}

void WaveView::mouseUp (const juce::MouseEvent&) { hand.letGo ("turn " + std::string (infoOf (frame()).name)); }

} // namespace athanor
