// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/TurnControl.h"

namespace athanor
{

/** A fader, upright or lying, with a mark at its initial value. */
class FaderView : public TurnControl
{
public:
    enum class Way { upright,
                     lying };

    explicit FaderView (Turnable&, Ink = Ink::ember, Way = Way::upright);

    /** Values that get a tick and a number beside the track, as a mixer has at 0, -6, -12 dB. */
    void setMarks (std::vector<float> values);

    /** Whether the value stands below the track. */
    void setShowsValue (bool);

    void paint (juce::Graphics&) override;

protected:
    juce::Rectangle<int> valueArea() const override;
    std::optional<float> positionAt (juce::Point<float>) const override;

private:
    juce::Rectangle<float> track() const;
    void paintUpright (juce::Graphics&) const;
    void paintLying (juce::Graphics&) const;

    Way way;
    std::vector<float> marks;
    bool showsValue = true;
};

} // namespace athanor
