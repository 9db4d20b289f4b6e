// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/TurnControl.h"

namespace athanor
{

/** A number with a small label above it, turned by dragging, arrow keys or typing: tempo, metre, octave. */
class ValueField : public TurnControl
{
public:
    enum class Style { plain, ///< Label above, number below, as in the top bar.
                       boxed  ///< The number in a box, as in a form or a strip.
    };

    explicit ValueField (Turnable&, Style = Style::plain, Ink = Ink::text);

    void paint (juce::Graphics&) override;

protected:
    juce::Rectangle<int> valueArea() const override;

    juce::Justification valueJustification() const override { return style == Style::plain ? juce::Justification::centredLeft : juce::Justification::centred; }

private:
    Style style;
};

} // namespace athanor
