// SPDX-License-Identifier: GPL-3.0-or-later
// How loud the song is to an ear, in numbers, on the strip of the master.
#pragma once

#include "Ui/Deeds.h"
#include "Ui/Kit/Live.h"

#include <array>

namespace athanor
{

/** Short-term and integrated loudness, and the true peak, since playing began. Stands where other strips have their sends. */
class LoudnessView : public juce::Component,
                     public juce::SettableTooltipClient,
                     public Live
{
public:
    explicit LoudnessView (Deeds&);

    void refresh() override;
    void paint (juce::Graphics&) override;
    void parentSizeChanged() override;

private:
    Deeds& deeds;
    std::array<juce::String, 3> values;
    bool isTooLoud = false;
};

} // namespace athanor
