// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the pattern: the song as a list of slots, and the instruments.
#pragma once

#include "Ui/Deeds.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Live.h"
#include "Ui/Kit/RowList.h"

namespace athanor
{

/** What both lists have: a title, some buttons at its right, and rows. */
class SideList : public juce::Component
{
public:
    SideList (Deeds&, const juce::String& title);

    void paint (juce::Graphics&) override;
    void resized() override;

protected:
    void addButton (Icon, const std::string& action);

    /** Asks for a new name in the row itself, and hands it to an action. */
    void rename (int row, const juce::String& before, const std::string& action);

    Deeds& deeds;
    RowList rows;

private:
    juce::OwnedArray<IconButton> buttons;
    std::unique_ptr<juce::TextEditor> editor;
    int editedRow = 0;
};

/** The slots of the song; the playing one is marked. */
class SequenceList : public SideList,
                     public Live
{
public:
    explicit SequenceList (Deeds&);

    void refresh() override;

private:
    void update();
    Row rowOf (SlotId, int number) const;
    void openMenu (int row, juce::PopupMenu&);

    std::vector<SlotId> slots;
    SlotId playing;
    Subscription project, selection;
};

class InstrumentList : public SideList
{
public:
    explicit InstrumentList (Deeds&);

private:
    void update();
    void openMenu (int row, juce::PopupMenu&);

    std::vector<InstrumentId> instruments;
    Subscription project, selection;
};

} // namespace athanor
