// SPDX-License-Identifier: GPL-3.0-or-later
// The patch of the chosen instrument, or of the chosen track, on one canvas.
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Patch/PatchCanvas.h"

namespace athanor
{

class PatchView : public juce::Component
{
public:
    explicit PatchView (Deeds&);

    PatchCanvas canvas;

    void paint (juce::Graphics&) override;
    void resized() override;
    void visibilityChanged() override;

private:
    void declareSight();
    void update();

    Deeds& deeds;
    SegmentedTabs scope { { "Instrument", "Track" } };
    PushButton size { "100 %" }, order { "Tidy up" }, add { "Add module" };
    juce::String title;
    Subscription project, selection;
};

} // namespace athanor
