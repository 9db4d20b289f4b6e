// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files that every system takes.
#pragma once

#include <string>
#include <string_view>

namespace athanor
{

/** A name that Linux, macOS and Windows take for a file, whatever somebody has called something: no separators, control characters,
    reserved names or invisible marks, at most eighty bytes, never empty. A safe name stays as it is. */
std::string safeFileName (std::string_view name);

} // namespace athanor
