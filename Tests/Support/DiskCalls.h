// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the calls by which a process changes a disk, and kills it at one of them: a crash at every moment that can matter.
#pragma once

namespace athanor::diskCalls
{

/** Kills this process (SIGKILL) at the call with this number from now on, counted from 1: before it, or, when it writes,
    after half of its bytes. Zero: never. */
void dieAt (long call);

/** How many there were since dieAt(). */
long made();

} // namespace athanor::diskCalls
