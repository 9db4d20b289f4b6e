// SPDX-License-Identifier: GPL-3.0-or-later
// What every refusal of a reader must be: one sentence that a musician can read.
#pragma once

#include "Core/Result.h"
#include "Core/Text.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace athanor
{

/** Ends the process when a message is empty, has several lines, is no UTF-8 or does not end in a full stop. */
inline void requireSentence (const Failure& failure)
{
    const std::string_view message = failure.message;

    if (message.size() > 1 && message.ends_with ('.') && message.find_first_of ("\r\n") == message.npos && isUtf8 (message))
        return;

    std::fprintf (stderr, "no sentence: %s (%s)\n", failure.message.c_str(), failure.detail.c_str());
    std::abort();
}

} // namespace athanor
