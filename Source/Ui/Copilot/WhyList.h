// SPDX-License-Identifier: GPL-3.0-or-later
// Why a sound is as it is: one row for each thing that was set, with what asked for it. Each can be left out, and shown where it is.
#pragma once

#include "Ui/Kit/Buttons.h"

#include <functional>
#include <vector>

namespace athanor
{

struct WhyRow
{
    juce::String what;  ///< "Filter 1 Cutoff".
    juce::String value; ///< "310 Hz to 1.9 kHz".
    juce::String why;   ///< A sentence.
    juce::String cause; ///< The words that asked for it; empty: the sound itself.
    bool isTaken = true;
    bool canShow = true; ///< Whether there is something to be shown in the synth's view.

    bool operator== (const WhyRow&) const = default;
};

/** All rows; where there are many, the first ones until the others are asked for. */
class WhyList : public juce::Component
{
public:
    WhyList();
    ~WhyList() override;

    /** A row was left out, or taken back. */
    std::function<void (int row, bool isTaken)> onTake;

    /** Somebody wants to see what a row is about. */
    std::function<void (int row)> onShow;

    /** It needs another height. */
    std::function<void()> onLayout;

    void setRows (std::vector<WhyRow>);

    const std::vector<WhyRow>& rows() const noexcept { return shown; }

    /** The row that the keys are on; -1: none. */
    int chosen() const noexcept { return current; }

    void choose (int row);

    void setFolded (bool);

    bool isFolded() const noexcept { return folded; }

    int heightFor (int width) const;

    void resized() override;

private:
    class Entry;

    int visibleRows() const;

    std::vector<WhyRow> shown;
    std::vector<std::unique_ptr<Entry>> entries;
    PushButton all { "Show all" };
    bool folded = true;
    int current = -1;
};

} // namespace athanor
