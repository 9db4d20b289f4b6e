// SPDX-License-Identifier: GPL-3.0-or-later
// Who runs a job, so that a later program can tell whether that one is dead.
#pragma once

#include <string>

namespace athanor
{

/** Names this process for ever: the machine, its boot, the process, and chance. Two of them in one process differ. */
std::string newOwner();

/** Whether the process that had this name certainly lives no more. False when that cannot be known from here. */
bool isDead (const std::string& owner);

} // namespace athanor
