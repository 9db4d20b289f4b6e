// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

/** A source of modulation that can be taken: dropped on a knob, it moves that. Lit while it moves anything. */
class SourceHandle : public juce::Button
{
public:
    SourceHandle (ShownSynth&, PatchSource, const juce::String& words);

    const PatchSource source;

    /** Of several, the one that is shown. */
    void setChosen (bool);

    int idealWidth() const;

    void update();
    void paintButton (juce::Graphics&, bool isOver, bool isDown) override;
    void mouseDrag (const juce::MouseEvent&) override;

private:
    ShownSynth& synth;
    bool isChosen = false, isInUse = false;
};

} // namespace athanor
