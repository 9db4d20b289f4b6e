// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Icons.h"

#include <array>
#include <string_view>

namespace athanor
{

namespace
{

/** An icon on a grid of 24 by 24: what is filled, and what is drawn with a line of the given width. */
struct Drawing
{
    const char* filled = "";
    const char* stroked = "";
    float width = 2.0f;
};

// In the order of Icon, in the path language of SVG.
constexpr std::array<Drawing, static_cast<std::size_t> (Icon::count)> drawings { {
    { "M6 3.5 L20.5 12 L6 20.5 Z" },
    { "M6 4 H10 V20 H6 Z M14 4 H18 V20 H14 Z" },
    { "M5 5 H19 V19 H5 Z" },
    { "M19 12 A7 7 0 1 1 5 12 A7 7 0 1 1 19 12 Z" },
    { "M15 1 L21 5 L15 9 Z M9 15 L3 19 L9 23 Z", "M4 11 V9 A4 4 0 0 1 8 5 H16 M20 13 V15 A4 4 0 0 1 16 19 H8" },
    { "M12 4 L2 12 L12 20 Z M22 4 L12 12 L22 20 Z" },
    { "M12 4 L22 12 L12 20 Z M2 4 L12 12 L2 20 Z" },
    { "", "M9 3 H15 L19 21 H5 Z M6.5 15 H17.5 M12 15 L19.5 6" },
    { "M9 3 L3 8.500 L9 14 Z", "M7 8.500 H14 A6 6 0 0 1 14 20.500 H8" },
    { "M15 3 L21 8.500 L15 14 Z", "M17 8.500 H10 A6 6 0 0 0 10 20.500 H16" },
    { "", "M4 6 H20 M4 12 H20 M4 18 H20" },
    { "M14 5 A2 2 0 1 1 10 5 A2 2 0 1 1 14 5 Z M14 12 A2 2 0 1 1 10 12 A2 2 0 1 1 14 12 Z M14 19 A2 2 0 1 1 10 19 A2 2 0 1 1 14 19 Z" },
    { "", "M12 4 V20 M4 12 H20" },
    { "", "M4 12 H20" },
    { "", "M5 5 L19 19 M19 5 L5 19" },
    { "", "M4 12.500 L9.500 18 L20 6", 2.6f },
    { "", "M17 10.500 A6.500 6.500 0 1 1 4 10.500 A6.500 6.500 0 1 1 17 10.500 Z M15.500 15.500 L21 21" },
    { "M3 9 H7 L12 4 V20 L7 15 H3 Z", "M16 9.500 L21 14.500 M21 9.500 L16 14.500" },
    { "M3 13 A2 2 0 0 1 5 13 H7 V20 H5 A2 2 0 0 1 3 18 Z M21 13 A2 2 0 0 0 19 13 H17 V20 H19 A2 2 0 0 0 21 18 Z", "M4 14 V12 A8 8 0 0 1 20 12 V14" },
    { "", "M4 8 L12 16.500 L20 8", 2.6f },
    { "", "M4 16.500 L12 8 L20 16.500", 2.6f },
    { "", "M16 4 L8 12 L16 20", 2.6f },
    { "", "M8 4 L16 12 L8 20", 2.6f },
    { "M2.500 5 H9.500 L12 7.500 H21.500 V19.500 H2.500 Z" },
    { "", "M6 3 H14 L19 8 V21 H6 Z M13.500 3 V8.500 H19" },
    { "", "M4 4 H16 L20 8 V20 H4 Z M8 4 V9 H15 V4 M8 20 V14 H16 V20" },
    { "", "M12 3 L14.700 9.200 L21.500 9.800 L16.300 14.200 L17.900 20.800 L12 17.300 L6.100 20.800 L7.700 14.200 L2.500 9.800 L9.300 9.200 Z", 1.8f },
    { "M12 2 L15 8.700 L22.300 9.400 L16.800 14.200 L18.400 21.400 L12 17.600 L5.600 21.400 L7.200 14.200 L1.700 9.400 L9 8.700 Z" },
    { "M12 21 L3.500 12.500 A5.300 5.300 0 0 1 12 6.500 A5.300 5.300 0 0 1 20.500 12.500 Z" },
    { "M5 10.500 H19 V21 H5 Z", "M8 10 V7.500 A4 4 0 0 1 16 7.500 V10" },
    { "", "M15.200 12 A3.200 3.200 0 1 1 8.800 12 A3.200 3.200 0 1 1 15.200 12 Z M19 12 A7 7 0 1 1 5 12 A7 7 0 1 1 19 12 Z M12 1.500 V5 M12 19 V22.500 M1.500 12 H5 M19 12 H22.500 M4.600 4.600 L7 7 M17 17 L19.400 19.400 M19.400 4.600 L17 7 M7 17 L4.600 19.400" },
    { "M13.300 18 A1.300 1.300 0 1 1 10.700 18 A1.300 1.300 0 1 1 13.300 18 Z", "M12 3 L22 21 H2 Z M12 10 V15" },
    { "M13.300 8 A1.300 1.300 0 1 1 10.700 8 A1.300 1.300 0 1 1 13.300 8 Z", "M21 12 A9 9 0 1 1 3 12 A9 9 0 1 1 21 12 Z M12 11.500 V17" },
    { "", "M4 6.500 H20 M9 6 V3 H15 V6 M6 7 L7 21 H17 L18 7 M10 11 V17 M14 11 V17" },
    { "", "M8 8 H20 V21 H8 Z M16 8 V3 H4 V16 H8" },
    { "", "M4 20 L5 15.500 L16.500 4 L20 7.500 L8.500 19 Z M14 6.500 L17.500 10" },
    { "", "M12 3 V15 M6.500 10 L12 15.500 L17.500 10 M4 20.500 H20" },
    { "", "M12 16 V4 M6.500 9 L12 3.500 L17.500 9 M4 20.500 H20" },
    { "", "M7 19 A4.500 4.500 0 0 1 6.500 10 A6 6 0 0 1 18 9 A5 5 0 0 1 17.500 19 Z" },
    { "", "M10 14 A4 4 0 0 0 15.500 14.500 L19.500 10.500 A4 4 0 0 0 13.800 4.800 L12 6.600 M14 10 A4 4 0 0 0 8.500 9.500 L4.500 13.500 A4 4 0 0 0 10.200 19.200 L12 17.400" },
    { "", "M12 3 V12 M7 6 A8 8 0 1 0 17 6" },
    { "M9.700 8 A1.700 1.700 0 1 1 6.300 8 A1.700 1.700 0 1 1 9.700 8 Z M17.700 8 A1.700 1.700 0 1 1 14.300 8 A1.700 1.700 0 1 1 17.700 8 Z M13.700 12 A1.700 1.700 0 1 1 10.300 12 A1.700 1.700 0 1 1 13.700 12 Z M9.700 16 A1.700 1.700 0 1 1 6.300 16 A1.700 1.700 0 1 1 9.700 16 Z M17.700 16 A1.700 1.700 0 1 1 14.300 16 A1.700 1.700 0 1 1 17.700 16 Z", "M3 3 H21 V21 H3 Z", 1.8f },
    { "M10 7 L18 12 L10 17 Z", "M4 4 V20 M20 4 V20" },
    { "", "M3 4 H21 V20 H3 Z M12 4 V20" },
    { "", "M2 5 H22 V19 H2 Z M7 15.500 H17 M6 9 H7 M10 9 H11 M14 9 H15 M18 9 H18.500 M6 12.200 H7 M10 12.200 H11 M14 12.200 H15 M18 12.200 H18.500", 1.8f },
    { "", "M2 12 H4 L6 7 L9 18 L12 4 L15 20 L18 8 L20 12 H22", 1.8f },
    { "M12 1 C13.100 5.500 19 8 19 14 A7 7 0 0 1 5 14 C5 10.500 7.400 9.200 8.100 6.300 C9 8 10 8.200 10.300 8.800 C10.500 6 10.800 3 12 1 Z" },
    { "M15 12 A3 3 0 1 1 9 12 A3 3 0 1 1 15 12 Z", "M1.500 12 C5 5.500 19 5.500 22.500 12 C19 18.500 5 18.500 1.500 12 Z" },
    { "", "M2 12 H7 M17 12 H22 M7 12 A5 5 0 0 1 17 12" },
    { "M13.300 16.300 A1.300 1.300 0 1 1 10.700 16.300 A1.300 1.300 0 1 1 13.300 16.300 Z", "M8 2.500 H16 L21.500 8 V16 L16 21.500 H8 L2.500 16 V8 Z M12 7 V13" },
} };

juce::Path makePath (const Drawing& drawing)
{
    juce::Path path;

    if (*drawing.filled != 0)
        path.addPath (juce::Drawable::parseSVGPath (drawing.filled));

    if (*drawing.stroked != 0)
    {
        juce::Path outline;
        const auto lines = juce::Drawable::parseSVGPath (drawing.stroked);
        juce::PathStrokeType (drawing.width, juce::PathStrokeType::curved, juce::PathStrokeType::rounded).createStrokedPath (outline, lines, {}, 4.0f);
        path.addPath (outline);
    }

    path.applyTransform (juce::AffineTransform::scale (1.0f / 24.0f));
    return path;
}

} // namespace

const juce::Path& iconPath (Icon icon)
{
    static std::array<juce::Path, static_cast<std::size_t> (Icon::count)> paths;
    auto& path = paths[static_cast<std::size_t> (icon)];

    if (path.isEmpty())
        path = makePath (drawings[static_cast<std::size_t> (icon)]);

    return path;
}

void drawIcon (juce::Graphics& g, Icon icon, juce::Rectangle<float> area, juce::Colour colour)
{
    const auto side = juce::jmin (area.getWidth(), area.getHeight());
    const auto square = area.withSizeKeepingCentre (side, side);
    g.setColour (colour);
    g.fillPath (iconPath (icon), juce::AffineTransform::scale (side).translated (square.getX(), square.getY()));
}

} // namespace athanor
