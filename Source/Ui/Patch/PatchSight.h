// SPDX-License-Identifier: GPL-3.0-or-later
// What part of a patch is in sight, and how large.
#pragma once

#include <juce_graphics/juce_graphics.h>

namespace athanor
{

/** Maps points of the patch to pixels of the canvas. */
class PatchSight
{
public:
    using Point = juce::Point<float>;

    static constexpr float smallest = 0.2f, largest = 2.0f;

    float zoom() const noexcept { return scale; }

    Point toPatch (Point pixels) const { return (pixels - origin) / scale; }

    Point toPixels (Point inPatch) const { return inPatch * scale + origin; }

    juce::AffineTransform transform() const { return juce::AffineTransform::scale (scale).translated (origin); }

    void panBy (Point pixels) { origin += pixels; }

    /** Larger or smaller, with the point under the pointer staying where it is. */
    void zoomBy (float factor, Point around)
    {
        const auto still = toPatch (around);
        scale = juce::jlimit (smallest, largest, scale * factor);
        origin = around - still * scale;
    }

    /** Brings everything into sight, in its own size where there is room. */
    void fit (juce::Rectangle<float> content, juce::Rectangle<float> room)
    {
        constexpr float margin = 28;
        const auto inner = room.reduced (margin);

        if (content.isEmpty() || inner.isEmpty())
            return;

        scale = juce::jlimit (smallest, 1.0f, std::min (inner.getWidth() / content.getWidth(), inner.getHeight() / content.getHeight()));
        const auto drawn = content.getWidth() * scale;
        origin = inner.getTopLeft() + Point ((inner.getWidth() - drawn) * (scale < 1 ? 0.5f : 0.0f), 0) - content.getTopLeft() * scale;
    }

private:
    float scale = 1;
    Point origin;
};

} // namespace athanor
