// SPDX-License-Identifier: GPL-3.0-or-later
// Text as it is compared when somebody searches: "Été" is found by "ete", "Music_Box" by "music box".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** Lower case without accents (Latin, Greek, Cyrillic); spaces for underscores, dashes and control characters. Other letters stay. */
std::string folded (std::string_view utf8);

/** The words of a text, folded. */
std::vector<std::string> foldedWords (std::string_view utf8);

} // namespace athanor
