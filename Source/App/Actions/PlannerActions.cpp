// SPDX-License-Identifier: GPL-3.0-or-later
// Who reads prompts, and with which key.
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Copilot/CopilotDesk.h"
#include "App/Copilot/KeyDesk.h"
#include "Store/AnswerTable.h"

namespace athanor
{

namespace
{
std::string providerIds()
{
    std::string ids;

    for (const auto& provider : plannerProviders())
        ids += (ids.empty() ? "" : ", ") + provider.id;

    return ids;
}

Result<Value> withProvider (const Arguments& arguments, const std::function<Result<Done> (const PlannerProvider&)>& act)
{
    const auto* provider = plannerProvider (textIn (arguments, "provider"));
    const auto result = provider != nullptr ? act (*provider) : Result<Done> (Failure { "Nobody of that name reads prompts.", textIn (arguments, "provider") });
    return result ? done() : Result<Value> (result.failure());
}

/** Answers that were kept of providers, in the library of the preferences. */
Result<Done> forgetAnswers (const std::filesystem::path& file)
{
    if (file.empty())
        return Done();

    const auto library = Library::open (file);
    auto table = library ? AnswerTable::open (*library) : Result<AnswerTable> (library.failure());

    if (! table)
        return table.failure();

    auto answers = *table;
    return answers.forgetAll();
}
} // namespace

void declarePlannerActions (Session& session)
{
    const auto which = text ("provider", "One of " + providerIds() + ".");

    declare (session, { "planner.choose", "Choose who reads prompts", "Prompts are read on this machine, or by a provider of language models or a server of your own.", "", "", { text ("provider", "\"offline\", or one of " + providerIds() + "."), optionalText ("model", "The model that is asked; left out: the usual one."), optionalText ("url", "Where the server is; left out: the usual place.") } }, [&session] (const Arguments& arguments) -> Result<Value> {
        const auto chosen = choosePlanner (session.preferences(), textIn (arguments, "provider"), textIn (arguments, "model"), textIn (arguments, "url"));
        return chosen ? Result<Value> (Value (plannerStatus (plannerChoice (session.preferences())))) : Result<Value> (chosen.failure());
    });

    declare (session, { "planner.setKey", "Set the key of a provider", "Gives a key to the system's key store; it is written down nowhere else.", "", "", { which, text ("key", "The key, as the provider shows it.") } }, [&session] (const Arguments& arguments) {
        auto typed = textIn (arguments, "key");
        const Secret key (typed);
        wipe (typed);
        return withProvider (arguments, [&] (const PlannerProvider& provider) { return session.copilot().keys().keep (provider, key); });
    });

    declare (session, { "planner.eraseKey", "Erase the key of a provider", "Takes it out of the system's key store.", "", "", { which } }, [&session] (const Arguments& arguments) {
        return withProvider (arguments, [&] (const PlannerProvider& provider) { return session.copilot().keys().erase (provider); });
    });

    declare (session, { "planner.forgetAnswers", "Forget answers of providers", "Prompts that were answered before are asked again the next time." }, [&session] (const Arguments&) -> Result<Value> {
        const auto forgotten = forgetAnswers (session.preferences().library());
        return forgotten ? done() : Result<Value> (forgotten.failure());
    });
}

} // namespace athanor
