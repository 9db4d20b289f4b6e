// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the language in which the tables of words say what a word means.
#pragma once

#include "Compose/Intent/Lexicon.h"

#include <string_view>

namespace athanor
{

/** What a text of the tables means. A fault in it is a fault of ours: asserts. */
WordSense parseMeaning (std::string_view);

} // namespace athanor
