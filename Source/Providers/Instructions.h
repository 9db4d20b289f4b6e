// SPDX-License-Identifier: GPL-3.0-or-later
// All that a language model is told, in one place.
#pragma once

#include "Compose/Intent/Intent.h"

#include <string>
#include <string_view>

namespace athanor
{

/** Goes up whenever a word of the instructions changes: answers to others are asked for again. */
inline constexpr int instructionsVersion = 1;

/** Bytes of a prompt that are sent; what the offline planner reads, too. */
inline constexpr std::size_t longestSentPrompt = 8'000;

/** What the model is to do, and what the parts of its answer mean. */
std::string plannerInstructions();

/** The musician's words and the intent of the sound that is there, as JSON: data that nothing in it can leave. */
std::string plannerInput (std::string_view prompt, const SoundIntent* before);

} // namespace athanor
