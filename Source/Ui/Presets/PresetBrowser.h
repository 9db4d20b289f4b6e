// SPDX-License-Identifier: GPL-3.0-or-later
// Presets of the synth at the left: search as one types, what is chosen is heard, Return loads it.
#pragma once

#include "App/Presets/PresetDesk.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Live.h"
#include "Ui/Kit/RowList.h"
#include "Ui/Kit/SearchField.h"

namespace athanor
{

class PresetBrowser : public juce::Component,
                      public Live
{
    // The list asks these as soon as it is there.
    Deeds& deeds;
    PresetDesk& desk;

public:
    explicit PresetBrowser (Deeds&);

    /** Gives the keys to the search. */
    void begin();

    SearchField search { "Search presets" };
    RowList list;

    void paint (juce::Graphics&) override;
    void resized() override;
    void visibilityChanged() override;

    /** Has presets listened to, once it is known which there are. */
    void refresh() override;

private:
    void find();
    void update();
    void showChips();
    Chip& addChip (const juce::String& text, bool isOn);
    void askForTags();
    void openMenu();
    void choose (int row);
    void load (int row);
    void leave();
    void openRowMenu (int row, juce::PopupMenu&);
    Row rowAt (int) const;
    const PresetItem* chosen() const;

    PresetQuery query;
    IconButton hearts { Icon::heart, "Only favourites", Ink::ember, Ink::mute }, more { Icon::more, "More about presets", Ink::ember, Ink::mute };
    std::vector<std::unique_ptr<Chip>> chips;
    PushButton tags { "Tags" };
    IconButton heart { Icon::heart, "Favourite", Ink::ember, Ink::mute };
    PushButton hear { "Hear" }, use { "Load" };
    std::filesystem::path picked; ///< The one whose row is chosen, wherever it is in the list.
    juce::Rectangle<int> about, count;
    bool isFilling = false, hearsAll = true, mayBeUnheard = true;
    Subscription listed, changed;
};

} // namespace athanor
