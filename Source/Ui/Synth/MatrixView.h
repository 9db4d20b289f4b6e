// SPDX-License-Identifier: GPL-3.0-or-later
// All 64 modulations of a patch on one page, and the line by which the chosen one is mapped.
#pragma once

#include "Ui/Synth/LineEditor.h"
#include "Ui/Synth/MatrixRow.h"

namespace athanor
{

class MatrixView : public juce::Component
{
public:
    explicit MatrixView (ShownSynth&);

    enum class Order { number,
                       source,
                       destination,
                       amount };

    /** Those that are in use come first; asked for twice, the other way round. */
    void sortBy (Order);

    /** @param slot  From 0. */
    void choose (int slot);

    int chosen() const noexcept { return current; }

    MatrixRow& row (int slot) const { return *rows[static_cast<std::size_t> (slot)]; }

    /** The slots from top to bottom. */
    const std::vector<int>& order() const noexcept { return shownOrder; }

    LineEditor mapping;
    PushButton straighten { "Straight" };

    void update();
    void paint (juce::Graphics&) override;
    void resized() override;

private:
    struct Heading
    {
        std::unique_ptr<PushButton> button;
        Order order;
    };

    void sort();
    void layOutRows();
    float depthOf (int slot) const;

    ShownSynth& synth;
    Card card { "Remap" };
    juce::Viewport scroller;
    juce::Component list;
    std::vector<Heading> headings;
    std::vector<std::unique_ptr<MatrixRow>> rows; ///< By slot.
    std::vector<int> shownOrder;
    PatchLine straight = PatchLine::straight();
    Order wanted = Order::number;
    bool isTurned = false;
    int current = 0;
};

} // namespace athanor
