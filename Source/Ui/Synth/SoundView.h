// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard of a synth: its wave, standing still, and its spectrum beside it.
#pragma once

#include "App/SoundPictures.h"
#include "Ui/Kit/Live.h"
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

class SoundView : public juce::Component,
                  public juce::SettableTooltipClient,
                  public Live
{
public:
    explicit SoundView (ShownSynth&);

    void refresh() override;
    void paint (juce::Graphics&) override;

    /** The wave from left to right; and the spectrum, 0 to 1. */
    const std::vector<float>& wave() const noexcept { return heights; }

    const std::vector<float>& spectrum() const noexcept { return levels; }

private:
    juce::Rectangle<int> waveArea() const;
    juce::Rectangle<int> spectrumArea() const;
    void paintWave (juce::Graphics&) const;
    void paintSpectrum (juce::Graphics&) const;

    ShownSynth& synth;
    SpectrumPicture picture;
    std::vector<float> sound, heights, levels, fresh;
    std::uint32_t seen = 0;
    bool isEven = false, isStill = true;
};

} // namespace athanor
