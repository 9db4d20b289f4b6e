// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Live.h"
#include "Ui/Kit/Theme.h"

#include <array>
#include <functional>

namespace athanor
{

/** What a meter was told since the last frame: linear amplitudes of one channel. */
struct MeterLevel
{
    float peak = 0, rms = 0;
};

/** How a meter moves: up at once, down by 20 dB a second; the mark holds for 1.5 s; the clip light stays until it is touched. */
class MeterBallistics
{
public:
    void update (MeterLevel, float seconds) noexcept;

    void resetClip() noexcept { clipped = false; }

    float peakDecibels() const noexcept { return peak; }

    float rmsDecibels() const noexcept { return rms; }

    float heldDecibels() const noexcept { return held; }

    bool hasClipped() const noexcept { return clipped; }

    static constexpr float floorDecibels = -60.0f;

private:
    float peak = floorDecibels, rms = floorDecibels, held = floorDecibels;
    float holdSeconds = 0;
    bool clipped = false;
};

/** Where a level stands on a meter from 0 to 1: even in decibels, with the upper 24 dB given two thirds of the way. */
float meterPosition (float decibels) noexcept;

/** The levels of one or two channels: RMS as a solid bar, peak as a lighter one, a mark that holds, a light that says it clipped. */
class MeterView : public juce::Component,
                  public juce::SettableTooltipClient,
                  public Live
{
public:
    enum class Way { upright,
                     lying };

    explicit MeterView (Way = Way::lying, int channels = 2);

    /** Gives the levels since the last frame, one for each channel. */
    std::function<std::array<MeterLevel, 2>()> onLevels;

    /** A bar of 5 points without marks, for the head of a track. */
    void setSlim (bool);

    void refresh() override;

    /** Advances by hand, for tests and for meters without a clock. */
    void advance (std::array<MeterLevel, 2>, float seconds);

    const MeterBallistics& channel (int index) const { return ballistics[static_cast<std::size_t> (index)]; }

    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    juce::Rectangle<float> bar (int channel) const;
    void paintBar (juce::Graphics&, juce::Rectangle<float>, const MeterBallistics&) const;
    std::array<int, 8> drawn() const;

    Way way;
    int channels;
    bool isSlim = false;
    std::array<MeterBallistics, 2> ballistics;
    std::array<int, 8> lastDrawn {};
    double lastTime = 0;
};

} // namespace athanor
