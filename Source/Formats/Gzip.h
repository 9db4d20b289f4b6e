// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in gzip, and out of it again.
#pragma once

#include "Core/Result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace athanor
{

/** Without a time, a name or a system in its head: equal bytes give equal bytes. */
std::string gzip (std::string_view bytes);

/** Fails on what is damaged, is followed by something else, or would be longer than `longest` bytes. */
Result<std::string> gunzip (std::string_view bytes, std::size_t longest);

bool isGzip (std::string_view bytes) noexcept;

} // namespace athanor
