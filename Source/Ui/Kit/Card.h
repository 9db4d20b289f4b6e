// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** A raised panel with a title at its left and a note at its right. Children go into `content()`. */
class Card : public juce::Component
{
public:
    enum class Style { raised,
                       sunk,   ///< Darker than what it lies on, with a line around: a prompt, a plot.
                       dashed, ///< An empty place that says what could be there.
                       chosen  ///< Sunk, with the accent around it.
    };

    explicit Card (const juce::String& title = {}, const juce::String& note = {}, Style = Style::raised);

    void setTitleAndNote (const juce::String& title, const juce::String& note);

    /** Second word after the title, in the ink of hints: "synth, 8 macros". */
    void setSubtitle (const juce::String&);

    void setStyle (Style);

    juce::Rectangle<int> content() const;

    /** The line of the title, for buttons at its right. */
    juce::Rectangle<int> titleLine() const;

    void paint (juce::Graphics&) override;

private:
    juce::String title, subtitle, note;
    Style style;
};

/** Fills a well for a plot: the ground on which curves and waves are drawn. */
void paintWell (juce::Graphics&, juce::Rectangle<float>, const Tokens&);

} // namespace athanor
