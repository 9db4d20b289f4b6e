// SPDX-License-Identifier: GPL-3.0-or-later
// What the pattern cursor stands on, in words: for the line under the pattern and for screen readers.
#pragma once

#include "App/Selection.h"

#include <string>

namespace athanor
{

/** What can be written where the cursor is, or what the command does that stands there. The selection must be settled. */
std::string hintFor (const Project&, const Selection&, bool isPlaying);

/** As "Lead, line 12: C-4, instrument 1, volume 40". */
std::string spokenCursor (const Project&, const Selection&);

} // namespace athanor
