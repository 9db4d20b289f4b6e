// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Waveform.h"

#include "Ui/Kit/Look.h"

#include <algorithm>

namespace athanor
{

namespace
{

void paintBars (juce::Graphics& g, juce::Rectangle<float> area, std::span<const Peak> peaks, const WaveStyle& style, const Tokens& t)
{
    const auto count = juce::jmax (1, static_cast<int> (area.getWidth() / 3));
    const auto middle = area.getCentreY(), half = area.getHeight() / 2;

    for (int i = 0; i < count; ++i)
    {
        const auto first = peaks.size() * static_cast<std::size_t> (i) / static_cast<std::size_t> (count);
        const auto last = std::max (first + 1, peaks.size() * static_cast<std::size_t> (i + 1) / static_cast<std::size_t> (count));
        auto height = 0.0f;

        for (auto at = first; at < last && at < peaks.size(); ++at)
            height = std::max ({ height, peaks[at].high, -peaks[at].low });

        height = juce::jlimit (1.0f, half, height * half);
        g.setColour (t[static_cast<float> (i) / static_cast<float> (count) < style.playedUntil ? style.played : style.rest]);
        g.fillRect (area.getX() + static_cast<float> (i) * 3, middle - height, 2.0f, 2 * height);
    }
}

void paintShape (juce::Graphics& g, juce::Rectangle<float> area, std::span<const Peak> peaks, const WaveStyle& style, const Tokens& t)
{
    // At least a hair is drawn where it is silent, so that one sees there is a sound.
    const auto middle = area.getCentreY(), half = area.getHeight() / 2;
    const auto step = area.getWidth() / static_cast<float> (peaks.size());
    juce::RectangleList<float> played, rest;

    for (std::size_t i = 0; i < peaks.size(); ++i)
    {
        const auto x = area.getX() + step * static_cast<float> (i);
        const auto top = middle - juce::jlimit (0.35f, half, peaks[i].high * half), bottom = middle + juce::jlimit (0.35f, half, -peaks[i].low * half);
        auto& part = static_cast<float> (i) < style.playedUntil * static_cast<float> (peaks.size()) ? played : rest;
        part.addWithoutMerging (juce::Rectangle<float>::leftTopRightBottom (x, top, x + step, bottom));
    }

    g.setColour (t[style.rest]);
    g.fillRectList (rest);
    g.setColour (t[style.played]);
    g.fillRectList (played);
}

} // namespace

std::vector<Peak> makePeaks (std::span<const float> samples, int count)
{
    std::vector<Peak> peaks (static_cast<std::size_t> (std::max (0, count)));

    if (samples.empty())
        return peaks;

    for (std::size_t i = 0; i < peaks.size(); ++i)
    {
        const auto first = samples.size() * i / peaks.size();
        const auto last = std::max (first + 1, samples.size() * (i + 1) / peaks.size());
        const auto [low, high] = std::minmax_element (samples.begin() + static_cast<std::ptrdiff_t> (first), samples.begin() + static_cast<std::ptrdiff_t> (last));
        peaks[i] = { *low, *high };
    }

    return peaks;
}

void paintWave (juce::Graphics& g, juce::Rectangle<float> area, std::span<const Peak> peaks, const WaveStyle& style, const Tokens& t)
{
    if (peaks.empty() || area.isEmpty())
        return;

    if (style.isBars)
        paintBars (g, area, peaks, style, t);
    else
        paintShape (g, area, peaks, style, t);
}

Waveform::Waveform (const juce::String& title) { setTitle (title); }

void Waveform::setPeaks (std::span<const Peak> newPeaks)
{
    peaks.assign (newPeaks.begin(), newPeaks.end());
    repaint();
}

void Waveform::setStyle (WaveStyle newStyle)
{
    style = newStyle;
    repaint();
}

void Waveform::refresh()
{
    if (! onPosition)
        return;

    const auto position = onPosition();
    const auto width = static_cast<float> (getWidth());
    const auto before = juce::roundToInt (style.playedUntil * width), now = juce::roundToInt (position * width);
    style.playedUntil = position;

    if (before != now)
        repaint (juce::jmin (before, now) - 4, 0, std::abs (now - before) + 8, getHeight());
}

void Waveform::paint (juce::Graphics& g) { paintWave (g, getLocalBounds().toFloat(), peaks, style, tokens (*this)); }

void Waveform::mouseDown (const juce::MouseEvent& event) { mouseDrag (event); }

void Waveform::mouseDrag (const juce::MouseEvent& event)
{
    if (onSeek && getWidth() > 0)
        onSeek (juce::jlimit (0.0f, 1.0f, event.position.x / static_cast<float> (getWidth())));
}

} // namespace athanor
