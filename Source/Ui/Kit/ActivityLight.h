// SPDX-License-Identifier: GPL-3.0-or-later
// A small lamp that flashes when something arrived.
#pragma once

#include "Ui/Kit/Theme.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <cstdint>
#include <optional>

namespace athanor
{

class ActivityLight : public juce::Component,
                      public juce::SettableTooltipClient
{
public:
    explicit ActivityLight (Ink = Ink::leaf);

    /** Called for each frame with how much has arrived so far: it lights when that is another number, and fades by itself. */
    void show (std::uint64_t count);

    bool isLit() const noexcept { return level > 0; }

    void paint (juce::Graphics&) override;

private:
    Ink ink;
    std::optional<std::uint64_t> last;
    float level = 0; ///< 1 just lit, 0 dark.
};

} // namespace athanor
