// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a language model read a prompt, and believes nothing of what it says.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Core/Secret.h"
#include "Providers/Dialect.h"
#include "Providers/Outcome.h"

#include <chrono>
#include <stop_token>
#include <string>
#include <string_view>

namespace athanor
{

/** Who is asked, and how patiently. */
struct ModelChoice
{
    const Dialect* dialect = nullptr;
    std::string baseUrl, model; ///< Empty: the dialect's own.
    Secret key;
    std::chrono::milliseconds longest { 30'000 }; ///< For all tries together.

    // When a provider is busy or asks for a pause, the question is sent again, so often and after such times.
    int mostRepeats = 2;
    std::chrono::milliseconds firstPause { 500 }, longestPause { 8'000 }; ///< The first doubles each time.

    std::string url() const;         ///< The base in use.
    std::string chosenModel() const; ///< The model in use.
};

/** What came of it. */
struct PlannedIntent
{
    Outcome outcome;
    SoundIntent intent; ///< Only if ok: without trace and remarks, which are not for a model to say.
    int requests = 0;   ///< That were sent or tried.
};

/** Asks, waits, and reads the answer. Not for the message thread. A stop is seen within a moment. */
PlannedIntent planWithModel (const ModelChoice&, std::string_view prompt, const SoundIntent* before = nullptr, const std::stop_token& = {});

/** What a reply says about a prompt, whoever sent it. */
PlannedIntent readModelReply (const Dialect&, const HttpReply&, std::string_view prompt);

/** The name of a question by all that is in it and where it goes: equal questions may share an answer. The key has no part in it. */
std::string questionHash (const ModelChoice&, std::string_view prompt, const SoundIntent* before = nullptr);

/** Reads what a model has said about a prompt: JSON of an intent, of known parts, types and ranges; nothing else, and not too much of it. */
Result<SoundIntent> readPlanText (std::string_view json, std::string_view prompt);

/** The same of data. */
Result<SoundIntent> readPlan (const Value&, std::string_view prompt);

} // namespace athanor
