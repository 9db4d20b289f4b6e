// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as Live keeps them in its documents: two digits each, in lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

/** Upper case, forty bytes to a line, each line begun anew. */
std::string hexadecimal (std::string_view bytes);

/** Spaces and ends of lines count nothing. Nothing where there is anything else, or half a byte. */
std::optional<std::string> bytesOfHexadecimal (std::string_view text);

} // namespace athanor
