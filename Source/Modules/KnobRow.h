// SPDX-License-Identifier: GPL-3.0-or-later
// Knobs that stand in a row: the steps of a sequencer, the points of an envelope.
#pragma once

#include "Modules/Module.h"

#include <array>
#include <utility>

namespace athanor
{

/** Declares as many knobs as there are names, all alike. To initialise a member:

        std::array<Knob, 2> steps { knobRow (*this, names, bipolar (0), "How high this step is.") };
*/
template <std::size_t count>
std::array<Knob, count> knobRow (Module& owner, const std::array<std::string_view, count>& names, Range range, std::string_view text)
{
    return [&]<std::size_t... index> (std::index_sequence<index...>)
    {
        return std::array<Knob, count> { Knob (owner, names[index], range, text)... };
    }
    (std::make_index_sequence<count>());
}

} // namespace athanor
