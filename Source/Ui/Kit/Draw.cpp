// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Draw.h"

namespace athanor
{

void drawFocusRing (juce::Graphics& g, juce::Rectangle<float> area, float corner, const Tokens& t)
{
    g.setColour (t[Ink::text].withAlpha (0.85f));
    g.drawRoundedRectangle (area.reduced (0.5f), corner, 1.0f);
}

void drawWords (juce::Graphics& g, const juce::String& words, juce::Rectangle<int> area, const juce::Font& font, juce::Colour colour, juce::Justification justification)
{
    g.setFont (font);
    g.setColour (colour);
    g.drawText (words, area, justification, true);
}

int widthOf (const juce::String& words, const juce::Font& font) { return static_cast<int> (std::ceil (font.getStringWidthFloat (words))); }

namespace
{
juce::StringArray brokenInto (const juce::String& words, const juce::Font& font, int width)
{
    const auto room = static_cast<float> (width), space = font.getStringWidthFloat (" ");
    juce::StringArray lines;
    auto used = room;

    for (const auto& word : juce::StringArray::fromTokens (words, " ", {}))
    {
        const auto needed = font.getStringWidthFloat (word);
        used += space + needed;

        if (used > room || lines.isEmpty())
        {
            lines.add (word);
            used = needed;
        }
        else
            lines.getReference (lines.size() - 1) << " " << word;
    }

    return words.trim().isEmpty() ? juce::StringArray() : lines;
}
} // namespace

int linesOf (const juce::String& words, const juce::Font& font, int width) { return brokenInto (words, font, width).size(); }

void drawParagraph (juce::Graphics& g, const juce::String& words, juce::Rectangle<int> area, int lineHeight, const juce::Font& font, juce::Colour colour)
{
    const auto lines = brokenInto (words, font, area.getWidth());
    const auto room = std::max (1, area.getHeight() / lineHeight);

    for (int i = 0; i < std::min (room, lines.size()); ++i)
        drawWords (g, i + 1 == room ? lines.joinIntoString (" ", i) : lines[i], area.removeFromTop (lineHeight), font, colour);
}

juce::Colour lifted (juce::Colour colour, const Tokens& t, bool isOver, bool isDown)
{
    return colour.interpolatedWith (t[Ink::text], isDown ? 0.14f : isOver ? 0.07f
                                                                          : 0.0f);
}

} // namespace athanor
