// SPDX-License-Identifier: GPL-3.0-or-later
// How long a provider asks to be left alone.
#pragma once

#include "Model/Value.h"
#include "Net/Http.h"

#include <chrono>
#include <optional>

namespace athanor
{

struct RetryWait
{
    bool isGiven = false;                          ///< Something was said about it.
    std::optional<std::chrono::milliseconds> time; ///< What can be understood of it: more than nothing and at most a day.
};

/** Read from the headers retry-after-ms and Retry-After (seconds, or a date, which is held against the server's own), else from
    Google's RetryInfo in the error. */
RetryWait retryWait (const HttpReply&, const Value& error);

} // namespace athanor
