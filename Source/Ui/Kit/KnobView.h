// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/StillPicture.h"
#include "Ui/Kit/TurnControl.h"

namespace athanor
{

/** A knob with its name and value below, and a ring in teal for what modulates it. */
class KnobView : public TurnControl
{
public:
    /** `diameter` is that of the arc: 38 on a device, 32 on a panel, 30 where it is dense. */
    explicit KnobView (Turnable&, Ink = Ink::ember, int diameter = 38);

    /** The size at which nothing is cut: the arc, a ring around it, two lines of text. */
    juce::Rectangle<int> idealBounds() const;

    void paint (juce::Graphics&) override;

protected:
    juce::Rectangle<int> valueArea() const override;
    juce::Rectangle<int> ringArea() const override;

private:
    juce::Rectangle<float> arcArea() const;
    void paintArcs (juce::Graphics&) const;
    void paintWords (juce::Graphics&) const;
    void paintDot (juce::Graphics&) const;

    int diameter;
    StillPicture still; ///< Of a knob that is modulated: all but the dot on its ring.
};

} // namespace athanor
