// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/PlannerChoice.h"

#include "Core/Text.h"
#include "Net/UrlPolicy.h"
#include "Providers/Dialect.h"

#include <algorithm>
#include <cstdlib>

namespace athanor
{

namespace
{
constexpr auto providerSetting = "copilot.provider", secondsSetting = "copilot.seconds", offline = "offline";
constexpr double usualSeconds = 30, usualLocalSeconds = 120, mostSeconds = 600;
constexpr std::size_t longestModel = 100;

std::string settingOf (const std::string& provider, const char* what) { return "copilot." + provider + "." + what; }

std::string variable (const char* name)
{
    const auto* value = std::getenv (name);
    return value != nullptr ? trimmed (value) : std::string();
}

std::string either (const std::string& one, const std::string& other) { return one.empty() ? other : one; }

Result<Url> urlOf (const PlannerChoice& choice, const PlannerProvider& provider) { return allowedUrl (either (choice.url, provider.url), UrlSource::musician); }

bool isModelName (const std::string& text)
{
    return text.size() <= longestModel && std::all_of (text.begin(), text.end(), [] (char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
}
} // namespace

const std::vector<PlannerProvider>& plannerProviders()
{
    static const auto all = [] {
        std::vector<PlannerProvider> made;

        for (const auto& dialect : dialects())
            made.push_back ({ std::string (dialect.id), std::string (dialect.name), std::string (dialect.model), std::string (dialect.baseUrl), std::string (dialect.keyName), dialect.isLocal });

        return made;
    }();
    return all;
}

const PlannerProvider* plannerProvider (const std::string& id)
{
    const auto& all = plannerProviders();
    const auto found = std::find_if (all.begin(), all.end(), [&] (const PlannerProvider& one) { return one.id == id; });
    return found != all.end() ? &*found : nullptr;
}

PlannerChoice plannerChoice (const Preferences& preferences)
{
    return plannerChoice (preferences, either (variable ("ATHANOR_PLANNER"), preferences.text (providerSetting, offline)));
}

PlannerChoice plannerChoice (const Preferences& preferences, const std::string& id)
{
    PlannerChoice choice;
    choice.library = preferences.library();
    const auto* provider = plannerProvider (id);

    if (provider == nullptr)
        return choice;

    choice.provider = provider->id;
    choice.model = either (variable ("ATHANOR_PLANNER_MODEL"), preferences.text (settingOf (provider->id, "model"), ""));
    choice.url = either (variable ("ATHANOR_PLANNER_URL"), preferences.text (settingOf (provider->id, "url"), ""));
    choice.isKeyKept = preferences.truth (keySetting (provider->id), false);
    const auto seconds = preferences.number (secondsSetting, provider->isLocal ? usualLocalSeconds : usualSeconds);
    choice.longest = std::chrono::milliseconds (static_cast<std::int64_t> (std::clamp (seconds, 1.0, mostSeconds) * 1'000));
    return choice;
}

Result<Done> choosePlanner (Preferences& preferences, const std::string& id, const std::string& model, const std::string& url)
{
    const auto* provider = plannerProvider (id);

    if (provider == nullptr && id != offline)
        return Failure { "Nobody of that name reads prompts.", id };

    if (! isModelName (model))
        return Failure { "This is no name of a model.", model };

    if (! url.empty())
        if (const auto allowed = allowedUrl (url, UrlSource::musician); ! allowed)
            return allowed.failure();

    if (provider != nullptr)
    {
        preferences.set (settingOf (id, "model"), model);
        preferences.set (settingOf (id, "url"), url);
    }

    preferences.set (providerSetting, id);
    return Done();
}

std::string whyOffline (const PlannerChoice& choice)
{
    const auto* provider = plannerProvider (choice.provider);

    if (provider == nullptr)
        return "Offline: nothing leaves this machine.";

    if (! urlOf (choice, *provider))
        return "Offline: the address of " + provider->name + " cannot be used, so nothing leaves this machine.";

    if (! provider->isLocal && ! choice.isKeyKept && environmentKey (keyNameOf (*provider)).isEmpty())
        return "Offline: there is no key for " + provider->name + ", so nothing leaves this machine.";

    return {};
}

std::string plannerStatus (const PlannerChoice& choice)
{
    if (auto why = whyOffline (choice); ! why.empty())
        return why;

    const auto* provider = plannerProvider (choice.provider);
    const auto url = urlOf (choice, *provider);
    return "Prompts go to " + url->place() + ", model " + either (choice.model, provider->model) + (url->isLoopback ? "; nothing leaves this machine." : ".");
}

KeyName keyNameOf (const PlannerProvider& provider) { return { provider.id, provider.name, provider.keyVariable }; }

std::string keySetting (const std::string& provider) { return settingOf (provider, "key"); }

} // namespace athanor
