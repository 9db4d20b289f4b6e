// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/MeterView.h"

#include "Ui/Kit/Draw.h"

#include <cmath>

namespace athanor
{

namespace
{

constexpr float fallPerSecond = 20, holdFor = 1.5f, rmsPerSecond = 12;

float decibelsOf (float amplitude) noexcept
{
    return amplitude > 0.001f ? std::max (MeterBallistics::floorDecibels, 20.0f * std::log10 (amplitude)) : MeterBallistics::floorDecibels;
}

/** A meter's value for a screen reader: decibels, read only. */
class MeterValue : public juce::AccessibilityTextValueInterface
{
public:
    explicit MeterValue (const MeterView& owner)
        : meter (owner) {}

    bool isReadOnly() const override { return true; }

    juce::String getCurrentValueAsString() const override
    {
        const auto peak = meter.channel (0).heldDecibels();
        return peak <= MeterBallistics::floorDecibels ? juce::String ("silent") : juce::String (peak, 1) + " dB";
    }

    void setValueAsString (const juce::String&) override {}

private:
    const MeterView& meter;
};

} // namespace

void MeterBallistics::update (MeterLevel level, float seconds) noexcept
{
    const auto newPeak = decibelsOf (level.peak), newRms = decibelsOf (level.rms);
    peak = std::max (newPeak, std::max (floorDecibels, peak - fallPerSecond * seconds));
    rms += (newRms - rms) * std::min (1.0f, rmsPerSecond * seconds);
    clipped = clipped || level.peak > 1.0f;
    holdSeconds -= seconds;

    if (newPeak >= held)
    {
        held = newPeak;
        holdSeconds = holdFor;
    }
    else if (holdSeconds <= 0)
    {
        held = std::max (peak, held - 2 * fallPerSecond * seconds);
    }
}

float meterPosition (float decibels) noexcept
{
    // 0 to -24 dB is where mixing happens; below that a glance is enough. 6 dB above full scale stay visible.
    constexpr float top = 6, knee = -24, kneePosition = 1.0f / 3;

    if (decibels >= knee)
        return std::min (1.0f, kneePosition + (1 - kneePosition) * (decibels - knee) / (top - knee));

    return std::max (0.0f, kneePosition * (decibels - MeterBallistics::floorDecibels) / (knee - MeterBallistics::floorDecibels));
}

MeterView::MeterView (Way direction, int channelCount)
    : way (direction), channels (juce::jlimit (1, 2, channelCount))
{
    setTitle ("Level");
    setDescription ("Peak and loudness of the signal. Press to put the clip light out.");
    lastTime = juce::Time::getMillisecondCounterHiRes();
}

void MeterView::setSlim (bool slim)
{
    isSlim = slim;
    repaint();
}

void MeterView::refresh()
{
    if (! onLevels)
        return;

    const auto now = juce::Time::getMillisecondCounterHiRes();
    const auto seconds = static_cast<float> (juce::jlimit (0.0, 0.2, (now - lastTime) / 1000.0));
    lastTime = now;
    advance (onLevels(), seconds);
}

void MeterView::advance (std::array<MeterLevel, 2> levels, float seconds)
{
    for (std::size_t i = 0; i < static_cast<std::size_t> (channels); ++i)
        ballistics[i].update (levels[i], seconds);

    // Quarter pixels decide whether anything is to be seen of the change.
    if (const auto now = drawn(); now != lastDrawn)
    {
        lastDrawn = now;
        repaint();
    }
}

std::array<int, 8> MeterView::drawn() const
{
    std::array<int, 8> result {};
    const auto length = static_cast<float> (way == Way::lying ? getWidth() : getHeight()) * 4;
    std::size_t at = 0;

    for (auto& one : ballistics)
    {
        for (auto decibels : { one.peakDecibels(), one.rmsDecibels(), one.heldDecibels() })
            result[at++] = juce::roundToInt (meterPosition (decibels) * length);

        result[at++] = one.hasClipped() ? 1 : 0;
    }

    return result;
}

juce::Rectangle<float> MeterView::bar (int index) const
{
    const auto area = getLocalBounds().toFloat();
    const auto gap = isSlim ? 1.0f : 3.0f;
    const auto count = static_cast<float> (channels);
    const auto across = way == Way::lying ? area.getHeight() : area.getWidth();
    const auto thickness = juce::jmin (way == Way::lying ? 7.0f : 12.0f, (across - gap * (count - 1)) / count);
    const auto first = (across - thickness * count - gap * (count - 1)) / 2 + static_cast<float> (index) * (thickness + gap);

    return way == Way::lying ? juce::Rectangle<float> (area.getX(), area.getY() + first, area.getWidth(), thickness) : juce::Rectangle<float> (area.getX() + first, area.getY(), thickness, area.getHeight());
}

void MeterView::paintBar (juce::Graphics& g, juce::Rectangle<float> area, const MeterBallistics& level) const
{
    const auto& t = tokens (*this);
    const auto corner = juce::jmin (2.0f, juce::jmin (area.getWidth(), area.getHeight()) / 2);
    const auto part = [&] (float position) {
        return way == Way::lying ? area.withWidth (area.getWidth() * position) : area.withTop (area.getBottom() - area.getHeight() * position);
    };

    g.setColour (t[Ink::window]);
    g.fillRoundedRectangle (area, corner);

    const auto from = way == Way::lying ? area.getTopLeft() : area.getBottomLeft();
    const auto to = way == Way::lying ? area.getTopRight() : area.getTopLeft();
    juce::ColourGradient gradient (t[Ink::leaf], from, t[Ink::rose], to, false);
    gradient.addColour (meterPosition (-18), t[Ink::leaf]);
    gradient.addColour (meterPosition (-6), t[Ink::gold]);
    gradient.addColour (meterPosition (0), t[Ink::rose]);

    g.setGradientFill (gradient);
    g.setOpacity (0.55f);
    g.fillRoundedRectangle (part (meterPosition (level.peakDecibels())), corner);
    g.setGradientFill (gradient);
    g.fillRoundedRectangle (part (meterPosition (level.rmsDecibels())), corner);

    if (isSlim)
        return;

    if (const auto held = meterPosition (level.heldDecibels()); held > 0.01f)
    {
        g.setColour (t[level.heldDecibels() > 0 ? Ink::rose : Ink::gold]);
        const auto tip = part (held);
        g.fillRect (way == Way::lying ? tip.withLeft (tip.getRight() - 2) : tip.withHeight (2));
    }

    if (level.hasClipped())
    {
        g.setColour (t[Ink::rose]);
        g.fillRoundedRectangle (way == Way::lying ? area.withLeft (area.getRight() - 5) : area.withHeight (5), corner);
    }
}

void MeterView::paint (juce::Graphics& g)
{
    for (int i = 0; i < channels; ++i)
        paintBar (g, bar (i), ballistics[static_cast<std::size_t> (i)]);
}

void MeterView::mouseDown (const juce::MouseEvent&)
{
    for (auto& one : ballistics)
        one.resetClip();

    repaint();
}

std::unique_ptr<juce::AccessibilityHandler> MeterView::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::progressBar, juce::AccessibilityActions(), juce::AccessibilityHandler::Interfaces { std::make_unique<MeterValue> (*this) });
}

} // namespace athanor
