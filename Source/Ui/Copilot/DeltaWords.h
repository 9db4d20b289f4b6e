// SPDX-License-Identifier: GPL-3.0-or-later
// A difference of two patches as a musician reads it, and where it can be seen.
#pragma once

#include "App/Copilot/CopilotDesk.h"
#include "Ui/Copilot/WhyList.h"

namespace athanor
{

/** @param after  The patch that the difference leads to: it knows what its macros are called. */
WhyRow wordsFor (const PatchDelta&, const PatchSpec& after);

/** The places of a patch's differences in the order in which they are told: first what was asked for, then the rest. */
std::vector<std::size_t> orderOf (const MadePatch&);

/** What the musician is to know; of words that were not understood, which. */
juce::StringArray remarksOf (const MadePatch&);

/** What they are about, each once: "Filter 1 Cutoff, Reverb". */
juce::String subjectsOf (const MadePatch&);

/** The control of the synth's view that a difference is about; nothing: none. */
std::optional<Control> controlOf (const PatchDelta&);

} // namespace athanor
