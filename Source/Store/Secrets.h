// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: kept in the system's key store, or given by the environment; never anywhere else.
#pragma once

#include "Core/Result.h"
#include "Core/Secret.h"

#include <chrono>
#include <stop_token>
#include <string>

namespace athanor
{

enum class KeySource { none,
                       environment, ///< A variable: can be read, not changed.
                       keyStore };

struct FoundKey
{
    KeySource source = KeySource::none;
    Secret secret;
};

/** Whose key: its name in the key store, as "openai"; as the musician reads it; and the variable that may hold it instead (empty: none). */
struct KeyName
{
    std::string id, owner, variable;
};

/** How long a key store may take: it may be waiting for the musician to type its password. */
struct KeyPatience
{
    std::stop_token stop = {};
    std::chrono::milliseconds longest { 120'000 };
};

/** What the environment says, at once; empty: nothing. */
Secret environmentKey (const KeyName&);

// These ask the key store and wait for it: not for the message thread. Without one they fail with a sentence, and nothing is kept in
// any other way. It may hold other people's keys; only ours are touched.

/** The environment's, else the key store's. */
Result<FoundKey> findKey (const KeyName&, const KeyPatience& = {});

/** Instead of the one before. Spaces around it are left out. */
Result<Done> keepKey (const KeyName&, const Secret&, const KeyPatience& = {});

/** Also succeeds when there is none. */
Result<Done> eraseKey (const KeyName&, const KeyPatience& = {});

} // namespace athanor
