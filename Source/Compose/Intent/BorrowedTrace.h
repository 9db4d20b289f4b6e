// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a prompt were taken for, where somebody understood it who does not say so.
#pragma once

#include "Compose/Intent/Intent.h"

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** Puts the trace of one reading under another one: each word keeps what both found in it; what only the other one found, it found in the whole of the
    prompt, and the last entries say so with its name.
    @param intent  Of whoever says nothing.
    @param traced  The same prompt, read by the offline planner.
    @param reader  Who says nothing, as "Anthropic" or "The local server".
    @param before  What was there; what `intent` only repeats of it is nobody's find. Null: nothing. */
std::vector<IntentTrace> borrowedTrace (const SoundIntent& intent, const SoundIntent& traced, std::string_view prompt, std::string_view reader, const SoundIntent* before = nullptr);

/** "as Anthropic heard the sentence": the cause of what was found in the whole of a prompt. */
std::string causeInAll (std::string_view reader);

/** Whether a cause is such a one, and so no words of the musician to be quoted. */
bool isCauseInAll (std::string_view cause);

/** A sentence with such a cause at its end. */
std::string withCauseInAll (std::string_view sentence, std::string_view cause);

} // namespace athanor
