// SPDX-License-Identifier: GPL-3.0-or-later
// A change as one line of text: in the journal, between machines, from a copilot.
#pragma once

#include "Core/Result.h"
#include "Model/Change.h"

#include <string>
#include <string_view>

namespace athanor
{

/** The edits as JSON: a list of [address, before, after], where nothing is null. */
std::string formatEdits (const Change&);

/** The change of that name with these edits; a Failure when the text is none. */
Result<Change> parseEdits (std::string name, std::string_view text);

} // namespace athanor
