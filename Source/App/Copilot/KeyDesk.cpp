// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/KeyDesk.h"

#include "App/Session.h"

#include <utility>

namespace athanor
{

KeyDesk::KeyDesk (Session& s) : session (s) {}

Result<Done> KeyDesk::keep (const PlannerProvider& provider, const Secret& key) { return begin (provider, key); }

Result<Done> KeyDesk::erase (const PlannerProvider& provider) { return begin (provider, {}); }

Result<Done> KeyDesk::begin (const PlannerProvider& provider, std::optional<Secret> key)
{
    if (isWorking)
        return Failure { "The key store is still busy with the last key.", "" };

    if (provider.keyVariable.empty())
        return Failure { provider.name + " takes no key.", "" };

    isWorking = true;
    worker = std::jthread ([this, provider, key = std::move (key)] (const std::stop_token& stop) {
        const auto name = keyNameOf (provider);
        auto result = key ? keepKey (name, *key, { stop }) : eraseKey (name, { stop });
        const std::scoped_lock lock (mutex);
        news = News { provider, key.has_value(), std::move (result) };
    });
    return Done();
}

void KeyDesk::refresh()
{
    if (! isWorking)
        return;

    std::optional<News> done;

    {
        const std::scoped_lock lock (mutex);
        done = std::exchange (news, {});
    }

    if (! done)
        return;

    isWorking = false;
    words = ! done->result ? done->result.failure().message : done->isKept ? "The key for " + done->provider.name + " is in the system's key store."
                                                                           : "The key for " + done->provider.name + " was erased.";

    if (done->result)
        session.preferences().set (keySetting (done->provider.id), done->isKept);

    session.onMessage.call (words);
}

void KeyDesk::settle()
{
    if (worker.joinable())
        worker.join();

    refresh();
}

} // namespace athanor
