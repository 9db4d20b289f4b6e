// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that is about to be written from end to end.
#pragma once

#include <cstddef>

namespace athanor
{

/** Takes new memory from the system at once rather than page by page, which costs several times as much. Where the system has no way
    to, nothing happens. Not for the audio thread. */
void prefault (void* memory, std::size_t bytes) noexcept;

} // namespace athanor
