// SPDX-License-Identifier: GPL-3.0-or-later
// What the exams of the patch engine share: its shelf, its patches, and how long an exam is.
#pragma once

#include "App/Copilot/PatchEar.h"

#include <string>
#include <vector>

namespace athanor
{

/** What the environment says, else `usual`: a short form for every day, a long one for a figure that is published. */
int sizeOfExam (const char* variable, int usual);

/** That of the repository. */
const SoundShelf& examShelf();

/** What the engine makes of a prompt; a failure is one of the test. */
MadePatch made (const std::string& prompt, std::uint64_t seed, bool isRefined = true);

Timbre heard (const MadePatch&);

/** Prompts of the table of intents that ask for a sound of their own, and as many that chance puts together: always the same. */
std::vector<std::string> examPrompts (std::size_t count);

} // namespace athanor
