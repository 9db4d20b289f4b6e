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
class SideList : public juce::Component,
                 public juce::DragAndDropTarget
{
public:
    SideList (Deeds&, const juce::String& title);

    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;

    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragMove (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;

protected:
    void addButton (Icon, const std::string& action);

    /** Asks for a new name in the row itself, and hands it to an action. */
    void rename (int row, const juce::String& before, const std::string& action);

    /** What is dragged begins with this and a colon: "slot". Its row is moved in front of another. */
    void letRowsMove (const juce::String& kind, std::function<void (int from, int to)>);

    /** A recording from the browser is dropped on a row, or (-1) below them all. */
    std::function<void (const juce::String& file, int row)> onSound;

    Deeds& deeds;
    RowList rows;

private:
    int rowUnder (juce::Point<int>) const;

    juce::String dragKind;
    std::function<void (int, int)> onMoveRow;
    std::optional<juce::Rectangle<int>> dropMark;
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

class InstrumentList : public SideList,
                       public juce::FileDragAndDropTarget
{
public:
    explicit InstrumentList (Deeds&);

    bool isInterestedInFileDrag (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int x, int y) override;

private:
    void takeSound (const juce::String& file, int row);
    void update();
    void openMenu (int row, juce::PopupMenu&);

    std::vector<InstrumentId> instruments;
    Subscription project, selection;
};

} // namespace athanor
