// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SoundView.h"

#include "Ui/Kit/Card.h"
#include "Ui/Kit/Look.h"

#include <cmath>

namespace athanor
{

namespace
{
constexpr std::size_t waveFrames = 1'024;
constexpr float fall = 0.06f; ///< Of the spectrum, from one look to the next.
constexpr float inaudible = 1.0e-4f;
} // namespace

SoundView::SoundView (ShownSynth& s) : synth (s), sound (SpectrumPicture::frames), heights (waveFrames)
{
    setTitle ("Sound");
    setTooltip ("The wave that is heard, and its spectrum from 20 Hz to 20 kHz");
}

juce::Rectangle<int> SoundView::waveArea() const { return getLocalBounds().withTrimmedRight (getWidth() * 3 / 5 + 2); }

juce::Rectangle<int> SoundView::spectrumArea() const { return getLocalBounds().withTrimmedLeft (getWidth() * 2 / 5 + 2); }

/** Thirty looks in a second are enough for an eye. */
void SoundView::refresh()
{
    isEven = ! isEven;

    if (isEven)
        return;

    const auto at = synth.deeds.session.player().synthSound (synth.instrument, sound);
    const auto isNew = at && std::exchange (seen, *at) != *at;
    const auto loudest = isNew ? std::ranges::max (sound, {}, [] (float x) { return std::abs (x); }) : 0.0f;
    const auto isSilent = ! isNew || std::abs (loudest) < inaudible;

    // What was drawn last falls until nothing is left of it.
    if (isSilent && isStill)
        return;

    const auto columns = static_cast<std::size_t> (std::max (8, spectrumArea().getWidth() / 2));
    levels.resize (columns);
    fresh.assign (columns, 0.0f);

    if (isSilent)
        std::ranges::fill (heights, 0.0f);
    else
    {
        standingWave (sound, heights);
        picture.draw (sound, synth.deeds.session.player().device().sampleRate, fresh);
    }

    for (std::size_t i = 0; i < columns; ++i)
        levels[i] = std::max (fresh[i], levels[i] - fall);

    isStill = isSilent && std::ranges::all_of (levels, [] (float level) { return level <= 0; });
    repaint();
}

void SoundView::paintWave (juce::Graphics& g) const
{
    const auto area = waveArea().reduced (6).toFloat();
    const auto columns = std::max (2, waveArea().getWidth() - 12);
    const auto yOf = [&] (float value) { return area.getCentreY() - juce::jlimit (-1.0f, 1.0f, value) * area.getHeight() / 2; };
    juce::RectangleList<float> bars;
    auto before = yOf (heights.front());

    for (int x = 0; x < columns; ++x)
    {
        const auto now = yOf (heights[static_cast<std::size_t> (x) * (waveFrames - 1) / static_cast<std::size_t> (columns - 1)]);
        const auto top = std::min (before, now) - 0.8f;
        bars.addWithoutMerging ({ area.getX() + static_cast<float> (x), top, 1, std::abs (now - before) + 1.6f });
        before = now;
    }

    g.setColour (tokens (*this)[Ink::ember]);
    g.fillRectList (bars);
}

void SoundView::paintSpectrum (juce::Graphics& g) const
{
    const auto area = spectrumArea().reduced (4).toFloat();
    const auto& t = tokens (*this);
    juce::RectangleList<float> bodies, tops;
    const auto width = area.getWidth() / static_cast<float> (std::max<std::size_t> (1, levels.size()));

    for (std::size_t i = 0; i < levels.size(); ++i)
        if (const auto height = levels[i] * area.getHeight(); height > 0.5f)
        {
            const auto x = area.getX() + width * static_cast<float> (i), y = area.getBottom() - height;
            bodies.addWithoutMerging ({ x, y, width, height });
            tops.addWithoutMerging ({ x, y, width, 1.5f });
        }

    g.setColour (t[Ink::gold].withAlpha (0.3f));
    g.fillRectList (bodies);
    g.setColour (t[Ink::gold]);
    g.fillRectList (tops);
}

void SoundView::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    paintWell (g, waveArea().toFloat(), t);
    paintWell (g, spectrumArea().toFloat(), t);
    g.setColour (t[Ink::line]);
    g.fillRect (waveArea().withSizeKeepingCentre (waveArea().getWidth() - 12, 1));

    for (const auto decade : { 0.2329f, 0.5663f, 0.8997f }) // 100 Hz, 1 kHz, 10 kHz
        g.fillRect (spectrumArea().getX() + 4 + juce::roundToInt (decade * static_cast<float> (spectrumArea().getWidth() - 8)), 4, 1, getHeight() - 8);

    if (! isStill)
    {
        paintWave (g);
        paintSpectrum (g);
    }
}

} // namespace athanor
