// SPDX-License-Identifier: GPL-3.0-or-later
// A difference of two patches as a musician reads it, and where it can be seen.
#pragma once

#include "Compose/Sound/PatchDelta.h"
#include "Ui/Copilot/WhyList.h"

namespace athanor
{

/** @param after  The patch that the difference leads to: it knows what its macros are called. */
WhyRow wordsFor (const PatchDelta&, const PatchSpec& after);

/** The control of the synth's view that a difference is about; nothing: none. */
std::optional<Control> controlOf (const PatchDelta&);

} // namespace athanor
