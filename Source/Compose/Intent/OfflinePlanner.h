// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a prompt without asking anybody: the planner that is always there.
#pragma once

#include "Compose/Intent/Intent.h"

#include <string_view>

namespace athanor
{

/** What a musician wishes for in English words. Never fails and has no effect outside: of any bytes what was understood is in the
    intent, and `notUnderstood` and `remarks` say what was not. Equal prompts give equal intents.

    @param before  The intent of the sound that is there. A prompt that speaks of it ("darker", "keep the bass", "lose the reverb")
                   gives that intent with its changes; the others give one of their own. */
SoundIntent planSound (std::string_view prompt, const SoundIntent* before = nullptr);

} // namespace athanor
