// SPDX-License-Identifier: GPL-3.0-or-later
// How the knobs of a patch are mapped by hand where no rack can be opened: for a program, and for a person.
#pragma once

#include "Model/Value.h"
#include "Patch/PatchSpec.h"

#include <string>

namespace athanor
{

/** "athanor.macro-recipe/1": the plug-in, and for each macro its parameter with its range, as a host has it and as Vital shows it. */
Value mappingOf (const PatchSpec&);

/** The same in words, and what to click in Live or in another host. */
std::string mappingText (const PatchSpec&);

/** A stored number as Vital shows it, with its unit or as the name of the choice: "-6.02 dB", "310 Hz", "Ladder". */
std::string shownText (Control, double stored);

} // namespace athanor
