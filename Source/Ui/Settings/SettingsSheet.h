// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: sound, MIDI, look, copilot and keys, each on a page of one sheet.
#pragma once

#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/RowList.h"
#include "Ui/Settings/SettingsPage.h"

namespace athanor
{

class SettingsSheet : public Sheet
{
public:
    /** Opens at a page: "sound", "midi", "look", "copilot" or "keys". */
    SettingsSheet (Deeds&, const std::string& page);
    ~SettingsSheet() override;

    bool showPage (const std::string& id);

    SettingsPage* shownPage() const noexcept { return page.get(); }

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;

    /** The ids of all pages and their names. */
    static std::vector<std::pair<std::string, juce::String>> pages();

private:
    Deeds& deeds;
    RowList list;
    std::unique_ptr<SettingsPage> page;
    PushButton close { "Done" };
};

} // namespace athanor
