// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** A row of names of which one is chosen: the views of the window, the pages of a panel. */
class SegmentedTabs : public juce::Component
{
public:
    explicit SegmentedTabs (const juce::StringArray& names = {});
    ~SegmentedTabs() override;

    void setNames (const juce::StringArray&);

    /** Called when a hand chose another one. */
    std::function<void (int)> onChoose;

    /** Chooses without calling anybody. */
    void setChosen (int);

    int chosen() const noexcept { return current; }

    int idealWidth() const;

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    class Segment;
    void choose (int);

    juce::OwnedArray<Segment> segments;
    int current = 0;
};

} // namespace athanor
