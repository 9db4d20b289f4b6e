// SPDX-License-Identifier: GPL-3.0-or-later
// How well what somebody types in haste fits a name.
#pragma once

#include <string_view>
#include <vector>

namespace athanor
{

/** How a name fits: higher is better, 0 does not fit at all. */
struct FuzzyMatch
{
    int score = 0;
    std::vector<int> places; ///< Bytes of the name that were matched, to be drawn strong.

    explicit operator bool() const noexcept { return score > 0; }
};

/** Every character of the query must appear in the name in its order, ignoring case and spaces of the query. Word starts count most,
    then runs; short names win over long ones. An empty query fits everything with the score 1. */
FuzzyMatch fuzzyMatch (std::string_view query, std::string_view name);

} // namespace athanor
