// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/GlyphAtlas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace athanor
{

namespace
{

constexpr std::array<std::pair<juce::juce_wchar, juce::uint8>, 8> signs { { { 0x00b7, GlyphAtlas::middleDot },
                                                                            { 0x2500, GlyphAtlas::dash },
                                                                            { 0x2014, GlyphAtlas::dash },
                                                                            { 0x2192, GlyphAtlas::arrowRight },
                                                                            { 0x266f, GlyphAtlas::sharp },
                                                                            { 0x2502, GlyphAtlas::tie },
                                                                            { 0x2588, GlyphAtlas::block },
                                                                            { 0x00a0, ' ' } } };

/** The capitals of the faces we use are this part of the em high; it centres a line of text in its row. */
constexpr float capitalHeight = 0.73f;

void drawSign (juce::Graphics& g, juce::uint8 code, int width, int height)
{
    const auto w = static_cast<float> (width), h = static_cast<float> (height);
    const auto stroke = std::max (1.0f, std::round (h / 19));
    const auto middle = std::floor ((h - stroke) / 2);

    switch (code)
    {
        case GlyphAtlas::dash:
            return g.fillRect (juce::Rectangle<float> (0, middle, w, stroke));
        case GlyphAtlas::tie:
            return g.fillRect (juce::Rectangle<float> (std::floor ((w - stroke) / 2), 0, stroke, h));
        case GlyphAtlas::block:
            return g.fillRect (juce::Rectangle<float> (0, 0, w, h));
        case GlyphAtlas::middleDot:
            return g.fillRect (juce::Rectangle<float> (std::floor ((w - stroke) / 2), middle, stroke, stroke));
        case GlyphAtlas::arrowRight:
            g.drawLine (1, h / 2, w - 1, h / 2, stroke);
            g.drawLine (w * 0.55f, h * 0.36f, w - 1, h / 2, stroke);
            return g.drawLine (w * 0.55f, h * 0.64f, w - 1, h / 2, stroke);
        default:
            break;
    }
}

} // namespace

GlyphAtlas::GlyphAtlas (const juce::Font& font, float em, int width, int height)
    : cellWidth (std::max (1, width)), cellHeight (std::max (1, height)), coverage (static_cast<std::size_t> (count) * static_cast<std::size_t> (cellWidth * cellHeight))
{
    const auto baseline = std::round ((static_cast<float> (cellHeight) + capitalHeight * em) / 2);

    for (juce::uint8 code = firstAscii; code < count; ++code)
        draw (code, font, baseline);
}

void GlyphAtlas::draw (juce::uint8 code, const juce::Font& font, float baseline)
{
    juce::Image cell (juce::Image::SingleChannel, cellWidth, cellHeight, true, juce::SoftwareImageType());

    {
        juce::Graphics g (cell);
        g.setColour (juce::Colours::white);

        if (code <= lastAscii || code == sharp)
        {
            const auto character = juce::String::charToString (code == sharp ? U'#' : static_cast<juce::juce_wchar> (code));
            juce::GlyphArrangement glyphs;
            glyphs.addLineOfText (font, character, (static_cast<float> (cellWidth) - font.getStringWidthFloat (character)) / 2, baseline);
            glyphs.draw (g);
        }
        else
        {
            drawSign (g, code, cellWidth, cellHeight);
        }
    }

    const juce::Image::BitmapData pixels (cell, juce::Image::BitmapData::readOnly);
    auto* out = coverage.data() + static_cast<std::size_t> (code) * static_cast<std::size_t> (cellWidth * cellHeight);

    for (int y = 0; y < cellHeight; ++y)
        for (int x = 0; x < cellWidth; ++x)
            *out++ = *pixels.getPixelPointer (x, y);
}

juce::uint8 GlyphAtlas::codeOf (juce::juce_wchar character) noexcept
{
    if (character >= firstAscii && character <= lastAscii)
        return static_cast<juce::uint8> (character);

    for (auto& [sign, code] : signs)
        if (sign == character)
            return code;

    return empty;
}

} // namespace athanor
