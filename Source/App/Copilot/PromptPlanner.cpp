// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/PromptPlanner.h"

#include "Compose/Intent/BorrowedTrace.h"
#include "Compose/Intent/IntentValue.h"
#include "Compose/Intent/OfflinePlanner.h"
#include "Core/Text.h"
#include "Formats/Json.h"
#include "Providers/Instructions.h"
#include "Providers/ModelPlanner.h"
#include "Store/AnswerTable.h"
#include "Store/Paths.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

namespace athanor
{

namespace
{
constexpr std::chrono::milliseconds longestKeyWait { 30'000 };

/** A sentence about what went wrong, and who answered instead. */
std::string instead (std::string sentence)
{
    constexpr std::string_view offline = "Offline: ";

    if (sentence.starts_with (offline))
        sentence = capitalised (sentence.substr (offline.size()));

    while (sentence.ends_with ('.'))
        sentence.pop_back();

    return sentence + "; the offline planner answered.";
}

PromptPlan planOffline (std::string_view prompt, const SoundIntent* before, const std::string& trouble = {})
{
    PromptPlan plan;
    plan.intent = planSound (prompt, before);

    if (! trouble.empty())
        plan.remarks.push_back (instead (trouble));

    return plan;
}

bool isBlank (std::string_view text)
{
    return std::all_of (text.begin(), text.end(), [] (char c) { return static_cast<unsigned char> (c) <= ' ' || c == 0x7f; });
}

/** What was answered before. Without a library nothing is remembered, and nothing is wrong with that. */
class Memory
{
public:
    explicit Memory (const std::filesystem::path& file)
    {
        if (file.empty())
            return;

        if (const auto library = Library::open (file))
            if (const auto opened = AnswerTable::open (*library))
                table = *opened;
    }

    std::optional<SoundIntent> find (const std::string& question, std::string_view prompt) const
    {
        const auto found = table ? table->find (question) : std::nullopt;
        const auto intent = found ? readPlanText (*found, prompt) : Result<SoundIntent> (Failure());
        return intent ? std::optional (*intent) : std::nullopt;
    }

    void put (const std::string& question, const SoundIntent& intent)
    {
        if (table)
            static_cast<void> (table->put (question, formatJson (toValue (intent), JsonLayout::oneLine)));
    }

private:
    std::optional<AnswerTable> table;
};

/** What the offline planner says of its own reading, for that of others. */
void remark (PromptPlan& plan, std::string_view prompt)
{
    const auto lost = plan.intent.notUnderstood.size();

    if (lost > 0)
        plan.intent.remarks.push_back (lost == 1 ? "\"" + plan.intent.notUnderstood.front() + "\" was not understood and left out." : std::to_string (lost) + " words were not understood and left out.");

    if (prompt.size() > longestSentPrompt)
        plan.intent.remarks.push_back ("Only the first " + std::to_string (longestSentPrompt) + " characters were read.");
}

/** A model says nothing of which word made it think what; the offline planner knows of most. */
PromptPlan planned (const ModelChoice& model, SoundIntent intent, std::string_view prompt, const SoundIntent* before)
{
    PromptPlan plan;
    plan.intent = std::move (intent);
    plan.intent.trace = borrowedTrace (plan.intent, planSound (prompt, before), prompt, model.dialect->name, before);
    plan.planner = std::string (model.dialect->id) + " " + model.chosenModel();
    remark (plan, prompt);
    return plan;
}

PromptPlan cancelled (PromptPlan plan)
{
    plan.isCancelled = true;
    return plan;
}

UnderstoodPrompt understood (PromptPlan plan) { return { std::move (plan.intent), std::move (plan.planner), std::move (plan.remarks) }; }

/** Asks the model with its key; the key lives as long as this. */
PromptPlan askModel (ModelChoice& model, const PlannerProvider& provider, std::string_view prompt, const SoundIntent* before, const std::stop_token& stop, Memory& memory, const std::string& question)
{
    const auto hasKey = ! provider.keyVariable.empty();
    const auto key = hasKey ? findKey (keyNameOf (provider), { stop, std::min (model.longest, longestKeyWait) }) : Result<FoundKey> (FoundKey());

    if (! provider.isLocal && ! key)
        return planOffline (prompt, before, key.failure().message);

    if (! provider.isLocal && key->secret.isEmpty())
        return planOffline (prompt, before, "There is no key for " + provider.name + ".");

    model.key = key ? key->secret : Secret(); // a local server may do without
    auto answered = planWithModel (model, prompt, before, stop);

    if (answered.outcome.kind != OutcomeKind::ok)
        return planOffline (prompt, before, answered.outcome.failure.message);

    memory.put (question, answered.intent);
    return planned (model, std::move (answered.intent), prompt, before);
}
} // namespace

PromptPlan planPrompt (const PlannerChoice& choice, std::string_view prompt, const SoundIntent* before, const std::stop_token& stop)
{
    const auto* provider = plannerProvider (choice.provider);

    if (provider == nullptr || isBlank (prompt))
        return planOffline (prompt, before);

    if (const auto why = whyOffline (choice); ! why.empty())
        return planOffline (prompt, before, why);

    ModelChoice model;
    model.dialect = dialectNamed (provider->id);
    model.baseUrl = choice.url;
    model.model = choice.model;
    model.longest = choice.longest;
    Memory memory (choice.library);
    const auto question = questionHash (model, prompt, before);

    if (auto known = memory.find (question, prompt))
    {
        auto plan = planned (model, std::move (*known), prompt, before);
        plan.isRemembered = true;
        return plan;
    }

    auto plan = askModel (model, *provider, prompt, before, stop, memory, question);
    return stop.stop_requested() ? cancelled (std::move (plan)) : plan;
}

ReadPrompt readAsChosen (Preferences& preferences)
{
    // The settings belong to the message thread, the question to another one.
    struct Chosen
    {
        std::mutex mutex;
        PlannerChoice choice;
        Subscription changes;
    };

    const auto chosen = std::make_shared<Chosen>();
    chosen->choice = plannerChoice (preferences);
    chosen->changes = preferences.onChange.add ([&preferences, weak = std::weak_ptr (chosen)] {
        const auto now = plannerChoice (preferences);

        if (const auto into = weak.lock())
        {
            const std::scoped_lock lock (into->mutex);
            into->choice = now;
        }
    });

    return [chosen] (const std::string& prompt, const SoundIntent* before, std::stop_token stop) {
        std::unique_lock lock (chosen->mutex);
        const auto choice = chosen->choice;
        lock.unlock();
        return understood (planPrompt (choice, prompt, before, stop));
    };
}

ReadPrompt readForShell()
{
    Preferences preferences;

    if (! plannerChoice (preferences).provider.empty())
        static_cast<void> (preferences.open (paths::library())); // without it the variables alone count

    return [choice = plannerChoice (preferences)] (const std::string& prompt, const SoundIntent* before, std::stop_token stop) {
        return understood (planPrompt (choice, prompt, before, stop));
    };
}

} // namespace athanor
