// SPDX-License-Identifier: GPL-3.0-or-later
// The sound as it was asked for, and ways in which it could be otherwise, side by side.
#pragma once

#include "Ui/Kit/Theme.h"

#include <functional>
#include <juce_gui_basics/juce_gui_basics.h>
#include <vector>

namespace athanor
{

struct ShownVariation
{
    juce::String name;   ///< "Darker".
    juce::String detail; ///< "3 changes".
    juce::String doc;    ///< What they are.
    bool isReady = true; ///< False: it is made when somebody wants it.

    bool operator== (const ShownVariation&) const = default;
};

class VariationStrip : public juce::Component
{
public:
    VariationStrip();
    ~VariationStrip() override;

    std::function<void (int)> onChoose;

    void set (const std::vector<ShownVariation>&, int chosen);

    int heightFor (int width) const;

    void resized() override;

private:
    class Tile;

    int columnsFor (int width) const;

    std::vector<std::unique_ptr<Tile>> tiles;
};

} // namespace athanor
