// SPDX-License-Identifier: GPL-3.0-or-later
// The design tokens: every colour, size and distance of the window, in three themes.
#pragma once

#include <array>
#include <juce_graphics/juce_graphics.h>

namespace athanor
{

/** What a colour is for. Components name an ink and never a colour, so that a theme can change under them. */
enum class Ink {
    window, ///< Behind everything; wells and plots are cut down to it.
    panel,
    raised,  ///< Cards, buttons, menus.
    control, ///< Chips and what can be pressed on a card.
    chosen,  ///< The chosen one of a row of neutral things.
    knob,    ///< The body of a knob.
    line,
    text,
    mute,  ///< Second text: labels, values, hints.
    faint, ///< Third text: empty cells, placeholders.
    ghost, ///< Just visible: dots of empty columns.
    beat,  ///< Laid over the first line of a bar, translucent.
    step,  ///< Laid over the first line of a beat, translucent.
    shade, ///< Laid over what an overlay puts out of reach, translucent.
    onAccent,
    ivory, ///< White keys.
    ebony, ///< Black keys.
    ember, ///< The warm accent: what plays and what is chosen.
    teal,  ///< What modulates and what is proposed.
    gold,
    violet,
    rose, ///< Recording, clipping, danger.
    leaf, ///< Levels that are well.
    sky,
    count
};

enum class ThemeKind { dark,
                       light,
                       contrast };

/** The colours of one theme. */
class Tokens
{
public:
    juce::Colour operator[] (Ink ink) const noexcept { return colours[static_cast<std::size_t> (ink)]; }

    /** The ink a track is drawn in when nobody chose one; repeats after seven. */
    static Ink trackInk (int track) noexcept;

    /** An ink of the palette by the name a project stores ("ember", "teal", …); `ember` when unknown. */
    static Ink inkNamed (juce::StringRef name) noexcept;

    bool isDark() const noexcept { return colours[0].getPerceivedBrightness() < 0.5f; }

    ThemeKind kind = ThemeKind::dark;
    std::array<juce::Colour, static_cast<std::size_t> (Ink::count)> colours;
};

const Tokens& tokensOf (ThemeKind);

/** Distances and sizes in points; the scale of the window multiplies them all. */
namespace space
{
inline constexpr int hair = 2, tight = 4, close = 6, near = 8, gap = 10, pad = 12, wide = 16;
} // namespace space

namespace radius
{
inline constexpr float tiny = 3, small = 6, control = 7, tabs = 8, card = 10;
} // namespace radius

namespace measure
{
inline constexpr int button = 30, field = 30, row = 27, menuRow = 26, statusBar = 22, topBar = 52, scrollbar = 10;
} // namespace measure

/** Heights of text in points of the em, as a style sheet counts them. */
namespace textSize
{
inline constexpr float tiny = 10, value = 10.5f, small = 11, device = 12, body = 13, title = 14, number = 15, heading = 18;
} // namespace textSize

} // namespace athanor
