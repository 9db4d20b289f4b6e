// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace athanor
{

/** How often this thread has asked for memory. */
long countAllocations() noexcept;

} // namespace athanor
