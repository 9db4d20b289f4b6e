// SPDX-License-Identifier: GPL-3.0-or-later
// What stays as it is while something small moves over it: painted once and kept as pixels.
#pragma once

#include "Ui/Kit/Look.h"

#include <array>

namespace athanor
{

class StillPicture
{
public:
    /** All that decides how it looks, besides size, scale and theme. */
    using State = std::array<float, 6>;

    /** Paints what was kept; anew only when the state is another one. */
    template <typename Paint>
    void draw (juce::Graphics& g, const juce::Component& owner, const State& state, Paint paint)
    {
        const auto scale = g.getInternalContext().getPhysicalPixelScaleFactor();
        const auto width = juce::roundToInt (std::ceil (static_cast<float> (owner.getWidth()) * scale)), height = juce::roundToInt (std::ceil (static_cast<float> (owner.getHeight()) * scale));
        const auto* theme = &tokens (owner);

        if (! image.isValid() || image.getWidth() != width || image.getHeight() != height || kept != state || keptScale != scale || keptTheme != theme)
        {
            image = juce::Image (juce::Image::ARGB, std::max (1, width), std::max (1, height), true);
            juce::Graphics fresh (image);
            fresh.addTransform (juce::AffineTransform::scale (scale));
            paint (fresh);
            kept = state;
            keptScale = scale;
            keptTheme = theme;
        }

        g.setOpacity (1);
        g.drawImageTransformed (image, juce::AffineTransform::scale (1 / scale));
    }

    /** Whether it holds pixels; and lets go of them. */
    bool isKept() const noexcept { return image.isValid(); }

    void forget() { image = {}; }

private:
    juce::Image image;
    State kept {};
    float keptScale = 0;
    const Tokens* keptTheme = nullptr;
};

} // namespace athanor
