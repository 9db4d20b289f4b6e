// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WavePainting.h"

#include "Patch/PatchLimits.h"

namespace athanor
{

namespace
{
const juce::PathStrokeType thin (1.0f), thick (2.2f, juce::PathStrokeType::curved, juce::PathStrokeType::rounded);

/** @param depth  0 in front to 1 at the back. */
juce::Path pathInStack (const std::vector<float>& wave, juce::Rectangle<float> area, float depth)
{
    const auto width = area.getWidth() * 0.7f, height = area.getHeight() * 0.22f;
    const auto left = area.getX() + (area.getWidth() - width) * depth;
    const auto middle = area.getBottom() - height - (area.getHeight() - 2 * height) * depth;
    return pathOfWave (wave, { left, middle - height, width, 2 * height });
}
} // namespace

juce::Path pathOfWave (const std::vector<float>& wave, juce::Rectangle<float> area)
{
    juce::Path path;

    for (std::size_t i = 0; i < wave.size(); ++i)
    {
        const auto x = wave.size() > 1 ? static_cast<float> (i) / static_cast<float> (wave.size() - 1) : 0.0f;
        const juce::Point<float> at (area.getX() + area.getWidth() * x, area.getCentreY() - area.getHeight() / 2 * wave[i]);
        i == 0 ? path.startNewSubPath (at) : path.lineTo (at);
    }

    return path;
}

void paintWaveStack (juce::Graphics& g, juce::Rectangle<float> area, const WaveSheet& sheet, float position, const Tokens& t)
{
    if (sheet.rows.size() < 2)
        return paintWaveAlone (g, area, sheet, position, t);

    const auto last = sheet.rows.size() - 1;

    for (std::size_t i = sheet.rows.size(); i-- > 0;)
    {
        const auto depth = static_cast<float> (i) / static_cast<float> (last);
        g.setColour (t[Ink::violet].withAlpha (0.22f + 0.38f * depth));
        g.strokePath (pathInStack (sheet.rows[i], area, depth), thin);
    }

    g.setColour (t[Ink::ember]);
    g.strokePath (pathInStack (waveAt (sheet, position), area, juce::jlimit (0.0f, 1.0f, position / static_cast<float> (patch::lastPosition))), thick);
}

void paintWaveAlone (juce::Graphics& g, juce::Rectangle<float> area, const WaveSheet& sheet, float position, const Tokens& t)
{
    if (sheet.rows.empty())
        return;

    g.setColour (t[Ink::line]);
    g.fillRect (area.withSizeKeepingCentre (area.getWidth(), 1));
    g.setColour (t[Ink::ember]);
    g.strokePath (pathOfWave (waveAt (sheet, position), area.reduced (0, area.getHeight() * 0.04f)), thick);
}

void paintDropHint (juce::Graphics& g, juce::Rectangle<float> area, const Tokens& t)
{
    g.setColour (t[Ink::ember].withAlpha (0.12f));
    g.fillRoundedRectangle (area, radius::tabs);
    g.setColour (t[Ink::ember]);
    g.drawRoundedRectangle (area.reduced (1), radius::tabs, 2);
}

} // namespace athanor
