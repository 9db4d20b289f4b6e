// SPDX-License-Identifier: GPL-3.0-or-later
// Why a patch is as it is, for a person to read.
#pragma once

#include "Compose/Sound/PatchOrigin.h"

#include <string>

namespace athanor
{

/** Why something is as it is, for a person. */
struct Reason
{
    std::string why;   ///< A sentence, or nothing.
    std::string words; ///< Of the prompt, to be quoted; empty: none in particular.
};

Reason reasonOf (const PatchDelta&);

/** What was asked for, what was understood of it, what it began with, and each difference with its reason. */
std::string whyText (const MadePatch&);

} // namespace athanor
