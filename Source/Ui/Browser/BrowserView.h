// SPDX-License-Identifier: GPL-3.0-or-later
// Songs, sounds and modules at the left: search as one types, a click is heard, a double-click opens, a drag puts it to use.
#pragma once

#include "App/Library.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/RowList.h"
#include "Ui/Kit/SearchField.h"
#include "Ui/Kit/Waveform.h"

namespace athanor
{

class BrowserView : public juce::Component
{
public:
    explicit BrowserView (Deeds&);

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    void scan();
    void lookAround();
    void askForPlace();
    juce::var dragged (int row) const;
    void openMenu (int row, juce::PopupMenu&);
    void filter();
    Row rowAt (int) const;
    void choose (int);
    void activate (int);
    void showFacts (const juce::String&);

    Deeds& deeds;
    SearchField search { "Search sounds and files" };
    std::vector<std::unique_ptr<Chip>> kinds;
    RowList list;
    Waveform wave { "Preview" };
    std::vector<LibraryItem> items;
    std::vector<std::size_t> found;
    std::filesystem::path place; ///< Where the musician looks; the songs that come with the program are always there.
    IconButton where { Icon::folder, "Look in another folder", Ink::ember, Ink::mute };
    int shownKind = 0;
    bool hasLookedAround = false;
    juce::String facts; ///< What is known about the recording that was chosen last.
    juce::Rectangle<int> factsArea;
    std::filesystem::path chosen;
    Subscription analysed;
};

} // namespace athanor
