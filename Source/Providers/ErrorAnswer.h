// SPDX-License-Identifier: GPL-3.0-or-later
// What an error of a provider means, whatever shape it comes in.
#pragma once

#include "Providers/Dialect.h"

namespace athanor
{

/** The error in a reply: of a status other than 200, or within one. Nothing: there is none.
    @param body  The reply's, read as JSON; nothing when it is none. */
std::optional<Outcome> errorIn (const Dialect&, const HttpReply&, const Value& body);

/** The outcome of a request that was not answered. */
Outcome outcomeWithoutAnswer (const Dialect&, const HttpReply&);

/** An outcome with its sentence. */
Outcome outcomeOf (const Dialect&, OutcomeKind, UserMatter, std::string detail, std::chrono::milliseconds wait = {});

} // namespace athanor
