// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be turned, by its one address: its range, its value, its sentence, and how it is set.
#pragma once

#include "Model/ParameterAddress.h"
#include "Modules/Range.h"

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** Limits and curve of a parameter. One that is not there (any more) has the range 0 to 1. */
Range rangeOf (const Project&, const ParameterAddress&);

/** What the project holds, in the unit of the range. */
float valueOf (const Project&, const ParameterAddress&);

/** Clamped to the range. Nothing happens where the address leads nowhere. */
void setValue (Project&, const ParameterAddress&, float value);

/** Everything of a track that can be turned: its fader, sends, macros and modules, then those of the instrument it plays. */
std::vector<ParameterAddress> parametersOf (const Project&, TrackId);

/** What the window calls it: as nameOf, with the names of modules and knobs as they stand on the screen. */
std::string titleOf (const Project&, const ParameterAddress&);

/** One sentence. */
std::string docOf (const Project&, const ParameterAddress&);

/** The id of a port as words: "lowCut" is "Low cut". */
std::string labelOf (std::string_view portId);

} // namespace athanor
