// SPDX-License-Identifier: GPL-3.0-or-later
// How asking a provider ended, in the words of no provider.
#pragma once

#include "Core/Result.h"

#include <chrono>

namespace athanor
{

enum class OutcomeKind { ok,
                         retryAfter,      ///< The same request may be sent again after `wait`.
                         retryBackoff,    ///< The same, but nobody said when.
                         rotateKey,       ///< This key is refused; another one may do.
                         userAction,      ///< The musician must do something first: `matter` says what.
                         contentRejected, ///< The provider does not want to answer this prompt.
                         invalidRequest,  ///< The request itself is wrong; it would be wrong again.
                         unusableAnswer,  ///< There is an answer, and it is not what was asked for.
                         unknownOutcome,  ///< Something was sent and nothing came back: it may have been done, and paid for.
                         cancelled };

/** What the musician must see to. */
enum class UserMatter { none,
                        key,
                        quota,
                        billing,
                        model };

struct Outcome
{
    OutcomeKind kind = OutcomeKind::ok;
    UserMatter matter = UserMatter::none;
    std::chrono::milliseconds wait {}; ///< Of retryAfter.
    Failure failure;                   ///< Unless ok: a sentence with the provider's name, and for the log what it said. Never a key.
};

} // namespace athanor
