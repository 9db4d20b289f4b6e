// SPDX-License-Identifier: GPL-3.0-or-later
// The mixer: one strip for each track from left to right, the master always in sight.
#pragma once

#include "Ui/Mix/MixStrip.h"

namespace athanor
{

class MixView : public juce::Component,
                public juce::DragAndDropTarget
{
public:
    explicit MixView (Deeds&);

    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;

    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragMove (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;

private:
    MixStrip* stripAt (juce::Point<int>) const;

    /** Over the middle of a group a track is put into it; elsewhere it is put between two strips. */
    MixStrip* groupUnder (const SourceDetails&) const;
    std::size_t gapAt (juce::Point<int>) const;
    void moveTo (TrackId, std::size_t gap);

    void update();
    std::vector<TrackId> wanted() const;

    Deeds& deeds;
    juce::Viewport scroller;
    juce::Component row;
    std::vector<std::unique_ptr<MixStrip>> strips;
    std::unique_ptr<MixStrip> master;
    std::optional<juce::Rectangle<int>> dropMark;
    Subscription project, selection;
};

} // namespace athanor
