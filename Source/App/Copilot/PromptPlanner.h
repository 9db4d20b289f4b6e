// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a prompt with whoever was chosen for it; whatever goes wrong, the offline planner answers and the musician is told.
#pragma once

#include "App/Copilot/PlannerChoice.h"
#include "Compose/Intent/Intent.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
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

/** The same on a thread of its own. All calls on the message thread. */
class PromptPlanner
{
public:
    PromptPlanner() = default;
    PromptPlanner (const PromptPlanner&) = delete;

    /** Cancels what is asked. */
    ~PromptPlanner() = default;

    /** Cancels what was asked before. */
    void ask (const PlannerChoice&, std::string prompt, std::optional<SoundIntent> before = {});

    void cancel();

    bool isBusy() const;

    /** Once for each answer; one that was cancelled never comes. */
    std::optional<PromptPlan> take();

    /** Waits until it is no longer busy. */
    void settle();

private:
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::optional<PromptPlan> plan;
    bool isWorking = false;
    std::jthread worker; ///< Last, so that it has ended before anything that it writes to goes.
};

} // namespace athanor
