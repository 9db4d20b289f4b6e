// SPDX-License-Identifier: GPL-3.0-or-later
// The notes to which a transposition is drawn, as twelve switches in a menu.
#pragma once

#include "Ui/Synth/ChoiceView.h"

namespace athanor
{

class ScaleView final : public ChoiceView
{
public:
    ScaleView (ShownSynth&, Control, const juce::String& label);

    /** @param semitone  Above C. */
    void toggle (int semitone);

    void clicked() override;

protected:
    juce::String nameOf (int mask) const override;

    bool isWalkable() const override { return false; }
};

} // namespace athanor
