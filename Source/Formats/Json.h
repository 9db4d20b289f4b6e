// SPDX-License-Identifier: GPL-3.0-or-later
// Values as JSON text and back.
#pragma once

#include "Core/Result.h"
#include "Model/Value.h"

#include <string>
#include <string_view>

namespace athanor
{

/** What is read is refused beyond these. */
inline constexpr int deepestJson = 64;
inline constexpr std::size_t longestJson = std::size_t { 256 } << 20;
inline constexpr std::size_t mostJsonValues = 16'000'000;

/** How the text is laid out: one entry to a line, or all in one line as in a journal. */
enum class JsonLayout { lines,
                        oneLine };

/** Canonical: names sorted, numbers as short as they can be and still come back the same, a ".0" on real numbers that are
    whole. Equal Values give equal bytes. Text that is not UTF-8 gets U+FFFD; numbers that are not finite become null. */
std::string formatJson (const Value&, JsonLayout = JsonLayout::lines);

/** The Value of a whole text. Of names that stand twice in one object the last counts. Whole numbers beyond 64 bit become
    real ones. Never throws. */
Result<Value> parseJson (std::string_view text);

} // namespace athanor
