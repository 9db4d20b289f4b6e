// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a prompt with whoever was chosen for it; whatever goes wrong, the offline planner answers and the musician is told.
#pragma once

#include "App/Copilot/CopilotWork.h"
#include "App/Copilot/PlannerChoice.h"
#include "Compose/Intent/Intent.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

struct PromptPlan
{
    SoundIntent intent;
    std::string planner = "offline";  ///< Who understood it, as "openai gpt-5-mini": for PatchOrigin.
    std::vector<std::string> remarks; ///< How it was read where that was not as chosen, one sentence each. About words the intent has its own.
    bool isRemembered = false;        ///< The same was asked before; nobody was asked again.
    bool isCancelled = false;         ///< Nobody wants to know any more.
};

/** Waits for the answer: not for the message thread. Never fails. A stop is seen within a moment. */
PromptPlan planPrompt (const PlannerChoice&, std::string_view prompt, const SoundIntent* before = nullptr, const std::stop_token& = {});

/** For the copilot's desk: the same, as the settings say at the moment of the question. Called on the message thread; what it gives may be
    called on any, and must not outlive the preferences. */
ReadPrompt readAsChosen (Preferences&);

/** For a shell, which asks nobody unless the variable ATHANOR_PLANNER says so; what else the settings say about that one holds, too. */
ReadPrompt readForShell();

} // namespace athanor
