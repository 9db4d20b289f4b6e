// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Browser/BrowserPanel.h"

#include "App/Edits/SynthEdits.h"
#include "Ui/Kit/Look.h"

namespace athanor
{

BrowserPanel::BrowserPanel (Deeds& d) : deeds (d), files (d)
{
    setTitle ("Browser");
    addAndMakeVisible (tabs);
    addAndMakeVisible (files);
    tabs.onChoose = [this] (int tab) { show (tab == 1); };
    project = deeds.session.onProject.add ([this] { follow(); });
    selection = deeds.session.onSelection.add ([this] { follow(); });
    follow();
}

void BrowserPanel::browsePresets()
{
    show (true);
    presetView->begin();
}

/** The presets are looked for when they are shown first, so that no start waits for them. */
void BrowserPanel::show (bool presets)
{
    if (presets && presetView == nullptr)
    {
        presetView = std::make_unique<PresetBrowser> (deeds);
        addChildComponent (*presetView);
    }

    tabs.setChosen (presets ? 1 : 0);
    files.setVisible (! presets);

    if (presetView != nullptr)
        presetView->setVisible (presets);

    resized();
}

void BrowserPanel::follow()
{
    const auto isSynth = synthOf (deeds.session.project(), deeds.session.selection().instrument).has_value();

    if (std::exchange (wasSynth, isSynth) != isSynth)
        show (isSynth);
}

void BrowserPanel::paint (juce::Graphics& g) { g.fillAll (tokens (*this)[Ink::panel]); }

void BrowserPanel::resized()
{
    auto area = getLocalBounds();
    tabs.setBounds (area.removeFromTop (measure::field + space::pad).withTrimmedTop (space::pad).reduced (space::pad, 0).withWidth (tabs.idealWidth()));
    files.setBounds (area);

    if (presetView != nullptr)
        presetView->setBounds (area);
}

} // namespace athanor
