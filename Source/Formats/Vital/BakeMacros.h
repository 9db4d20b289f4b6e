// SPDX-License-Identifier: GPL-3.0-or-later
// Our macros 5 to 8, which Vital has not.
#pragma once

#include "Patch/PatchSpec.h"

#include <string>
#include <vector>

namespace athanor
{

/** What macros 5 to 8 do at their present values is added to the stored numbers of what they move, and their slots are emptied.
    @returns a sentence for each macro of which something was lost. */
std::vector<std::string> bakeMacros (PatchSpec&);

} // namespace athanor
