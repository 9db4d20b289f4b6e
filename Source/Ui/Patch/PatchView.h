// SPDX-License-Identifier: GPL-3.0-or-later
// The patch of the chosen instrument, or of the chosen track: a synth's own view, or modules on one canvas.
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Patch/PatchCanvas.h"
#include "Ui/Presets/PresetBar.h"
#include "Ui/Synth/SynthView.h"

namespace athanor
{

class PatchView : public juce::Component
{
public:
    explicit PatchView (Deeds&);

    PatchCanvas canvas;
    SynthView synth;

    void paint (juce::Graphics&) override;
    void resized() override;
    void visibilityChanged() override;

private:
    /** What can be seen here; a synth can be seen as itself and as the modules around it. */
    enum class Scope { synth,
                       matrix,
                       modules,
                       track };

    void declareSight();
    void choose (int segment);
    void update();
    void showScope (const Instrument*);
    juce::Rectangle<int> toolBar() const;

    Deeds& deeds;
    std::vector<Scope> scopes;
    Scope preferred = Scope::synth; ///< Of an instrument that is a synth.
    SegmentedTabs scope { { "Instrument", "Track" } };
    PushButton size { "100 %" }, order { "Tidy up" }, add { "Add module" };
    PresetBar preset;
    juce::String title, author;
    Subscription project, selection;
};

} // namespace athanor
