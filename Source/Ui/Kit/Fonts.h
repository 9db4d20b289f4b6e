// SPDX-License-Identifier: GPL-3.0-or-later
// The two typefaces of the window, read from their files so that no start has to scan all fonts of the system.
#pragma once

#include <array>
#include <juce_graphics/juce_graphics.h>

namespace athanor
{

/** Names are set in a humanist face, numbers in a monospaced one. */
enum class Face { name,
                  nameMedium,
                  nameStrong,
                  number,
                  numberStrong,
                  count };

/** Loads Inter and JetBrains Mono when they are first asked for; DejaVu stands in where they are not installed. */
class Fonts
{
public:
    Fonts();

    /** A font whose em is `points` high: the number a style sheet gives, not JUCE's ascent plus descent. */
    juce::Font font (Face, float points) const;

    juce::Typeface::Ptr typeface (Face) const;

    /** JUCE's height of a font for an em of one point. */
    float heightPerPoint (Face) const;

private:
    struct Loaded
    {
        juce::Typeface::Ptr typeface;
        float heightPerPoint = 1.2f;
    };

    const Loaded& loaded (Face) const;

    mutable std::array<Loaded, static_cast<std::size_t> (Face::count)> faces;
};

} // namespace athanor
