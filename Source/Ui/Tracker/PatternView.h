// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern page of the window: heads, grid, the lists beside it and the line that explains below it.
#pragma once

#include "Ui/Kit/RangeTurnable.h"
#include "Ui/Kit/ValueField.h"
#include "Ui/Tracker/PatternGrid.h"
#include "Ui/Tracker/PatternKeys.h"
#include "Ui/Tracker/SongLists.h"
#include "Ui/Tracker/TrackHead.h"

namespace athanor
{

class PatternView : public juce::Component,
                    public juce::DragAndDropTarget
{
public:
    explicit PatternView (Deeds&);
    ~PatternView() override;

    PatternGrid grid;

    void paint (juce::Graphics&) override;
    void resized() override;
    void paintOverChildren (juce::Graphics&) override;

    // A preset that falls on a lane or its head is played by that track.
    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragMove (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;

private:
    /** The line below the grid: what is under the cursor, and what the keys do. */
    class Footer;

    void updateHeads();
    void placeHeads();
    TrackHead* headAbove (juce::Point<int>) const;
    void openMenu (juce::Point<int>);

    Deeds& deeds;
    juce::Component headArea; ///< Cuts the heads off beside the line numbers.
    juce::OwnedArray<TrackHead> heads;
    SequenceList sequence;
    InstrumentList instruments;
    std::unique_ptr<Footer> footer;
    std::optional<juce::Rectangle<int>> dropMark;
    Subscription project, selection;
};

} // namespace athanor
