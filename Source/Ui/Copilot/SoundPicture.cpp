// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/SoundPicture.h"

#include "Ui/Kit/Draw.h"
#include "Ui/Kit/Icons.h"

#include <algorithm>

namespace athanor
{

SpectrumBars::SpectrumBars()
{
    setTitle ("Spectrum");
    setInterceptsMouseClicks (false, false);
}

void SpectrumBars::setHeights (std::vector<float> bars)
{
    heights = std::move (bars);
    repaint();
}

void SpectrumBars::setBefore (std::vector<float> bars)
{
    before = std::move (bars);
    repaint();
}

void SpectrumBars::paint (juce::Graphics& g)
{
    constexpr float step = 4, bar = 3;
    const auto& t = tokens (*this);
    const auto count = static_cast<int> (static_cast<float> (getWidth()) / step);
    const auto height = static_cast<float> (getHeight());

    // A bar stands for the tallest of what it covers.
    const auto heightAt = [count] (const std::vector<float>& list, int i) {
        const auto first = list.size() * static_cast<std::size_t> (i) / static_cast<std::size_t> (count);
        const auto last = std::max (first + 1, list.size() * static_cast<std::size_t> (i + 1) / static_cast<std::size_t> (count));
        auto tallest = 0.0f;

        for (auto k = first; k < std::min (last, list.size()); ++k)
            tallest = std::max (tallest, list[k]);

        return juce::jlimit (0.0f, 1.0f, tallest);
    };

    for (int i = 0; i < count; ++i)
    {
        const auto tall = heightAt (heights, i);
        const auto pixels = std::max (1.5f, tall * height);
        g.setColour (t[Ink::ember].withAlpha (0.35f + 0.6f * tall));
        g.fillRoundedRectangle (static_cast<float> (i) * step, height - pixels, bar, pixels, 1);
    }

    if (before.empty())
        return;

    juce::Path outline;

    for (int i = 0; i < count; ++i)
    {
        const juce::Point<float> at { static_cast<float> (i) * step + bar / 2, height - heightAt (before, i) * height };
        i == 0 ? outline.startNewSubPath (at) : outline.lineTo (at);
    }

    g.setColour (t[Ink::mute]);
    g.strokePath (outline, juce::PathStrokeType (1.2f));
}

CoverPicture::CoverPicture()
{
    setTitle ("Cover");
    setTooltip ("Draws another cover; the sound stays.");
    setWantsKeyboardFocus (true);
    setMouseClickGrabsKeyboardFocus (false);
    setRepaintsOnMouseActivity (true);
}

void CoverPicture::setImage (juce::Image picture)
{
    image = std::move (picture);
    repaint();
}

void CoverPicture::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    const auto area = getLocalBounds().toFloat();
    juce::Path shape;
    shape.addRoundedRectangle (area, radius::tabs);

    if (image.isValid())
    {
        juce::Graphics::ScopedSaveState state (g);
        g.reduceClipRegion (shape);
        g.setImageResamplingQuality (juce::Graphics::highResamplingQuality);
        g.drawImage (image, area);
    }
    else
    {
        g.setColour (t[Ink::control]);
        g.fillPath (shape);
        drawIcon (g, Icon::flame, area.withSizeKeepingCentre (26, 26), t[Ink::faint]);
    }

    if (isMouseOver() && onClick)
    {
        const auto badge = area.withTrimmedLeft (area.getWidth() - 24).withTrimmedTop (area.getHeight() - 24).reduced (2);
        g.setColour (t[Ink::window].withAlpha (0.75f));
        g.fillEllipse (badge);
        drawIcon (g, Icon::dice, badge.reduced (4), t[Ink::text]);
    }

    if (hasKeyboardFocus (false))
        drawFocusRing (g, getLocalBounds().toFloat(), radius::tabs, t);
}

void CoverPicture::mouseUp (const juce::MouseEvent& event)
{
    if (event.mouseWasClicked() && onClick)
        onClick();
}

bool CoverPicture::keyPressed (const juce::KeyPress& key)
{
    if ((key != juce::KeyPress::returnKey && key != juce::KeyPress::spaceKey) || ! onClick)
        return false;

    onClick();
    return true;
}

std::unique_ptr<juce::AccessibilityHandler> CoverPicture::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::button, juce::AccessibilityActions().addAction (juce::AccessibilityActionType::press, [this] { onClick ? onClick() : void(); }));
}

} // namespace athanor
