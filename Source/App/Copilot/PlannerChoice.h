// SPDX-License-Identifier: GPL-3.0-or-later
// Who reads the musician's prompts: nobody else, unless the settings say so.
#pragma once

#include "App/Preferences.h"
#include "Store/Secrets.h"

#include <chrono>
#include <string>
#include <vector>

namespace athanor
{

/** Somebody who could. */
struct PlannerProvider
{
    std::string id, name;
    std::string model, url;  ///< When the musician names no others.
    std::string keyVariable; ///< The environment variable that may hold the key; empty: there is no key.
    bool isLocal = false;    ///< A server of the musician's own: needs no key.
};

/** In the order of menus. */
const std::vector<PlannerProvider>& plannerProviders();

/** Null: there is none. */
const PlannerProvider* plannerProvider (const std::string& id);

/** What was chosen, as a value that a thread can take along. */
struct PlannerChoice
{
    std::string provider;   ///< Empty: the offline planner alone.
    std::string model, url; ///< Empty: the provider's own.
    std::chrono::milliseconds longest { 30'000 };
    bool isKeyKept = false;        ///< The key store was given a key.
    std::filesystem::path library; ///< Remembers answers; empty: nobody does.
};

/** From the settings; the variables ATHANOR_PLANNER, ATHANOR_PLANNER_MODEL and ATHANOR_PLANNER_URL count more, for a shell. */
PlannerChoice plannerChoice (const Preferences&);

/** The same as if that one had been chosen; anything else than a provider's id: nobody. */
PlannerChoice plannerChoice (const Preferences&, const std::string& provider);

/** Chooses. Empty texts: the provider's own; "offline" as the provider: nobody. Fails with a sentence, and then chooses nothing. */
Result<Done> choosePlanner (Preferences&, const std::string& provider, const std::string& model, const std::string& url);

/** Why nobody but the offline planner is asked, as a sentence; empty: the provider is. */
std::string whyOffline (const PlannerChoice&);

/** What happens to a prompt, in one sentence: whether it leaves this machine, and where to. */
std::string plannerStatus (const PlannerChoice&);

/** Under what name the key of a provider is kept. */
KeyName keyNameOf (const PlannerProvider&);

/** The setting that says that the key store was given a key. The key itself is in no setting. */
std::string keySetting (const std::string& provider);

} // namespace athanor
