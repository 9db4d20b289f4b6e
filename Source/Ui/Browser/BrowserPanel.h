// SPDX-License-Identifier: GPL-3.0-or-later
// The left side of the window: files, or the presets of the synth.
#pragma once

#include "Ui/Browser/BrowserView.h"
#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Presets/PresetBrowser.h"

namespace athanor
{

/** Shows presets when the chosen instrument becomes a synth and files when it becomes something else, unless a hand says otherwise. */
class BrowserPanel : public juce::Component
{
public:
    explicit BrowserPanel (Deeds&);

    /** Shows the presets and gives the keys to their search. */
    void browsePresets();

    /** Null until they were shown first. */
    PresetBrowser* presets() const noexcept { return presetView.get(); }

    bool showsPresets() const noexcept { return tabs.chosen() == 1; }

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    void show (bool presets);
    void follow();

    Deeds& deeds;
    SegmentedTabs tabs { { "Files", "Presets" } };
    BrowserView files;
    std::unique_ptr<PresetBrowser> presetView;
    bool wasSynth = false;
    Subscription project, selection;
};

} // namespace athanor
