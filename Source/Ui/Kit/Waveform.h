// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Live.h"
#include "Ui/Kit/Theme.h"

#include <span>
#include <vector>

namespace athanor
{

/** The lowest and the highest sample of a stretch of sound, -1 to 1. */
struct Peak
{
    float low = 0, high = 0;
};

/** The peaks of a sound reduced to so many stretches. Empty input gives silence. */
std::vector<Peak> makePeaks (std::span<const float> samples, int count);

struct WaveStyle
{
    Ink played = Ink::ember, rest = Ink::faint;
    float playedUntil = 0; ///< 0 to 1.
    bool isBars = false;   ///< Bars of two points with gaps of one, as in a preview; otherwise a closed shape.
};

void paintWave (juce::Graphics&, juce::Rectangle<float>, std::span<const Peak>, const WaveStyle&, const Tokens&);

/** A sound at a glance; a press or a drag on it seeks. */
class Waveform : public juce::Component,
                 public Live
{
public:
    explicit Waveform (const juce::String& title = "Waveform");

    void setPeaks (std::span<const Peak>);
    void setStyle (WaveStyle);

    /** Where playing is, from 0 to 1; read once for each frame. */
    std::function<float()> onPosition;

    std::function<void (float)> onSeek;

    void refresh() override;
    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;

private:
    std::vector<Peak> peaks;
    WaveStyle style;
};

} // namespace athanor
